// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window/input_source.h"

#include "tests/bench/window/frame_meter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointingDevice>

#include <random>

namespace alignoscope::bench {
namespace {

struct StampedMove : QMouseEvent, Stamped {
    StampedMove(const QPointF& point, const QPointF& global)
        : QMouseEvent(QEvent::MouseMove, point, point, global, Qt::NoButton, Qt::NoButton, Qt::NoModifier)
    {
    }
};

struct StampedKey : QKeyEvent, Stamped {
    StampedKey(QEvent::Type type, int key) : QKeyEvent(type, key, Qt::NoModifier) { }
};

} // namespace

InputSource::InputSource(QWindow* window, std::vector<QPointF> points) : m_window(window), m_points(std::move(points))
{
    QPointingDevice::primaryPointingDevice(); // Qt makes it when it is first asked for, and that must be here
    m_thread = std::jthread([this](const std::stop_token& stop) { play(stop); });
}

void InputSource::play(const std::stop_token& stop)
{
    std::minstd_rand random(1);
    std::uniform_int_distribution<int> pause(15, 35); // milliseconds
    std::unique_lock lock(m_mutex);
    for (std::uint64_t turn = 0; !stop.stop_requested(); ++turn) {
        m_clock.wait_for(lock, stop, std::chrono::milliseconds(pause(random)), [] { return false; });
        if (!stop.stop_requested())
            post(turn);
    }
}

void InputSource::post(std::uint64_t turn)
{
    if (turn % 4 == 3) { // left and right in turn, so that the cursor never stops at an edge
        const int key = turn % 8 == 3 ? Qt::Key_Right : Qt::Key_Left;
        QCoreApplication::postEvent(m_window, new StampedKey(QEvent::KeyPress, key));
        return;
    }
    const QPointF point = m_points[turn % m_points.size()];
    QCoreApplication::postEvent(m_window, new StampedMove(point, m_window->mapToGlobal(point)));
}

} // namespace alignoscope::bench
