// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/progress_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <sys/ioctl.h>
#include <unistd.h>

namespace alignoscope::commands {
namespace {

constexpr int barWidth = 24;

void write(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

std::size_t terminalWidth()
{
    winsize size = {};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::string bar(double fraction)
{
    const auto done = static_cast<std::size_t>(std::clamp(fraction, 0.0, 1.0) * barWidth);
    return '[' + std::string(done, '#') + std::string(barWidth - done, '-') + ']';
}

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return digits;
}

} // namespace

ProgressLine::ProgressLine()
    : m_terminal(isatty(STDERR_FILENO) == 1), m_next(m_terminal ? Clock::now() : Clock::now() + std::chrono::seconds(5))
{
}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::show(std::string_view label, double fraction, std::string_view details)
{
    if (Clock::now() < m_next)
        return;
    const double percent = 100 * std::clamp(fraction, 0.0, 1.0);
    if (m_terminal) {
        std::string text = fmt::format("{} {} {:3.0f} %  {}", label, bar(fraction), percent, details);
        if (text.size() >= terminalWidth()) // a line that wraps could not be drawn over
            text.resize(terminalWidth() - 1);
        write("\r\033[K" + text);
        m_drawn = true;
        m_next = Clock::now() + std::chrono::milliseconds(100);
    } else {
        write(fmt::format("{}: {:.0f} %  {}\n", label, percent, details));
        m_next = Clock::now() + std::chrono::seconds(10);
    }
}

void ProgressLine::say(std::string_view message)
{
    clear();
    write(fmt::format("{}\n", message));
}

void ProgressLine::clear()
{
    if (m_drawn)
        write("\r\033[K");
    m_drawn = false;
}

Progress ProgressLine::progress(std::string label, std::stop_token stop)
{
    auto pairs = std::make_shared<std::string>(); // what both functions share
    return {[this, label = std::move(label), pairs](double fraction) { show(label, fraction, *pairs); },
            std::move(stop), [pairs](std::int64_t count) { *pairs = grouped(count) + " pairs"; }};
}

} // namespace alignoscope::commands
