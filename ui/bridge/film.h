// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace alignoscope::ui {

class Playback;

/// Plays the recorded pictures of the chosen sentence like a film, one after the other, at any speed. Where pictures
/// cannot be read that fast, some are passed over and the speed is kept. GUI thread; nothing blocks.
class Film : public QObject {
    Q_OBJECT
public:
    static constexpr double slowest = 0.5, fastest = 120, usual = 8; ///< pictures a second

    explicit Film(Playback& playback, QObject* parent = nullptr);

    void play(); ///< from the picture shown; from the first one where the last or the live one is shown
    void pause();
    void setSpeed(double picturesPerSecond); ///< also while it plays; kept within `slowest` and `fastest`
    void setLooping(bool looping);           ///< begins again after the last picture instead of stopping there
    [[nodiscard]] bool playing() const { return m_playing; }
    [[nodiscard]] double speed() const { return m_speed; }

    /// So much time has passed: what the clock calls, and tests instead of it.
    void advance(double seconds);

signals:
    void playingChanged(bool playing);

private:
    void takeSteps(const std::vector<qint64>& steps);
    void goTo(std::size_t stop);
    void setPlaying(bool playing);
    [[nodiscard]] std::size_t stopShown() const;

    Playback& m_playback;
    QTimer m_clock;
    QElapsedTimer m_sinceTick;
    std::vector<qint64> m_steps;
    std::size_t m_stop = 0;
    double m_speed = usual;
    double m_due = 0;      ///< pictures that should have been shown by now and were not
    double m_awaited = -1; ///< seconds since a picture was asked for; negative: it has come
    bool m_playing = false, m_looping = false;
};

} // namespace alignoscope::ui
