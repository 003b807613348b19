// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <vector>

namespace alignoscope {

/// Holds training between two updates. Any thread; none of the calls blocks but `wait`.
///
/// Gates made together by `inTurn` let their trainers update in turn: the first once, then the second, …, and so on
/// from the first. That is a round. Whoever has the turn keeps it while it validates and saves, so it has the whole
/// machine. Pause, step and stop are of all of them and take effect between two rounds: a trainer that is an update
/// behind makes it first. Who leaves is not waited for any more. Given the same dataset, seed and batch size they then
/// see the same batches at the same time.
class ALIGNOSCOPE_API PauseGate {
public:
    PauseGate();
    ~PauseGate();
    PauseGate(const PauseGate&) = delete;
    PauseGate& operator=(const PauseGate&) = delete;

    /// So many gates, in the order of their turns. Each is for one trainer, which must be run, or leave.
    static std::vector<std::unique_ptr<PauseGate>> inTurn(std::size_t trainers);

    void pause();
    void resume();
    void step(); ///< when paused (or pausing): let exactly one update, of each trainer, through
    [[nodiscard]] bool paused() const;

    /// Where the token given to `wait` is from; `stop` needs it.
    void stopThrough(std::stop_source source);
    /// Requests stop of every trainer that has set its source, as soon as it is not an update behind.
    void stop();
    [[nodiscard]] bool stopping() const;

    /// For the trainer: blocks while paused or while it is another's turn; returns when an update may run, when stop is
    /// requested, or when `wake` was called. True: an update may run (and one step is used up). Ends its turn before.
    bool wait(std::stop_token stop);
    void updated(); ///< for the trainer: the update that `wait` let through was done
    void leave();   ///< for the trainer, or whoever could not start it: nothing more will come
    void wake();

private:
    struct Round;
    PauseGate(std::shared_ptr<Round> round, std::size_t place);

    std::shared_ptr<Round> m_round;
    std::size_t m_place = 0;
};

} // namespace alignoscope
