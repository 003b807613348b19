// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace alignoscope::commands {

/// While it lives, SIGINT and SIGTERM request a stop instead of ending the process; a second one ends it at once.
/// Make it before any other thread starts: threads inherit the blocked signals from the one that starts them.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    [[nodiscard]] bool happened() const { return m_stop.stop_requested(); }

private:
    void listen(int descriptor);

    std::stop_source m_stop;
    int m_ended = -1; ///< an eventfd that ends the listening thread
    std::thread m_listener;
};

} // namespace alignoscope::commands
