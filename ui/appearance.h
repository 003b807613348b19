// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace alignoscope::ui {

enum class Appearance { System, Light, Dark };

/// The look of the whole program. `System` follows what the desktop said when the program started. GUI thread.
void setAppearance(Appearance appearance);
QPalette lightPalette();
QPalette darkPalette();

} // namespace alignoscope::ui
