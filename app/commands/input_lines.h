// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <istream>
#include <string>
#include <utility>
#include <vector>

namespace alignoscope::commands {

/// Up to `most` lines, without their ends; fewer at the end of the input.
inline std::vector<std::string> readLines(std::istream& input, std::size_t most)
{
    std::vector<std::string> lines;
    for (std::string line; lines.size() < most && std::getline(input, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace alignoscope::commands
