// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace alignoscope::corpus {

/// A sentence is one line: every run of white space with a line break or a tab in it becomes one space.
void makeOneLine(std::string& text);

/// The lines of a text that is held in memory, without their ends (LF, CRLF, CR).
bool takeLine(std::string_view& rest, std::string_view& line);

/// Without white space at its beginning.
std::string_view withoutLeadingSpace(std::string_view text);

} // namespace alignoscope::corpus
