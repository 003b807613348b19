// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/batch.h"

#include "alignoscope/vocabulary.h"

namespace alignoscope::models {

void SourceBatch::assign(std::span<const std::span<const TokenId>> sentences, Index vocabulary, bool apart)
{
    m_lengths.clear();
    annotationStart.assign(1, 0);
    for (const auto sentence : sentences) {
        m_lengths.push_back(static_cast<Index>(sentence.size()));
        annotationStart.push_back(annotationStart.back() + m_lengths.back());
    }
    sequences.assign(m_lengths);
    words.clear(vocabulary);
    forwardWord.resize(static_cast<std::size_t>(sequences.total()));
    backwardWord.resize(static_cast<std::size_t>(sequences.total()));
    for (Index b = 0; b < sequences.sentences(); ++b) {
        const auto sentence = sentences[static_cast<std::size_t>(b)];
        const Index length = sequences.length(b);
        for (Index t = 0; t < length; ++t) {
            const std::int32_t token = index(sentence[static_cast<std::size_t>(t)]);
            const Index word = apart ? words.append(token) : words.add(token);
            forwardWord[static_cast<std::size_t>(sequences.column(b, t))] = word;
            backwardWord[static_cast<std::size_t>(sequences.column(b, length - 1 - t))] = word;
        }
    }
}

void TargetBatch::assign(std::span<const std::span<const TokenId>> sentences, const SourceBatch& source,
                         Index vocabulary, Index firstInBatch, Index stride)
{
    m_lengths.clear();
    for (const auto one : sentences)
        m_lengths.push_back(static_cast<Index>(one.size()));
    sequences.assign(m_lengths);
    words.clear(vocabulary);
    const auto total = static_cast<std::size_t>(sequences.total());
    inputWord.resize(total);
    output.resize(total);
    dropoutKey.resize(total);
    weightStart.resize(total + 1);
    sentence.resize(sentences.size());
    for (Index b = 0; b < sequences.sentences(); ++b) {
        sentence[static_cast<std::size_t>(sequences.rank[static_cast<std::size_t>(b)])] = b;
        const auto tokens = sentences[static_cast<std::size_t>(b)];
        TokenId before = Vocabulary::beginSentence;
        for (Index t = 0; t < sequences.length(b); ++t) {
            const auto column = static_cast<std::size_t>(sequences.column(b, t));
            inputWord[column] = words.add(index(before));
            before = tokens[static_cast<std::size_t>(t)];
            output[column] = index(before);
            dropoutKey[column] =
                (static_cast<std::uint64_t>(firstInBatch + b * stride) << 20) + static_cast<std::uint64_t>(t);
            weightStart[column] = source.sequences.length(b);
        }
    }
    Index next = 0;
    for (std::size_t column = 0; column < total; ++column) {
        const Index length = weightStart[column];
        weightStart[column] = next;
        next += length;
    }
    weightStart[total] = next;
}

} // namespace alignoscope::models
