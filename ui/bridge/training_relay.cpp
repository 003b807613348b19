// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/training_relay.h"

#include <utility>

namespace alignoscope::ui {

void TrainingRelay::onEvent(const TrainingEvent& event)
{
    const std::lock_guard lock(m_mutex);
    m_events.push_back(event);
}

void TrainingRelay::onAttention(const AttentionSnapshotPtr& snapshot)
{
    const std::lock_guard lock(m_mutex);
    if (snapshot->recorded)
        m_recorded.push_back({snapshot->sentence, snapshot->step});
    AttentionSnapshotPtr& newest = m_newest[snapshot->sentence];
    if (newest)
        ++m_dropped;
    newest = snapshot;
}

std::vector<TrainingEvent> TrainingRelay::takeEvents()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_events, {});
}

std::vector<AttentionSnapshotPtr> TrainingRelay::takeSnapshots()
{
    std::map<SentenceId, AttentionSnapshotPtr> taken;
    {
        const std::lock_guard lock(m_mutex);
        taken.swap(m_newest);
    }
    std::vector<AttentionSnapshotPtr> snapshots;
    snapshots.reserve(taken.size());
    for (auto& [sentence, snapshot] : taken)
        snapshots.push_back(std::move(snapshot));
    return snapshots;
}

std::vector<TrainingRelay::RecordedStep> TrainingRelay::takeRecorded()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_recorded, {});
}

std::uint64_t TrainingRelay::dropped() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

} // namespace alignoscope::ui
