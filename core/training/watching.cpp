// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/watching.h"

#include <algorithm>

namespace alignoscope::training {

Watching::Watching(WatchList& list, Journal& journal, RunId run, bool live)
    : m_list(list), m_journal(journal), m_run(run), m_live(live)
{
}

void Watching::restore(const std::vector<WatchedSentence>& sentences, std::int32_t next)
{
    for (const WatchedSentence& sentence : sentences)
        m_list.add(sentence, sentence.id);
    m_next = next;
    if (!sentences.empty())
        m_focus = sentences.front().id;
}

void Watching::watch(WatchedSentence sentence)
{
    const WatchedSentence& added = m_list.add(std::move(sentence), SentenceId(m_next++));
    if (!m_focus)
        m_focus = added.id;
    m_journal.tell(added);
}

bool Watching::hasSample() const
{
    const auto ids = m_list.ids();
    return std::any_of(ids.begin(), ids.end(), [this](SentenceId id) { return m_list.find(id)->sampled; });
}

void Watching::grant(Wishes::Taken wishes, std::int64_t step)
{
    for (WatchedSentence& sentence : wishes.watch) {
        watch(std::move(sentence));
        m_focus = m_list.ids().back();
        m_journal.tell(m_list.take(*m_focus, m_run, step, true));
    }
    for (const SentenceId sentence : wishes.unwatch)
        if (m_list.remove(sentence))
            m_journal.tell(SentenceUnwatched{sentence});
    if (wishes.focus && wishes.focus != m_focus) {
        m_focus = wishes.focus;
        showAtOnce(step);
    }
}

void Watching::show(std::int64_t step)
{
    if (!m_live || !m_focus || Clock::now() < m_due)
        return;
    const auto start = Clock::now();
    if (const auto snapshot = m_list.take(*m_focus, m_run, step, false))
        m_journal.tell(snapshot);
    const auto spent = Clock::now() - start;
    m_due = Clock::now() + std::max<Clock::duration>(80 * spent, std::chrono::milliseconds(33));
}

void Watching::showAtOnce(std::int64_t step)
{
    m_due = {};
    show(step);
}

} // namespace alignoscope::training
