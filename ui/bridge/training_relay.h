// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/trainer.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

namespace alignoscope::ui {

/// Where the training thread leaves what it has to say and the window picks it up. Two lanes: events are kept in order
/// and never lost; of each sentence's attention only the newest is kept, and what was overtaken is counted.
/// Every call is thread-safe and none blocks for longer than a copy of a few pointers.
class TrainingRelay final : public TrainingObserver {
public:
    struct RecordedStep {
        SentenceId sentence{};
        std::int64_t step = 0;
    };

    void onEvent(const TrainingEvent& event) override;
    void onAttention(const AttentionSnapshotPtr& snapshot) override;

    [[nodiscard]] std::vector<TrainingEvent> takeEvents();
    [[nodiscard]] std::vector<AttentionSnapshotPtr> takeSnapshots();
    [[nodiscard]] std::vector<RecordedStep> takeRecorded(); ///< what went into the history, none lost
    [[nodiscard]] std::uint64_t dropped() const;            ///< pictures overtaken before they were shown

private:
    mutable std::mutex m_mutex;
    std::vector<TrainingEvent> m_events;
    std::map<SentenceId, AttentionSnapshotPtr> m_newest;
    std::vector<RecordedStep> m_recorded;
    std::uint64_t m_dropped = 0;
};

} // namespace alignoscope::ui
