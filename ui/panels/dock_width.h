// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace alignoscope::ui {

/// Of the dock a panel lives in; where it lives in none, these do nothing.
void showDockOf(QWidget* panel);
int dockWidthOf(const QWidget* panel); ///< the panel's own where there is no dock
void setDockWidthOf(QWidget* panel, int width);

} // namespace alignoscope::ui
