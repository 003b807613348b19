// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/vector_lines.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

/// Lines of any making: a good one has a word inside the line and as many finite numbers as the file's first lines say.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace alignoscope;
    std::vector<std::string> lines(1);
    for (std::size_t i = 0; i < size; ++i)
        if (data[i] == '\n')
            lines.emplace_back();
        else
            lines.back() += static_cast<char>(data[i]);
    const corpus::VectorLayout layout = corpus::recognizeVectors(lines);
    if (layout.dimensions == 0)
        return 0;
    std::vector<float> numbers;
    for (const std::string& line : lines) {
        const corpus::VectorLine one = corpus::parseVector(line, layout.dimensions, numbers);
        if (!one.fault.empty())
            continue;
        const bool inside =
            one.word.data() >= line.data() && one.word.data() + one.word.size() <= line.data() + line.size();
        if (one.word.empty() || !inside || numbers.size() != static_cast<std::size_t>(layout.dimensions))
            std::abort();
        for (const float number : numbers)
            if (!std::isfinite(number))
                std::abort();
    }
    return 0;
}
