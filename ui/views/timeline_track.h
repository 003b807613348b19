// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

#include <vector>

namespace alignoscope::ui {

/// The line of the timeline: a slider with one stop for every snapshot, the stops labelled with their steps.
/// Stops are spread evenly, so that each can be reached however training spaced them.
class TimelineTrack : public QSlider {
    Q_OBJECT
public:
    explicit TimelineTrack(QWidget* parent = nullptr);

    void setSteps(std::vector<qint64> steps);
    void setValidationSteps(std::vector<qint64> steps);
    [[nodiscard]] const std::vector<qint64>& steps() const { return m_steps; }
    /// The stop nearest to a step; -1 when there are none.
    [[nodiscard]] int stopOf(qint64 step) const;
    /// The middle of a stop, in this widget's pixels.
    [[nodiscard]] double positionOf(double stop) const;

signals:
    void playRequested();                    ///< the space bar
    void validationRequested(int direction); ///< Shift with an arrow: the validation before (−1) or after (+1)

public:
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    std::vector<qint64> m_steps;
    std::vector<qint64> m_validationSteps;

    [[nodiscard]] int stopAt(double x) const;
    [[nodiscard]] double fractionalStop(qint64 step) const;
    void drawStops(QPainter& painter, double y) const;
    void drawLabels(QPainter& painter, double y) const;
};

} // namespace alignoscope::ui
