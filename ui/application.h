// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace alignoscope::ui {

/// Names, icon and look of the program, once, before the first window is made. GUI thread.
void prepareApplication(QApplication& application);

} // namespace alignoscope::ui
