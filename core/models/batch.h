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

/// The source side of a few sentences, ready for the encoder: packed columns, distinct words, and where each
/// sentence's annotations lie when they are put side by side sentence by sentence.
struct SourceBatch {
    nn::PackedSequences sequences;
    nn::DistinctWords words;
    std::vector<Index> forwardWord;     ///< packed column → distinct word, reading from the left
    std::vector<Index> backwardWord;    ///< the same, reading from the right
    std::vector<Index> annotationStart; ///< sentence → its first annotation; one more entry holds the total

    /// `apart`: a column of its own for every token, in the order of the annotations, so that the gradient by the word
    /// vector of each occurrence of a repeated word can be told from the others'.
    void assign(std::span<const std::span<const TokenId>> sentences, Index vocabulary, bool apart = false);
    [[nodiscard]] Index sentences() const { return sequences.sentences(); }
    [[nodiscard]] Index annotations() const { return annotationStart.back(); }
    [[nodiscard]] Index annotation(Index sentence) const { return annotationStart[static_cast<std::size_t>(sentence)]; }

private:
    std::vector<Index> m_lengths;
};

/// The target side: at every position the word that is read (the one before; <s> at first) and the one to be predicted.
/// `firstInBatch` and `stride` tell the sentences' places in the whole batch, so that dropout does not depend on how it
/// is shared out.
struct TargetBatch {
    nn::PackedSequences sequences;
    nn::DistinctWords words;
    std::vector<Index> inputWord;          ///< packed column → distinct word of y_{i−1}
    std::vector<std::int32_t> output;      ///< packed column → y_i
    std::vector<std::uint64_t> dropoutKey; ///< packed column → what its output dropout depends on
    std::vector<Index> sentence;           ///< column within a step → sentence
    std::vector<Index> weightStart; ///< packed column → where its attention weights begin; one more: their number

    void assign(std::span<const std::span<const TokenId>> sentences, const SourceBatch& source, Index vocabulary,
                Index firstInBatch = 0, Index stride = 1);
    [[nodiscard]] Index weights() const { return weightStart.back(); }

private:
    std::vector<Index> m_lengths;
};

/// The share of a batch that one thread works on.
struct BatchPart {
    SourceBatch source;
    TargetBatch target;
};

} // namespace alignoscope::models
