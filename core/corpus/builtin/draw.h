// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <random>

namespace alignoscope::corpus {

/// Random choices that come out alike with every compiler and library: std::mt19937_64 is fully specified, the
/// standard's distributions are not.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : m_engine(seed) { }

    /// A whole number from 0 to `bound` − 1; `bound` is at least 1 and small, so the bias of a remainder is below 2⁻³².
    std::uint32_t below(std::size_t bound) { return static_cast<std::uint32_t>((m_engine() >> 11) % bound); }
    int between(int first, int last)
    {
        return first + static_cast<int>(below(static_cast<std::size_t>(last - first + 1)));
    }
    bool chance(int percent) { return below(100) < static_cast<std::uint32_t>(percent); }

    /// One element of an array, vector, span or initialiser list that is not empty.
    template <typename Range>
    const auto& from(const Range& range)
    {
        return *(std::begin(range) + below(std::size(range)));
    }
    template <typename T>
    T oneOf(std::initializer_list<T> values)
    {
        return from(values);
    }
    /// An index, chosen in proportion to `weights`.
    std::size_t weighted(std::initializer_list<int> weights)
    {
        std::size_t total = 0;
        for (const int weight : weights)
            total += static_cast<std::size_t>(weight);
        std::size_t ticket = below(total), index = 0;
        for (const int weight : weights) {
            if (ticket < static_cast<std::size_t>(weight))
                break;
            ticket -= static_cast<std::size_t>(weight);
            ++index;
        }
        return index;
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace alignoscope::corpus
