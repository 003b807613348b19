// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::text {

/// On which sides a token stands without a space.
struct Leaning {
    bool left = false, right = false;
};

/// Reads the tokens of one sentence from left to right and says how each leans. It remembers which quotation marks are
/// open: the same mark opens and closes.
class LeaningReader {
public:
    explicit LeaningReader(const std::vector<std::string>& tokens) : m_tokens(tokens) { }
    /// To be called for 0, 1, 2, …
    Leaning at(std::size_t i);

private:
    enum class Quote { None, Straight, StraightSingle, Low, LowSingle, High, HighSingle, AngleRight, AngleLeft };

    Leaning straightQuote();
    Leaning apostrophe(std::size_t i);
    Leaning curlyQuote(std::size_t i);
    Leaning angleQuote(std::string_view token);
    Leaning fullStop(std::size_t i) const;
    Leaning dash(std::size_t i) const;
    Leaning currency(std::size_t i) const;
    [[nodiscard]] bool isOpen(Quote quote) const;
    Leaning open(Quote quote);
    Leaning close(Quote quote);

    const std::vector<std::string>& m_tokens;
    std::vector<Quote> m_open;
    std::size_t m_afterLowQuote = 0; ///< the token behind the last „…“
};

} // namespace alignoscope::text
