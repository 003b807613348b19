// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/journal.h"
#include "training/watch_list.h"
#include "training/wishes.h"

#include <chrono>
#include <optional>

namespace alignoscope::training {

/// Which sentences a run watches, and the one that is shown live. Lives on the training thread.
class Watching {
public:
    /// `live`: there is a display.
    Watching(WatchList& list, Journal& journal, RunId run, bool live);

    /// Those of an earlier start, already told; the next one's number.
    void restore(const std::vector<WatchedSentence>& sentences, std::int32_t next);
    void watch(WatchedSentence sentence);
    [[nodiscard]] bool empty() const { return m_list.ids().empty(); }
    [[nodiscard]] bool hasSample() const;

    /// Fulfils what others wish. A sentence they add is shown at once, and live.
    void grant(Wishes::Taken wishes, std::int64_t step);

    /// The live sentence for a display: at most 30 times a second, and never for more than an eightieth of the time.
    void show(std::int64_t step);
    /// However short ago it was shown.
    void showAtOnce(std::int64_t step);

private:
    using Clock = std::chrono::steady_clock;

    WatchList& m_list;
    Journal& m_journal;
    RunId m_run;
    bool m_live;
    std::int32_t m_next = 0;
    std::optional<SentenceId> m_focus;
    Clock::time_point m_due{};
};

} // namespace alignoscope::training
