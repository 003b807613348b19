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
    /// Adds `word` once more, also where it is there already: for whoever keeps occurrences apart. `find` gives the
    /// first of them.
    Index append(std::int32_t word);
    /// The place of `word`; −1 where it is not among them.
    [[nodiscard]] Index find(std::int32_t word) const
    {
        const auto at = static_cast<std::size_t>(word);
        return at < m_seen.size() && m_seen[at] == m_round ? m_places[at] : Index(-1);
    }
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

/// The backward of lookUp: dE[words] = mask ∘ dOut, in place.
template <class Out>
void lookUpBackward(Out&& outGradient, const DistinctWords& distinct, const Dropout& dropout)
{
    if (dropout.active())
        for (Index i = 0; i < distinct.size(); ++i)
            dropout.apply(outGradient.col(i),
                          static_cast<std::uint64_t>(distinct.words()[static_cast<std::size_t>(i)]));
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
