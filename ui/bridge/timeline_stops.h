// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace alignoscope::ui {

/// The steps a timeline can go to: all of them up to a limit, beyond it an even choice with the first and the last.
/// What is left out stays in the run's history. However long a run, it takes no more memory and no more time.
class TimelineStops {
public:
    static constexpr std::size_t usualLimit = 2000; ///< more than the line has pixels

    /// At least three.
    explicit TimelineStops(std::size_t limit = usualLimit);

    /// In any order; known ones are passed over.
    void add(qint64 step);
    [[nodiscard]] const std::vector<qint64>& steps() const { return m_steps; } ///< ascending
    [[nodiscard]] bool hasGaps() const { return m_hasGaps; }                   ///< steps were left out

    /// Takes over what was read from a history that may have more.
    void merge(const std::vector<qint64>& steps, bool someLeftOut);

private:
    void leaveOneOut();

    std::size_t m_limit;
    std::vector<qint64> m_steps;
    bool m_hasGaps = false;
};

/// Of many ascending steps an even choice of at most `limit`, the first and the last included.
std::vector<qint64> evenChoice(const std::vector<qint64>& steps, std::size_t limit);

} // namespace alignoscope::ui
