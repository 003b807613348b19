// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/dropout.h"
#include "nn/matrix.h"

#include <cstdint>
#include <vector>

namespace alignoscope::nn {

/// The different words of a batch part. A batch's tokens are a third distinct, so what depends on the word alone is
/// computed once a word and gathered, and gradients are summed by word first. Exact.
class DistinctWords {
public:
    void clear(Index vocabulary);
    /// The place of `word` among the distinct ones; new words are added at the end.
    Index add(std::int32_t word);
    [[nodiscard]] const std::vector<std::int32_t>& words() const { return m_words; }
    [[nodiscard]] Index size() const { return static_cast<Index>(m_words.size()); }

private:
    std::vector<std::int32_t> m_words;
    std::vector<Index> m_places; ///< word → place, valid where m_seen says so
    std::vector<std::uint32_t> m_seen;
    std::uint32_t m_round = 0;
};

/// out = E[words], with dropout by word: every occurrence of a word in an update has the same mask (Gal & Ghahramani
/// 2016, section 4.2), which keeps the work per distinct word.
template <class Scalar, class Embedding, class Out>
void lookUp(const Embedding& embedding, const DistinctWords& distinct, const Dropout& dropout, Out&& out)
{
    for (Index i = 0; i < distinct.size(); ++i) {
        const std::int32_t word = distinct.words()[static_cast<std::size_t>(i)];
        out.col(i) = embedding.col(word);
        if (dropout.active())
            dropout.apply(out.col(i), static_cast<std::uint64_t>(word));
    }
}

/// The backward of lookUp: dE[words] += mask ∘ dOut. Changes `outGradient`.
template <class Out, class Embedding>
void lookUpBackward(Out&& outGradient, const DistinctWords& distinct, const Dropout& dropout, Embedding&& gradient)
{
    for (Index i = 0; i < distinct.size(); ++i) {
        const std::int32_t word = distinct.words()[static_cast<std::size_t>(i)];
        if (dropout.active())
            dropout.apply(outGradient.col(i), static_cast<std::uint64_t>(word));
        gradient.col(word) += outGradient.col(i);
    }
}

/// out.col(c) = words.col(place[c])
template <class Words, class Out>
void gather(const Words& words, const std::vector<Index>& place, Out&& out)
{
    for (Index column = 0; column < out.cols(); ++column)
        out.col(column) = words.col(place[static_cast<std::size_t>(column)]);
}

/// The backward of gather: words.col(place[c]) += gradient.col(c)
template <class Gradient, class Words>
void scatterAdd(const Gradient& gradient, const std::vector<Index>& place, Words&& words)
{
    for (Index column = 0; column < gradient.cols(); ++column)
        words.col(place[static_cast<std::size_t>(column)]) += gradient.col(column);
}

} // namespace alignoscope::nn
