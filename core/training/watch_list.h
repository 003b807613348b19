// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "alignoscope/training_event.h"

#include <vector>

namespace alignoscope::training {

/// What a run watches, and pictures of the model's attention to it. Lives on the training thread.
class WatchList {
public:
    virtual ~WatchList() = default;

    /// Gives the sentence its number and keeps it. Valid until the next change.
    virtual const WatchedSentence& add(WatchedSentence sentence, SentenceId id) = 0;
    virtual bool remove(SentenceId id) = 0;
    [[nodiscard]] virtual std::vector<SentenceId> ids() const = 0;
    /// Null where there is none. Valid until the next change.
    [[nodiscard]] virtual const WatchedSentence* find(SentenceId id) const = 0;
    /// Null: no such sentence.
    virtual AttentionSnapshotPtr take(SentenceId id, RunId run, std::int64_t step, bool recorded) = 0;
};

} // namespace alignoscope::training
