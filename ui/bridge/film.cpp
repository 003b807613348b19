// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/film.h"

#include "ui/bridge/playback.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

// A picture that could not be read never comes; the film goes on without it.
static constexpr double longestWait = 2; // seconds

Film::Film(Playback& playback, QObject* parent) : QObject(parent), m_playback(playback), m_clock(this)
{
    setObjectName("film");
    m_clock.setObjectName("filmClock");
    m_clock.setInterval(1000 / 60);
    m_clock.setTimerType(Qt::PreciseTimer);
    connect(&m_clock, &QTimer::timeout, this, [this] { advance(static_cast<double>(m_sinceTick.restart()) / 1000); });
    connect(&playback, &Playback::stepsChanged, this, &Film::takeSteps);
    connect(&playback, &Playback::pictureChanged, this, [this] { m_awaited = -1; });
}

void Film::play()
{
    if (m_steps.size() < 2)
        return;
    const std::size_t shown = stopShown();
    m_due = 0;
    m_awaited = -1;
    setPlaying(true);
    goTo(m_playback.live() || shown + 1 >= m_steps.size() ? 0 : shown);
}

void Film::pause()
{
    setPlaying(false);
}

void Film::setSpeed(double picturesPerSecond)
{
    m_speed = std::clamp(picturesPerSecond, slowest, fastest);
}

void Film::setLooping(bool looping)
{
    m_looping = looping;
}

void Film::advance(double seconds)
{
    if (!m_playing)
        return;
    m_due += seconds * m_speed;
    if (m_awaited >= 0) {
        m_awaited += seconds;
        if (m_awaited < longestWait)
            return;
    }
    const double pictures = std::floor(m_due);
    if (pictures < 1)
        return;
    m_due -= pictures;
    const std::size_t last = m_steps.size() - 1;
    if (m_stop < last)
        goTo(std::min(last, m_stop + static_cast<std::size_t>(pictures)));
    else if (m_looping)
        goTo(0);
    else
        pause();
}

void Film::takeSteps(const std::vector<qint64>& steps)
{
    // another sentence has other pictures: the film goes on where it was in training
    const qint64 step = m_stop < m_steps.size() ? m_steps[m_stop] : 0;
    m_steps = steps;
    const auto at = std::lower_bound(m_steps.begin(), m_steps.end(), step);
    m_stop =
        m_steps.empty() ? 0 : std::min<std::size_t>(static_cast<std::size_t>(at - m_steps.begin()), m_steps.size() - 1);
    if (m_steps.size() < 2)
        pause();
}

std::size_t Film::stopShown() const
{
    const qint64 step = m_playback.shown() ? m_playback.shown()->step : 0;
    return static_cast<std::size_t>(std::upper_bound(m_steps.begin(), m_steps.end(), step) - m_steps.begin())
        - (m_steps.front() <= step ? 1 : 0);
}

void Film::goTo(std::size_t stop)
{
    m_stop = stop;
    m_awaited = 0;
    m_playback.goToStep(m_steps[stop]);
}

void Film::setPlaying(bool playing)
{
    if (playing == m_playing)
        return;
    m_playing = playing;
    if (playing) {
        m_sinceTick.start();
        m_clock.start();
    } else {
        m_clock.stop();
    }
    emit playingChanged(playing);
}

} // namespace alignoscope::ui
