// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sentence_filter.h"
#include "ui/views/histogram_bins.h"

#include <QWidget>

namespace alignoscope::ui {

/// A small histogram of one measure. Drag over it to choose a range; drag inside the range to move it; arrows move and
/// Shift+arrows widen or narrow it; double click, Escape or Delete clears it. Bars show all sentences pale and those
/// that pass the other filters strong.
class MeasureHistogram : public QWidget {
    Q_OBJECT
public:
    explicit MeasureHistogram(SentenceMeasure measure, QWidget* parent = nullptr);

    [[nodiscard]] SentenceMeasure measure() const { return m_measure; }
    void setTask(Task task) { m_task = task; } ///< what it counts: sentences or texts
    void setValues(const std::vector<double>& values, const std::vector<bool>& passes);
    void setRange(const std::optional<MeasureRange>& range); ///< tells nobody
    [[nodiscard]] const std::optional<MeasureRange>& range() const { return m_range; }
    [[nodiscard]] const HistogramBins& bins() const { return m_bins; }
    [[nodiscard]] QRectF barRect(int bin) const; ///< the place a bar can take, from top to bottom

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void rangeChanged(const std::optional<alignoscope::ui::MeasureRange>& range);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Bars {
        int first = 0, last = 0; ///< both included
    };
    enum class Drag { None, Select, Move };
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] int binAt(double x) const;
    [[nodiscard]] std::optional<Bars> chosenBars() const;
    [[nodiscard]] QString readout(int bin) const;
    [[nodiscard]] QString rangeText() const;
    void choose(Bars bars);
    void change(std::optional<MeasureRange> range);
    void drawBars(QPainter& painter) const;
    void drawTexts(QPainter& painter) const;

    SentenceMeasure m_measure;
    Task m_task = Task::Translation;
    HistogramBins m_bins;
    std::optional<MeasureRange> m_range;
    Drag m_drag = Drag::None;
    int m_anchor = 0; ///< where the drag, or the choice by keys, began
    Bars m_grabbed;   ///< the range as the drag found it
};

} // namespace alignoscope::ui
