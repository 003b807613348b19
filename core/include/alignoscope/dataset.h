// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/corpus.h"
#include "alignoscope/vocabulary.h"

#include <functional>
#include <memory>
#include <vector>

namespace alignoscope {

struct DatasetOptions {
    TextOptions text;
    int maxLength = 50;          ///< tokens a side, without EOS; longer pairs are left out. A text with a label is
                                 ///< kept whatever its length: the classifier cuts it (ClassifierOptions::positions)
    int minCount = 1;            ///< rarer tokens become <unk>; labels never do
    int vocabularyLimit = 30000; ///< most frequent tokens kept a side (0: all)
    double validationSplit =
        0.05;               ///< share of the pairs kept out of training, at most 2,000; 0 with a corpus of its own
    std::uint64_t seed = 1; ///< which pairs those are
    bool operator==(const DatasetOptions&) const = default;
};

/// Token numbers of many pairs, one block a side, in a scratch file where they are very many. Every sentence ends in
/// EOS.
class ALIGNOSCOPE_API EncodedPairs {
public:
    void add(std::span<const TokenId> source, std::span<const TokenId> target, std::size_t rawIndex);
    [[nodiscard]] std::size_t size() const { return m_raw.size(); }
    [[nodiscard]] std::span<const TokenId> source(std::size_t i) const { return side(m_source, m_sourceEnds, i); }
    [[nodiscard]] std::span<const TokenId> target(std::size_t i) const { return side(m_target, m_targetEnds, i); }
    [[nodiscard]] std::size_t rawIndex(std::size_t i) const { return m_raw[i]; } ///< its pair in the RawCorpus
    [[nodiscard]] std::int64_t sourceTokens() const { return static_cast<std::int64_t>(m_source.size()); } ///< with EOS
    [[nodiscard]] std::int64_t targetTokens() const { return static_cast<std::int64_t>(m_target.size()); } ///< with EOS
    /// Lets go of memory for a while, where there are many: what is looked at comes again. Thread-safe beside readers.
    void release() const;

private:
    static std::span<const TokenId> side(const ScratchArray<TokenId>& ids, const ScratchArray<std::size_t>& ends,
                                         std::size_t i)
    {
        const std::size_t begin = i == 0 ? 0 : ends[i - 1];
        return ids.part(begin, ends[i] - begin);
    }
    ScratchArray<TokenId> m_source, m_target;
    ScratchArray<std::size_t> m_sourceEnds, m_targetEnds, m_raw;
};

/// What training needs of a corpus. Immutable once built; shared between threads as `shared_ptr<const Dataset>`.
struct Dataset {
    DatasetOptions options;
    Vocabulary sourceVocabulary, targetVocabulary;
    EncodedPairs training, validation;
    std::shared_ptr<const RawCorpus> corpus;           ///< where `training` came from
    std::shared_ptr<const RawCorpus> validationCorpus; ///< where `validation` came from (the same unless given apart)
    std::int64_t tooLong = 0;                          ///< pairs left out by maxLength; texts with a label: longer ones
    static constexpr std::size_t mostLeftOut = 20000;
    std::vector<std::size_t> leftOut; ///< the first pairs of `corpus` that are in neither, in order; at most so many
    Task task = Task::Translation;    ///< of the corpus
    std::int64_t unknownLabels = 0;   ///< Classification: texts left out of validation, as no text with that label is
                                      ///< trained on
};

struct DatasetInputs {
    std::shared_ptr<const RawCorpus> corpus;
    std::shared_ptr<const RawCorpus> validation = {}; ///< null: split off `corpus`
    const Vocabulary* sourceVocabulary = nullptr;     ///< given (a run that goes on) instead of counted
    const Vocabulary* targetVocabulary = nullptr;
};

/// How a corpus becomes tokens, with a model for every side that `text` cuts into Subwords and that has none: the file
/// it names, or one learnt from the corpus (at most 200,000 of its sentences). buildDataset and summarize do this
/// themselves; who calls both spares one of them the work. Throws Error(Input) on a file that is no model, and
/// Error(Cancelled), though not while a model is being learnt. Blocks. Thread-safe.
ALIGNOSCOPE_API TextOptions withSubwordModels(const RawCorpus& corpus, const TextOptions& text, const Progress& = {});

/// One side of a corpus in numbers (tokens without EOS).
struct SideSummary {
    std::int64_t tokens = 0, types = 0; ///< types: different tokens, before minimum count and limit
    std::int64_t vocabulary = 0;        ///< what remains of them at minCount and vocabularyLimit (with the marks)
    std::int64_t maxLength = 0;
    double meanLength = 0;
    std::vector<std::int64_t> lengths;   ///< lengths[n] = sentences of n tokens; the last one counts all longer ones
    std::vector<std::string> firstTypes; ///< the 20 most frequent
};
struct CorpusSummary {
    SideSummary source, target;
    std::int64_t pairs = 0, tooLong = 0;
    std::vector<LabelCount> labels{}; ///< of a corpus of Task::Classification
};
/// The figures the dataset dialog and `inspect` show. Blocks. Thread-safe.
ALIGNOSCOPE_API CorpusSummary summarize(const RawCorpus& corpus, const DatasetOptions& options, const Progress& = {});

using Summarised = std::function<void(const CorpusSummary&)>;
/// Tokenises, counts, numbers and splits, with all cores. The same inputs give the same dataset, whatever the cores.
/// Throws Error(Input) when no training pair is left, Error(Usage) on impossible options, Error(Storage) when the disk
/// has no room for a large corpus. `summarised` is given on the way what `summarize` of the corpus would give, so that
/// it is tokenised only once; called on the calling thread, before the pairs are split. Blocks. Thread-safe.
ALIGNOSCOPE_API Dataset buildDataset(const DatasetInputs& inputs, const DatasetOptions& options, const Progress& = {},
                                     const Summarised& summarised = {});

} // namespace alignoscope
