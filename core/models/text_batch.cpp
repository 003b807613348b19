// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text_batch.h"

#include "alignoscope/vocabulary.h"

#include <algorithm>

namespace alignoscope::models {

std::int32_t labelOf(TokenId token)
{
    return index(token) - Vocabulary::marks;
}

void TextBatch::assign(std::span<const std::span<const TokenId>> texts, std::span<const TokenId> labels,
                       const TextShape& shape, Index firstInBatch, Index stride)
{
    m_lengths.clear();
    real.clear();
    start.assign(1, 0);
    dropoutKey.clear();
    label.clear();
    for (const TokenId one : labels)
        label.push_back(labelOf(one));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto text = texts[i];
        const bool marked = !text.empty() && text.back() == Vocabulary::endSentence;
        real.push_back(std::min(static_cast<Index>(text.size()) - (marked ? 1 : 0), shape.positions));
        m_lengths.push_back(shape.padded ? shape.positions : std::max<Index>(1, real.back()));
        start.push_back(start.back() + m_lengths.back());
        dropoutKey.push_back(static_cast<std::uint64_t>(firstInBatch + static_cast<Index>(i) * stride));
    }
    sequences.assign(m_lengths);
    words.clear(shape.words);
    const auto total = static_cast<std::size_t>(columns());
    word.resize(total);
    forward.resize(total);
    backward.resize(total);
    for (Index b = 0; b < this->texts(); ++b)
        for (Index t = 0, size = length(b); t < size; ++t) {
            const TokenId token = t < real[static_cast<std::size_t>(b)]
                ? texts[static_cast<std::size_t>(b)][static_cast<std::size_t>(t)]
                : Vocabulary::endSentence;
            const auto column = static_cast<std::size_t>(first(b) + t);
            word[column] = words.add(index(token));
            forward[static_cast<std::size_t>(sequences.column(b, t))] = first(b) + t;
            backward[static_cast<std::size_t>(sequences.column(b, size - 1 - t))] = first(b) + t;
        }
}

} // namespace alignoscope::models
