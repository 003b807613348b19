// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/subword_training.h"

#include "alignoscope/error.h"
#include "text/sentencepiece_library.h"
#include "text/subword_model_check.h"
#include "text/unicode.h"

#include <sentencepiece_trainer.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace alignoscope::text {
namespace {

constexpr std::size_t longestSentence = 1 << 14; ///< bytes; what stands behind them adds little and costs memory

void throwIfStopped(const Progress& progress)
{
    if (progress.stop.stop_requested())
        throw Error(ErrorKind::Cancelled, {"", "learning subwords was cancelled", "", "", ""});
}

void requirePossible(const SubwordOptions& options)
{
    constexpr int fewest = 10, most = static_cast<int>(mostPieces);
    if (options.pieces < fewest || options.pieces > most)
        throw Error(ErrorKind::Usage,
                    {"subwords", "the number of pieces is impossible",
                     "from " + std::to_string(fewest) + " to " + std::to_string(most), std::to_string(options.pieces),
                     ""});
}

std::string_view shortened(std::string_view sentence)
{
    return sentence.substr(0, wholeCharacters(sentence.substr(0, longestSentence + 1), longestSentence).size());
}

/// The sentences as SentencePiece takes them. They end early when the caller wants to stop.
class Sentences : public sentencepiece::SentenceIterator {
public:
    Sentences(const SentenceList& list, const Progress& progress) : m_list(list), m_progress(progress) { skipEmpty(); }
    [[nodiscard]] bool done() const override { return m_at >= m_list.size; }
    void Next() override
    {
        ++m_at;
        skipEmpty();
    }
    [[nodiscard]] const std::string& value() const override { return m_sentence; }
    [[nodiscard]] sentencepiece::util::Status status() const override
    {
        return m_progress.stop.stop_requested()
            ? sentencepiece::util::Status(sentencepiece::util::StatusCode::kCancelled, "stopped")
            : sentencepiece::util::Status();
    }

private:
    void skipEmpty()
    {
        for (; m_at < m_list.size; ++m_at) {
            if (m_progress.stop.stop_requested()) {
                m_at = m_list.size;
                return;
            }
            m_sentence = shortened(m_list.at(m_at));
            if (!m_sentence.empty())
                return;
        }
    }

    const SentenceList& m_list;
    const Progress& m_progress;
    std::size_t m_at = 0;
    std::string m_sentence;
};

/// How many different characters there are, and how many of them make up all but the rarest share.
struct Alphabet {
    std::size_t characters = 0, frequent = 0;
};
constexpr double frequentShare = 0.9995;
constexpr auto frequentShareText = "0.9995";

Alphabet alphabetOf(const SentenceList& sentences, const Progress& progress)
{
    std::unordered_map<char32_t, std::int64_t> counts;
    std::int64_t total = 0;
    for (Sentences all(sentences, progress); !all.done(); all.Next()) {
        const std::string& sentence = all.value();
        for (std::size_t at = 0; at < sentence.size(); ++total) {
            const CodePoint point = codePointAt(sentence, at);
            ++counts[point.value];
            at = point.end;
        }
    }
    throwIfStopped(progress);
    std::vector<std::int64_t> ordered;
    ordered.reserve(counts.size());
    for (const auto& [character, count] : counts)
        ordered.push_back(count);
    std::ranges::sort(ordered, std::greater());
    Alphabet alphabet{counts.size(), 0};
    for (std::int64_t seen = 0;
         alphabet.frequent < ordered.size() && static_cast<double>(seen) < frequentShare * static_cast<double>(total);
         ++alphabet.frequent)
        seen += ordered[alphabet.frequent];
    return alphabet;
}

using Settings = std::unordered_map<std::string, std::string>;

Settings settingsOf(const SubwordOptions& options, const Alphabet& alphabet)
{
    constexpr std::size_t ownPieces = 2; // <unk> and "▁"
    const auto pieces = static_cast<std::size_t>(options.pieces);
    // An alphabet is taken whole; of thousands of characters the rarest would leave no room for anything else.
    const bool isSmall = 4 * alphabet.characters <= pieces;
    const std::size_t needed = isSmall ? alphabet.characters : alphabet.frequent;
    return {{"model_type", options.method == SubwordMethod::Bpe ? "bpe" : "unigram"},
            {"vocab_size", std::to_string(std::max(pieces, needed + ownPieces))},
            {"hard_vocab_limit", "false"}, // fewer where there are no more
            {"character_coverage", isSmall ? "1.0" : frequentShareText},
            {"normalization_rule_name", "identity"},
            {"max_sentence_length", std::to_string(2 * longestSentence)},
            {"bos_id", "-1"}, // the marks of a sentence are the vocabulary's own
            {"eos_id", "-1"},
            {"num_threads", "4"}}; // always: the sums of the unigram model depend on it
}

} // namespace

SubwordModel learnSubwords(const SentenceList& sentences, const SubwordOptions& options, const Progress& progress)
{
    requirePossible(options);
    const Problem problem{"subwords", "no pieces can be learnt from this text", "", "",
                          "Choose another number of pieces, or another tokeniser."};
    const Alphabet alphabet = alphabetOf(sentences, progress);
    if (alphabet.characters == 0)
        throw Error(ErrorKind::Input, {"subwords", "there is no text to learn pieces from", "", "", ""});
    Sentences all(sentences, progress);
    std::string bytes;
    callSentencePiece(problem, [&] {
        auto status = sentencepiece::SentencePieceTrainer::Train(settingsOf(options, alphabet), &all, &bytes);
        return progress.stop.stop_requested() ? sentencepiece::util::Status() : status;
    });
    throwIfStopped(progress);
    return SubwordModel::parse(std::move(bytes), problem.where);
}

} // namespace alignoscope::text
