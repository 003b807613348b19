// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/timeline_stops.h"

#include <algorithm>

namespace alignoscope::ui {

TimelineStops::TimelineStops(std::size_t limit) : m_limit(std::max<std::size_t>(limit, 3)) { }

void TimelineStops::add(qint64 step)
{
    const auto after = std::ranges::lower_bound(m_steps, step);
    if (after != m_steps.end() && *after == step)
        return;
    m_steps.insert(after, step);
    if (m_steps.size() > m_limit)
        leaveOneOut();
}

// The one whose neighbours are closest together leaves the smallest gap.
void TimelineStops::leaveOneOut()
{
    std::size_t densest = 1;
    for (std::size_t i = 2; i + 1 < m_steps.size(); ++i) {
        if (m_steps[i + 1] - m_steps[i - 1] < m_steps[densest + 1] - m_steps[densest - 1])
            densest = i;
    }
    m_steps.erase(m_steps.begin() + static_cast<std::ptrdiff_t>(densest));
    m_hasGaps = true;
}

void TimelineStops::merge(const std::vector<qint64>& steps, bool someLeftOut)
{
    for (const qint64 step : steps)
        add(step);
    m_hasGaps = m_hasGaps || someLeftOut;
}

std::vector<qint64> evenChoice(const std::vector<qint64>& steps, std::size_t limit)
{
    limit = std::max<std::size_t>(limit, 2);
    if (steps.size() <= limit)
        return steps;
    std::vector<qint64> chosen;
    chosen.reserve(limit);
    for (std::size_t i = 0; i < limit; ++i)
        chosen.push_back(steps[i * (steps.size() - 1) / (limit - 1)]);
    return chosen;
}

} // namespace alignoscope::ui
