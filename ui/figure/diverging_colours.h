// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace alignoscope::ui {

/// Blue (0) over a pale grey (0.5) to red (1), as even to the eye as two hues allow, and told apart by colour-blind
/// readers: Moreland 2009, "Diverging Color Maps for Scientific Visualization", section 5, between sRGB (59, 76, 192)
/// and (180, 4, 38).
QRgb divergingColour(double share);

} // namespace alignoscope::ui
