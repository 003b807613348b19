// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"
#include "corpus/cancellation.h"
#include "corpus/pair_set.h"
#include "corpus/token_table.h"

#include <algorithm>
#include <span>

namespace alignoscope::corpus {

/// One side of a corpus as numbers of its different tokens, without EOS.
struct TokenizedSide {
    TokenTable types;
    ScratchArray<TypeId> tokens;
    ScratchArray<std::uint64_t> ends;

    [[nodiscard]] std::size_t size() const { return ends.size(); }
    [[nodiscard]] std::span<const TypeId> sentence(std::size_t i) const
    {
        const std::size_t begin = i == 0 ? 0 : ends[i - 1];
        return tokens.part(begin, ends[i] - begin);
    }
    void release() const
    {
        tokens.release();
        ends.release();
    }
};

struct TokenizedCorpus {
    TokenizedSide source, target;

    [[nodiscard]] std::size_t size() const { return source.size(); }
    [[nodiscard]] std::size_t longerSide(std::size_t i) const
    {
        return std::max(source.sentence(i).size(), target.sentence(i).size());
    }
    [[nodiscard]] bool hasEmptySide(std::size_t i) const
    {
        return source.sentence(i).empty() || target.sentence(i).empty();
    }
};

/// Tokenises every pair, in order, on `workers` threads. Numbers of types do not depend on the threads. Throws
/// Error(Cancelled).
TokenizedCorpus tokenizeCorpus(const TextPairs& pairs, const TextOptions& text, std::size_t workers,
                               const Progress& progress);

/// Calls `visit(pair)` for every one of `pairs`, in order. Now and then tells how far it is, throws Error(Cancelled)
/// when asked to stop, and lets go of what was read: a large corpus passes through memory and does not gather there.
template <class Visit>
void inOrder(const TokenizedCorpus& corpus, const PairSet& pairs, const Progress& progress, Visit&& visit)
{
    constexpr std::size_t atOnce = std::size_t{1} << 16;
    for (std::size_t begin = 0; begin < pairs.corpusSize(); begin += atOnce) {
        throwIfStopped(progress.stop);
        progress(static_cast<double>(begin) / static_cast<double>(pairs.corpusSize()));
        const std::size_t end = std::min(pairs.corpusSize(), begin + atOnce);
        for (std::size_t pair = begin; pair < end; ++pair)
            if (pairs.contains(pair))
                visit(pair);
        corpus.source.release();
        corpus.target.release();
    }
}

} // namespace alignoscope::corpus
