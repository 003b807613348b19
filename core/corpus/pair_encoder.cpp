// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/pair_encoder.h"

#include <vector>

namespace alignoscope::corpus {
namespace {

/// Turns one side's types into rows of its vocabulary.
class SideEncoder {
public:
    SideEncoder(const TokenizedSide& side, const Vocabulary& vocabulary) : m_side(side)
    {
        m_ids.reserve(side.types.size());
        for (TypeId type = 0; type < side.types.size(); ++type)
            m_ids.push_back(vocabulary.id(side.types.type(type)));
    }
    /// With EOS; valid until the next call.
    std::span<const TokenId> encode(std::size_t sentence)
    {
        m_sentence.clear();
        for (const TypeId type : m_side.sentence(sentence))
            m_sentence.push_back(m_ids[type]);
        m_sentence.push_back(Vocabulary::endSentence);
        return m_sentence;
    }

private:
    const TokenizedSide& m_side;
    std::vector<TokenId> m_ids, m_sentence;
};

} // namespace

EncodedPairs encode(const TokenizedCorpus& corpus, const PairSet& pairs, const Dataset& dataset,
                    const Progress& progress)
{
    EncodedPairs encoded;
    SideEncoder source(corpus.source, dataset.sourceVocabulary), target(corpus.target, dataset.targetVocabulary);
    inOrder(corpus, pairs, progress,
            [&](std::size_t pair) { encoded.add(source.encode(pair), target.encode(pair), pair); });
    encoded.release();
    return encoded;
}

} // namespace alignoscope::corpus
