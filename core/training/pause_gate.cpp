// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/pause_gate.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <utility>

namespace alignoscope {

/// What the gates of one round share. A gate alone is a round of one.
struct PauseGate::Round {
    struct Seat {
        std::int64_t updates = 0;
        bool hasTurn = false, updated = false; ///< and the update of this turn is done
        bool left = false, woken = false;
        std::stop_source stop{std::nostopstate};

        /// Once the turn under way is over.
        [[nodiscard]] std::int64_t reached() const { return updates + (hasTurn && !updated ? 1 : 0); }
        [[nodiscard]] bool comesBefore(const Seat& other) const { return !left && updates < other.updates; }
    };

    explicit Round(std::size_t size) : seats(size) { }

    [[nodiscard]] bool isBehind(const Seat& seat) const
    {
        return std::ranges::any_of(seats, [&](const Seat& other) { return other.reached() > seat.updates; });
    }
    /// Nobody updates, and of those with the fewest updates it is the first.
    [[nodiscard]] bool isNext(std::size_t place) const
    {
        const Seat& seat = seats[place];
        for (std::size_t i = 0; i < seats.size(); ++i) {
            const Seat& other = seats[i];
            if (other.hasTurn || other.comesBefore(seat) || (i < place && !other.left && other.updates == seat.updates))
                return false;
        }
        return true;
    }
    [[nodiscard]] bool mayUpdate(std::size_t place) const
    {
        if (!isNext(place))
            return false;
        return isBehind(seats[place]) || (!stopping && (!paused || steps > 0));
    }
    /// Those that `stop` need not spare any longer. The caller requests it, without the lock.
    std::vector<std::stop_source> dueStops()
    {
        std::vector<std::stop_source> due;
        if (!stopping)
            return due;
        for (const Seat& seat : seats)
            if (seat.stop.stop_possible() && !seat.stop.stop_requested() && !isBehind(seat))
                due.push_back(seat.stop);
        return due;
    }
    static void request(const std::vector<std::stop_source>& stops)
    {
        for (std::stop_source stop : stops)
            stop.request_stop();
    }
    /// Changes something, and tells those that wait.
    template <class Change>
    void change(const Change& make)
    {
        std::vector<std::stop_source> due;
        {
            const std::scoped_lock lock(mutex);
            make();
            due = dueStops();
        }
        changed.notify_all();
        request(due);
    }

    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::vector<Seat> seats;
    bool paused = false, stopping = false;
    int steps = 0;
};

PauseGate::PauseGate() : PauseGate(std::make_shared<Round>(1), 0) { }

PauseGate::PauseGate(std::shared_ptr<Round> round, std::size_t place) : m_round(std::move(round)), m_place(place) { }

PauseGate::~PauseGate() = default;

std::vector<std::unique_ptr<PauseGate>> PauseGate::inTurn(std::size_t trainers)
{
    const auto round = std::make_shared<Round>(trainers);
    std::vector<std::unique_ptr<PauseGate>> gates;
    for (std::size_t place = 0; place < trainers; ++place)
        gates.push_back(std::unique_ptr<PauseGate>(new PauseGate(round, place)));
    return gates;
}

void PauseGate::pause()
{
    m_round->change([this] {
        m_round->paused = true;
        m_round->steps = 0;
        for (Round::Seat& seat : m_round->seats)
            seat.woken = true; // so that whoever waits for its turn says that it is paused
    });
}

void PauseGate::resume()
{
    m_round->change([this] {
        m_round->paused = false;
        m_round->steps = 0;
    });
}

void PauseGate::step()
{
    m_round->change([this] { m_round->steps += m_round->paused ? 1 : 0; });
}

bool PauseGate::paused() const
{
    const std::scoped_lock lock(m_round->mutex);
    return m_round->paused;
}

void PauseGate::stopThrough(std::stop_source source)
{
    m_round->change([&] { m_round->seats[m_place].stop = std::move(source); });
}

void PauseGate::stop()
{
    m_round->change([this] { m_round->stopping = true; });
}

bool PauseGate::stopping() const
{
    const std::scoped_lock lock(m_round->mutex);
    return m_round->stopping;
}

bool PauseGate::wait(std::stop_token stop)
{
    Round& round = *m_round;
    Round::Seat& seat = round.seats[m_place];
    round.change([&] { seat.hasTurn = seat.left = false; });
    std::unique_lock lock(round.mutex);
    round.changed.wait(lock, stop, [&] { return round.mayUpdate(m_place) || seat.woken; });
    seat.woken = false;
    if (stop.stop_requested() || !round.mayUpdate(m_place))
        return false;
    if (round.paused && !round.isBehind(seat))
        --round.steps;
    seat.hasTurn = true;
    seat.updated = false;
    // the last update, which the others have made: whatever comes after it is cut short
    const std::stop_source last = round.stopping ? seat.stop : std::stop_source(std::nostopstate);
    lock.unlock(); // whoever listens to the stop may call the gate
    Round::request({last});
    return true;
}

void PauseGate::updated()
{
    m_round->change([this] {
        Round::Seat& seat = m_round->seats[m_place];
        seat.updated = true;
        ++seat.updates;
    });
}

void PauseGate::leave()
{
    m_round->change([this] {
        Round::Seat& seat = m_round->seats[m_place];
        seat.hasTurn = false;
        seat.left = true;
    });
}

void PauseGate::wake()
{
    m_round->change([this] { m_round->seats[m_place].woken = true; });
}

} // namespace alignoscope
