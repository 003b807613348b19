// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/progress.h"

#include <chrono>
#include <string>
#include <string_view>

namespace alignoscope::commands {

/// How far a command is, on standard error: a bar that is drawn over itself on a terminal, a line now and then
/// otherwise. Belongs to one thread at a time.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine(); ///< removes the bar

    /// Draws "LABEL [#####-----]  52 %  DETAILS", unless the last drawing was a moment ago.
    void show(std::string_view label, double fraction, std::string_view details = {});
    /// A message that stays; the bar is drawn again below it.
    void say(std::string_view message);
    void clear();
    /// A Progress that shows `label`; the line must outlive it.
    Progress progress(std::string label, std::stop_token stop);

private:
    using Clock = std::chrono::steady_clock;
    bool m_terminal;
    bool m_drawn = false;
    Clock::time_point m_next;
};

} // namespace alignoscope::commands
