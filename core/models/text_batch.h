// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/indices.h"
#include "nn/distinct_words.h"
#include "nn/packed_sequences.h"

#include <cstdint>
#include <span>
#include <vector>

namespace alignoscope::models {

using nn::Index;

/// Where a batch of texts is cut and filled up.
struct TextShape {
    Index words = 0;     ///< of the vocabulary
    Index positions = 0; ///< longer texts are cut
    bool padded = false; ///< shorter ones are filled up to `positions` with the end-of-sentence mark
};

/// A few texts ready for the classifier: their words side by side, text by text, and as packed columns.
struct TextBatch {
    nn::PackedSequences sequences;
    nn::DistinctWords words;
    std::vector<Index> start;              ///< text → its first column; one more entry holds the total
    std::vector<Index> word;               ///< column → distinct word
    std::vector<Index> forward, backward;  ///< packed column → column, reading from the left and from the right
    std::vector<Index> real;               ///< text → words that are not padding
    std::vector<std::int32_t> label;       ///< text → its label; empty where none were given
    std::vector<std::uint64_t> dropoutKey; ///< text → what its dropout depends on

    /// Texts may end in the end-of-sentence mark, which is left out. `labels` as TokenId of the label vocabulary, or
    /// empty. `firstInBatch` and `stride` tell the texts' places in the whole batch.
    void assign(std::span<const std::span<const TokenId>> texts, std::span<const TokenId> labels,
                const TextShape& shape, Index firstInBatch = 0, Index stride = 1);
    [[nodiscard]] Index texts() const { return sequences.sentences(); }
    [[nodiscard]] Index columns() const { return start.back(); }
    [[nodiscard]] Index first(Index text) const { return start[static_cast<std::size_t>(text)]; }
    [[nodiscard]] Index length(Index text) const { return sequences.length(text); }

private:
    std::vector<Index> m_lengths;
};

/// Labels are rows of the label vocabulary behind its marks.
std::int32_t labelOf(TokenId token);

} // namespace alignoscope::models
