// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/training_event.h"
#include "ui/views/curves_view.h"
#include "ui/views/decimated_series.h"

#include <QColor>
#include <QPalette>

#include <optional>
#include <vector>

class QCPGraph;
class QCPItemStraightLine;
class QCustomPlot;

namespace alignoscope::ui {

/// What the curves are drawn from.
struct CurvesData {
    DecimatedSeries training;
    std::vector<ValidationReport> validations;
    std::vector<ValidationReport> alignment; ///< measured afterwards; only its alignment measures count
    CurvesView::Measure measure = CurvesView::Measure::Bleu;
    bool logarithmic = false;
    std::optional<qint64> timelineStep;
    std::optional<double> pointerStep;

    [[nodiscard]] bool isEmpty() const { return training.buckets().empty() && validations.empty(); }
    /// The chosen measure of a validation, where it was measured; shares as per cent.
    [[nodiscard]] std::optional<double> measured(const ValidationReport& report) const;
    /// Those that measured it, ascending: validations, and between them what was measured afterwards.
    [[nodiscard]] std::vector<ValidationReport> measuredReports() const;
};

struct CurvesColours {
    QColor training, validation, measure;
};
/// Okabe and Ito's colours, which colour-blind readers tell apart, in the brightness that suits the background.
CurvesColours curvesColours(const QPalette& palette);

/// The plot itself; owned by its parent widget.
class CurvesPlot {
public:
    explicit CurvesPlot(QWidget* parent);

    [[nodiscard]] QWidget* widget() const;
    void applyPalette(const QPalette& palette, const QFont& font);
    void draw(const CurvesData& data, const QString& measureName);
    void drawLines(const CurvesData& data); ///< of timeline and pointer alone
    [[nodiscard]] double stepAt(double x) const;
    [[nodiscard]] int drawnPoints() const;

private:
    QCustomPlot* m_plot;
    QCPGraph* m_raw;
    QCPGraph* m_smoothed;
    QCPGraph* m_validation;
    QCPGraph* m_measure;
    QCPItemStraightLine* m_timeline;
    QCPItemStraightLine* m_pointer;

    void placeLines(const CurvesData& data);
    void fillTraining(const CurvesData& data);
    void fillValidation(const CurvesData& data);
    void scaleAxes(const CurvesData& data);
    void scaleLoss(const CurvesData& data);
};

} // namespace alignoscope::ui
