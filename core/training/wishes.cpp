// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/wishes.h"

#include <utility>

namespace alignoscope::training {

void Wishes::wake()
{
    if (m_gate)
        m_gate->wake();
}

void Wishes::watch(WatchedSentence sentence)
{
    const std::scoped_lock lock(m_mutex);
    m_taken.watch.push_back(std::move(sentence));
    wake();
}

void Wishes::unwatch(SentenceId sentence)
{
    const std::scoped_lock lock(m_mutex);
    m_taken.unwatch.push_back(sentence);
    wake();
}

void Wishes::focus(SentenceId sentence)
{
    const std::scoped_lock lock(m_mutex);
    m_taken.focus = sentence;
    wake();
}

Wishes::Copy Wishes::copy(const std::function<Copy()>& make)
{
    std::unique_lock lock(m_mutex);
    if (!m_gate)
        return make();
    const std::uint64_t mine = ++m_asked;
    wake();
    m_answered.wait(lock, [&] { return m_served >= mine; });
    return m_copy;
}

void Wishes::open(PauseGate& gate)
{
    const std::scoped_lock lock(m_mutex);
    m_gate = &gate;
}

void Wishes::close(const std::function<Copy()>& make)
{
    serveCopies(make);
    const std::scoped_lock lock(m_mutex);
    if (m_served != m_asked) // asked between the two locks
        m_copy = make();
    m_served = m_asked;
    m_gate = nullptr;
    m_answered.notify_all();
}

void Wishes::serveCopies(const std::function<Copy()>& make)
{
    const std::scoped_lock lock(m_mutex);
    if (m_served == m_asked)
        return;
    m_copy = make();
    m_served = m_asked;
    m_answered.notify_all();
}

Wishes::Taken Wishes::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_taken, {});
}

} // namespace alignoscope::training
