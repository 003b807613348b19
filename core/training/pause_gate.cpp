// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/trainer.h"

namespace alignoscope {

void PauseGate::pause()
{
    const std::scoped_lock lock(m_mutex);
    m_paused = true;
    m_steps = 0;
}

void PauseGate::resume()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_paused = false;
        m_steps = 0;
    }
    m_changed.notify_all();
}

void PauseGate::step()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_paused)
            ++m_steps;
    }
    m_changed.notify_all();
}

bool PauseGate::paused() const
{
    const std::scoped_lock lock(m_mutex);
    return m_paused;
}

bool PauseGate::wait(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [this] { return !m_paused || m_steps > 0 || m_woken; });
    m_woken = false;
    if (stop.stop_requested())
        return false;
    if (!m_paused)
        return true;
    if (m_steps == 0)
        return false;
    --m_steps;
    return true;
}

void PauseGate::wake()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

} // namespace alignoscope
