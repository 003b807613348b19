// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace alignoscope::ui {

// What the numbers of an explanation mean, for somebody who meets them for the first time.
QString shareText(double share);   ///< "0.62"; "–" for not-a-number
QString tauText(double tau);       ///< "0.62", "−0.10", "–"
QString orderText(double tau);     ///< "mostly the same order"
QString changeText(double change); ///< "changes the prediction a good deal"

} // namespace alignoscope::ui
