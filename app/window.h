// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace alignoscope {

/// Opens the main window on `files` and returns when it is closed. Throws Error(Input) where there is no display.
int openWindow(char* programName, const std::vector<std::string>& files);

} // namespace alignoscope
