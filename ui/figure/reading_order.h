// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/token_label.h"

#include <cstdint>
#include <vector>

namespace alignoscope::ui {

/// Where a sentence's first word stands when its words stand side by side.
enum class WordOrder {
    AsWritten, ///< as its script has it: Arabic and Hebrew from the right, Latin words within them from the left
    FromLeft,  ///< whatever its script
    FromRight,
};

/// The order in which the words of one sentence are seen. Places are counted from the left. Every picture of tokens
/// side by side asks here, so that all of them and their keys agree.
class ReadingOrder {
public:
    ReadingOrder() = default; ///< of no words
    explicit ReadingOrder(const std::vector<TokenLabel>& words, WordOrder wished = WordOrder::AsWritten);

    [[nodiscard]] int size() const { return static_cast<int>(m_places.size()); }
    [[nodiscard]] bool fromRight() const { return m_fromRight; }
    [[nodiscard]] int placeOf(int word) const { return m_places[static_cast<std::size_t>(word)]; }
    [[nodiscard]] int wordAt(int place) const { return m_words[static_cast<std::size_t>(place)]; }
    /// The word `steps` places to the right of another (to the left where negative), at most the outermost one.
    [[nodiscard]] int beside(int word, int steps) const;
    /// Words first … end − 1, which share a line, as they are seen from the left.
    [[nodiscard]] std::vector<int> line(int first, int end) const;
    bool operator==(const ReadingOrder&) const = default;

private:
    bool m_fromRight = false;
    std::vector<std::uint8_t> m_levels; ///< as in a WritingOrder
    std::vector<int> m_places;          ///< of each word in a line of all of them
    std::vector<int> m_words;           ///< at each place
};

/// "source →", or "← source" where the first word stands at the right.
QString withArrow(const QString& name, const ReadingOrder& order);

} // namespace alignoscope::ui
