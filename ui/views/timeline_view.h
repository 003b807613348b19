// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QDoubleSpinBox;
class QLabel;
class QToolButton;

namespace alignoscope::ui {

class TimelineTrack;

/// The snapshots of a watched sentence as a slider: one stop a snapshot, back to the first and forward to live.
class TimelineView : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);

    /// Steps with a snapshot, ascending. Keeps the current step (or the nearest there is; the last while live).
    /// `someLeftOut`: there are more than these; the arrows then ask for the neighbour instead of choosing a stop.
    void setSteps(std::vector<qint64> steps, bool someLeftOut = false);
    /// Steps at which the model was validated; marked above the line.
    void setValidationSteps(std::vector<qint64> steps);
    /// Whether the newest snapshot is followed. Emits nothing.
    void setLive(bool live);
    [[nodiscard]] bool isLive() const { return m_isLive; }
    /// Whether the pictures run by like a film. Emits nothing.
    void setPlaying(bool playing);
    void setSpeed(double picturesPerSecond);
    /// Shows a step, which may lie between two stops: the handle goes to the nearest. Emits nothing.
    void setCurrentStep(qint64 step);
    [[nodiscard]] std::optional<qint64> currentStep() const;

signals:
    /// The user chose a snapshot; live is left.
    void stepChosen(qint64 step);
    /// The user wants the snapshot before (−1) or after (+1) the one shown, which may lie between two stops.
    void neighbourRequested(int direction);
    /// The user wants to follow training again.
    void liveRequested();
    void playRequested(bool play);
    void speedChosen(double picturesPerSecond);
    void loopChosen(bool loop);

private:
    TimelineTrack* m_track;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_live;
    QToolButton* m_play;
    QToolButton* m_loop;
    QDoubleSpinBox* m_speed;
    QLabel* m_label;
    bool m_isLive = false;
    bool m_someLeftOut = false;
    std::vector<qint64> m_validationSteps;
    std::optional<qint64> m_between; ///< the step shown, where no stop is

    void build();
    void buildFilm();
    void goToValidation(int direction);
    void stepBy(int stops);
    void chooseStop(int stop);
    void refresh();
};

} // namespace alignoscope::ui
