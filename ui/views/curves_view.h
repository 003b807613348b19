// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/training_event.h"

#include "ui/figure/export_content.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;

namespace alignoscope::ui {

/// How training went: loss of every update (thin) and smoothed (bold), validation loss (points joined by lines), and on
/// a second axis BLEU, a measure of the alignment, or token accuracy. Costs the same after a million updates as after a
/// thousand.
class CurvesView : public QWidget {
    Q_OBJECT
public:
    /// What the right axis measures.
    enum class Measure {
        None,
        Bleu,
        AlignmentErrorRate,
        AlignmentPrecision,
        AlignmentRecall,
        Match,
        Mass,
        TokenAccuracy,
        TextAccuracy ///< of a classifier
    };

    explicit CurvesView(QWidget* parent = nullptr);
    ~CurvesView() override;

    void clear();
    /// A step at or below the last one takes the place of everything from there on (a run continued from a checkpoint).
    void addStep(const StepReport& report);
    void addValidation(const ValidationReport& report);
    /// Alignment measures of steps where a run measured none itself: only those of each report are read. Ascending.
    void setAlignment(std::vector<ValidationReport> measured);
    /// A vertical mark at the step the timeline shows.
    void setTimelineStep(std::optional<qint64> step);

    /// Offers the measures that a task has, and chooses the usual one.
    void setTask(Task task);
    void setMeasure(Measure measure);
    [[nodiscard]] Measure measure() const;
    void setLogarithmicSteps(bool logarithmic);
    /// What the pointer reads: "step 1,200 · training 2.31 · validation 2.50".
    [[nodiscard]] QString readout() const;
    /// How many points the losses are drawn with.
    [[nodiscard]] int drawnPoints() const;
    /// How many points the measure on the right axis has.
    [[nodiscard]] int measuredPoints() const;

    /// The curves as they are now, and their numbers; nothing before the first step.
    [[nodiscard]] std::optional<ExportContent> exportContent() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void exportRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;

    static std::vector<Measure> measuresOf(Task task);
    static void offer(QComboBox& box, const std::vector<Measure>& measures);
    static QString nameOf(Measure measure);
    static QString explanationOf(Measure measure);
    void build();
    void scheduleRedraw();
    void redrawSoon();
    void redraw();
    void updateLegend();
    void readAt(const QPointF& position);
};

} // namespace alignoscope::ui
