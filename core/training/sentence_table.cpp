// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/sentence_table.h"

#include "alignoscope/metrics.h"
#include "text/piece_marks.h"

#include <set>
#include <utility>

namespace alignoscope::training {

SentenceTable::SentenceTable(const Dataset& dataset, const Validation& validation, WatchedSentences& watched,
                             Journal& journal, RunId run)
    : m_dataset(dataset), m_validation(validation), m_watched(watched), m_journal(journal), m_run(run)
{
}

std::vector<WatchedSentence> SentenceTable::missing() const
{
    std::vector<WatchedSentence> sentences;
    std::set<std::pair<std::string, std::string>> taken; // a corpus may hold a pair twice
    for (const std::size_t pair : m_validation.samplePairs()) {
        WatchedSentence sentence = fromValidation(m_dataset, pair);
        if (m_watched.find(sentence.source, sentence.target) || !taken.emplace(sentence.source, sentence.target).second)
            continue;
        sentence.sampled = true;
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

void SentenceTable::begin(const nn::Weights<float>& weights, std::int64_t step)
{
    for (SampledPair& one : m_validation.lookAtSample(weights))
        if (const WatchedSentence* sentence = sentenceOf(one); sentence && sentence->sampled)
            tellPicture(one, sentence->id, step);
}

void SentenceTable::tell(std::vector<SampledPair> sample, std::int64_t step)
{
    SentencesScored scored{step, {}};
    std::set<SentenceId> told;
    for (SampledPair& one : sample) {
        const WatchedSentence* sentence = sentenceOf(one);
        if (sentence && !told.contains(sentence->id) && tellPicture(one, sentence->id, step)) {
            told.insert(sentence->id);
            scored.scores.push_back({sentence->id, std::move(one.translation), one.bleu, one.chrf});
        }
    }
    for (const SentenceId id : m_watched.ids()) { // what a person added, and what another start of the run sampled
        if (told.contains(id))
            continue;
        m_journal.tell(m_watched.take(id, m_run, step, true));
        if (const WatchedSentence& sentence = *m_watched.find(id); !sentence.target.empty())
            scored.scores.push_back(score(sentence));
    }
    m_journal.tell(std::move(scored));
}

const WatchedSentence* SentenceTable::sentenceOf(const SampledPair& one) const
{
    const std::size_t raw = m_dataset.validation.rawIndex(one.pair);
    const TextPairs& pairs = m_dataset.validationCorpus->pairs;
    return m_watched.find(pairs.source(raw), pairs.target(raw));
}

bool SentenceTable::tellPicture(SampledPair& one, SentenceId id, std::int64_t step)
{
    const AttentionSnapshotPtr picture = m_watched.pictureOf(id, m_run, step, std::move(one.forced));
    if (picture)
        m_journal.tell(picture);
    return picture != nullptr;
}

SentenceScore SentenceTable::score(const WatchedSentence& sentence)
{
    SentenceScore result{sentence.id, m_watched.translate(sentence.id), 0, 0};
    const TextOptions& text = m_dataset.options.text;
    const std::string reference = text::withoutPieceMarks(sentence.target, text.target());
    result.bleu = sentenceBleu(result.translation, reference, text.lowercase, bleuTokenizerFor({reference}));
    result.chrf = sentenceChrf(result.translation, reference, text.lowercase);
    return result;
}

} // namespace alignoscope::training
