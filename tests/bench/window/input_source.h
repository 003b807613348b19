// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QWindow>

#include <cstdint>
#include <vector>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace alignoscope::bench {

/// A hand at mouse and keyboard, on a thread of its own as a display server's input is: moves over `points` of a
/// window and presses arrow keys in between, 40 times a second and never in step with anything. Each input changes
/// what is to be seen. Ends with the object.
class InputSource {
public:
    InputSource(QWindow* window, std::vector<QPointF> points);

private:
    void play(const std::stop_token& stop);
    void post(std::uint64_t turn);

    QWindow* m_window;
    std::vector<QPointF> m_points;
    std::mutex m_mutex;
    std::condition_variable_any m_clock;
    std::jthread m_thread;
};

} // namespace alignoscope::bench
