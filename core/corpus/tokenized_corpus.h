// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"
#include "corpus/token_table.h"

#include <memory>
#include <span>
#include <vector>

namespace alignoscope::corpus {

/// One side of a corpus as numbers of its different tokens, without EOS.
struct TokenizedSide {
    std::vector<std::string> types;
    std::vector<TypeId> tokens;
    std::vector<std::size_t> ends;

    [[nodiscard]] std::span<const TypeId> sentence(std::size_t i) const
    {
        const std::size_t begin = i == 0 ? 0 : ends[i - 1];
        return {tokens.data() + begin, ends[i] - begin};
    }
};

struct TokenizedCorpus {
    TokenizedSide source, target;

    [[nodiscard]] std::size_t size() const { return source.ends.size(); }
    [[nodiscard]] std::size_t longerSide(std::size_t i) const
    {
        return std::max(source.sentence(i).size(), target.sentence(i).size());
    }
    [[nodiscard]] bool hasEmptySide(std::size_t i) const
    {
        return source.sentence(i).empty() || target.sentence(i).empty();
    }
};

/// Tokenises every pair, in order, on `workers` threads. Throws Error(Cancelled).
TokenizedCorpus tokenizeCorpus(const TextPairs& pairs, const TextOptions& text, std::size_t workers,
                               const Progress& progress);

} // namespace alignoscope::corpus
