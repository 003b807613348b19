// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

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
    void setSteps(std::vector<qint64> steps);
    /// Steps at which the model was validated; marked below the line.
    void setValidationSteps(std::vector<qint64> steps);
    /// Whether the newest snapshot is followed. Emits nothing.
    void setLive(bool live);
    [[nodiscard]] bool isLive() const { return m_isLive; }
    /// Moves the handle to the snapshot nearest to a step. Emits nothing.
    void setCurrentStep(qint64 step);
    [[nodiscard]] std::optional<qint64> currentStep() const;

signals:
    /// The user chose a snapshot; live is left.
    void stepChosen(qint64 step);
    /// The user wants to follow training again.
    void liveRequested();

private:
    TimelineTrack* m_track;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_live;
    QLabel* m_label;
    bool m_isLive = false;

    void build();
    void stepBy(int stops);
    void chooseStop(int stop);
    void refresh();
};

} // namespace alignoscope::ui
