// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "alignoscope/dataset.h"
#include "alignoscope/training_event.h"
#include "decoding/beam_search.h"
#include "decoding/encoded_text.h"
#include "decoding/forced_decoding.h"
#include "models/trained_model.h"
#include "training/watch_list.h"

#include <optional>
#include <vector>

namespace alignoscope::training {

/// Sentences of the validation part worth watching: short to long, known words before unknown ones.
std::vector<WatchedSentence> pickFromValidation(const Dataset& dataset, std::size_t count);

/// A pair of the validation part as a sentence to watch.
WatchedSentence fromValidation(const Dataset& dataset, std::size_t pair);

/// "source" or "source ||| target", as a user types it. Throws Error(Usage) when there is no word in the source.
WatchedSentence parseWatched(std::string_view text);

/// The sentences a run watches, and pictures of their attention. Lives on the training thread.
class WatchedSentences final : public WatchList {
public:
    WatchedSentences(const models::RnnSearch<float>& network, const models::Language& language,
                     const nn::Weights<float>& weights);

    const WatchedSentence& add(WatchedSentence sentence, SentenceId id) override;
    bool remove(SentenceId id) override;
    [[nodiscard]] std::vector<SentenceId> ids() const override;
    [[nodiscard]] const WatchedSentence* find(SentenceId id) const override;
    /// With the reference where there is one, otherwise with the model's own greedy output.
    AttentionSnapshotPtr take(SentenceId id, RunId run, std::int64_t step, bool recorded) override;

    [[nodiscard]] std::vector<SentenceId> idsWithoutSample() const;
    /// The first one of these texts; null where there is none. Valid until the next change.
    [[nodiscard]] const WatchedSentence* find(std::string_view source, std::string_view target) const;

    /// The same from numbers already computed of its reference. Null where they are not of this sentence's tokens.
    AttentionSnapshotPtr pictureOf(SentenceId id, RunId run, std::int64_t step, Translator::ForcedScore&& forced) const;
    /// The model's own greedy translation.
    std::string translate(SentenceId id);

private:
    struct Entry {
        WatchedSentence sentence;
        decoding::EncodedText source, target; ///< target empty: none given
    };
    [[nodiscard]] const Entry* entry(SentenceId id) const;
    static std::shared_ptr<AttentionSnapshot> blank(const Entry& entry, RunId run, std::int64_t step, bool recorded);
    static void fill(AttentionSnapshot& snapshot, const Entry& entry, Translator::ForcedScore&& forced);
    void takeForced(const Entry& entry, AttentionSnapshot& snapshot);
    void takeGreedy(const Entry& entry, AttentionSnapshot& snapshot);
    decoding::BeamHypothesis greedy(const Entry& entry);

    const models::Language& m_language;
    decoding::ForcedDecoding m_forced;
    decoding::BeamSearch m_beam;
    std::vector<Entry> m_entries;
};

} // namespace alignoscope::training
