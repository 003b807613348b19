// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/journal.h"

#include <utility>

namespace alignoscope::training {

Journal::Journal(RunId run, TrainingObserver& observer, std::optional<storage::RunWriter>& writer)
    : m_run(run), m_observer(observer), m_writer(writer), m_before(writer ? writer->elapsed() : 0)
{
}

double Journal::now() const
{
    return m_before + std::chrono::duration<double>(Clock::now() - m_start).count();
}

void Journal::tell(decltype(TrainingEvent::what) what)
{
    const TrainingEvent event{m_run, now(), std::move(what)};
    m_observer.onEvent(event);
    if (m_writer)
        m_writer->append(event);
}

void Journal::tell(const AttentionSnapshotPtr& snapshot)
{
    m_observer.onAttention(snapshot);
    if (m_writer && snapshot->recorded)
        m_writer->append(*snapshot);
}

void Journal::flush(bool whatever)
{
    if (!m_writer || (!whatever && Clock::now() - m_flushed < std::chrono::seconds(1)))
        return;
    m_flushed = Clock::now();
    m_writer->flush();
}

} // namespace alignoscope::training
