// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/beam_trace.h"

#include <string>
#include <vector>

namespace alignoscope::ui {

/// Which hypothesis of a search is looked at, so that it is found again at another step, in the search of a model that
/// learnt on, and in that of another sentence.
class BeamPlace {
public:
    /// Somebody chose a node while `step` steps were shown.
    void follow(const BeamTrace& trace, int node, int step);
    /// The node to choose when `step` steps are shown: the one followed as far as it had come, otherwise what became of
    /// it; the leading one where nothing else was ever chosen, or it is not there.
    [[nodiscard]] int nodeAt(const BeamTrace& trace, int step) const;

private:
    [[nodiscard]] int find(const BeamTrace& trace) const;

    bool m_leader = true;
    std::vector<std::string> m_words; ///< from the start
    std::vector<std::string> m_source;
    int m_rank = 0; ///< of what it came to; 0: nothing
};

} // namespace alignoscope::ui
