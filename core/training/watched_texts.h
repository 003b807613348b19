// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "alignoscope/dataset.h"
#include "alignoscope/training_event.h"
#include "decoding/labelling.h"
#include "models/trained_model.h"
#include "nn/thread_team.h"
#include "training/watch_list.h"

#include <optional>
#include <vector>

namespace alignoscope::training {

/// Numbers of at most `count` texts of the validation part, as many of every label as there are, short to long; the
/// labels take turns.
std::vector<std::size_t> pickTexts(const Dataset& dataset, std::size_t count);

/// The texts a run of a classifier watches, pictures of their attention and what is thought of them. Lives on the
/// training thread.
class WatchedTexts final : public WatchList {
public:
    WatchedTexts(const models::TextClassifier<float>& network, const models::Language& language,
                 const nn::Weights<float>& weights, nn::ThreadTeam& team);

    const WatchedSentence& add(WatchedSentence text, SentenceId id) override;
    bool remove(SentenceId id) override;
    [[nodiscard]] std::vector<SentenceId> ids() const override;
    [[nodiscard]] const WatchedSentence* find(SentenceId id) const override;
    AttentionSnapshotPtr take(SentenceId id, RunId run, std::int64_t step, bool recorded) override;

    [[nodiscard]] bool has(std::string_view text, std::string_view label) const;

    enum class Which { All, Sample, WithoutSample };
    struct Measured {
        std::vector<AttentionSnapshotPtr> pictures; ///< recorded
        std::vector<TextScore> scores;              ///< of those with a label the model knows
    };
    /// On all threads.
    Measured measure(Which which, RunId run, std::int64_t step);

private:
    struct Entry {
        WatchedSentence text;
        decoding::EncodedText encoded;
        std::optional<std::int32_t> label;
    };
    [[nodiscard]] const Entry* entry(SentenceId id) const;
    [[nodiscard]] std::shared_ptr<AttentionSnapshot> picture(const Entry& entry, const decoding::Labelled& labelled,
                                                             RunId run, std::int64_t step, bool recorded) const;
    [[nodiscard]] const std::string& labelName(std::int32_t label) const;

    const models::TextClassifier<float>& m_network;
    const models::Language& m_language;
    const nn::Weights<float>& m_weights;
    nn::ThreadTeam& m_team;
    decoding::Labelling m_labelling;
    std::vector<Entry> m_entries;
};

} // namespace alignoscope::training
