// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace alignoscope::training {

/// Target tokens a second of the training steps alone: validation, saving and pauses do not count, nor do the first ten
/// steps, which warm up.
class Speedometer {
public:
    void add(std::int64_t tokens, double seconds)
    {
        m_tokens += tokens;
        m_seconds += seconds;
        if (++m_steps > 10) {
            m_warmTokens += tokens;
            m_warmSeconds += seconds;
        }
        // about the last two seconds count
        const double keep = std::max(0.0, 1 - seconds / 2);
        m_recentTokens = keep * m_recentTokens + static_cast<double>(tokens);
        m_recentSeconds = keep * m_recentSeconds + seconds;
    }
    [[nodiscard]] std::int64_t tokens() const { return m_tokens; }
    [[nodiscard]] double seconds() const { return m_seconds; }
    [[nodiscard]] double recent() const { return m_recentSeconds > 0 ? m_recentTokens / m_recentSeconds : 0; }
    [[nodiscard]] double overall() const
    {
        if (m_warmSeconds > 0)
            return static_cast<double>(m_warmTokens) / m_warmSeconds;
        return m_seconds > 0 ? static_cast<double>(m_tokens) / m_seconds : 0;
    }

private:
    std::int64_t m_steps = 0, m_tokens = 0, m_warmTokens = 0;
    double m_seconds = 0, m_warmSeconds = 0, m_recentTokens = 0, m_recentSeconds = 0;
};

} // namespace alignoscope::training
