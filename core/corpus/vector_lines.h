// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::corpus {

/// How the lines of a file of word vectors are made.
struct VectorLayout {
    int dimensions = 0; ///< 0: these are no word vectors
    bool header = false;
};

/// By its first lines.
VectorLayout recognizeVectors(const std::vector<std::string>& firstLines);

/// A line taken apart, or why it cannot be. A word may hold spaces: the numbers are the last `dimensions` fields.
struct VectorLine {
    std::string_view word;
    std::string fault; ///< empty where the line is good
};
/// Fills `numbers`.
VectorLine parseVector(std::string_view line, int dimensions, std::vector<float>& numbers);

} // namespace alignoscope::corpus
