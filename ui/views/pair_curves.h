// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/curve_figure.h"
#include "ui/views/decimated_series.h"

#include "alignoscope/training_event.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <vector>

class QCPGraph;
class QCustomPlot;
class QLabel;

namespace alignoscope::ui {

/// How two trainings went, in one plot: smoothed loss (lines), loss on unseen sentences (dots), and on the right axis
/// (dashed) the alignment error rate where one is measured, otherwise BLEU. A colour is a run.
class PairCurves : public QWidget {
    Q_OBJECT
public:
    explicit PairCurves(QWidget* parent = nullptr);

    void clear(std::size_t side, const QString& name = {});
    void addSteps(std::size_t side, const std::vector<StepReport>& steps);
    void addValidation(std::size_t side, const ValidationReport& report);

    /// What tells the runs apart here and beside their names; suits the background.
    static std::array<QColor, 2> colours(const QPalette& palette);
    /// As they are now, on white; no points before the first step.
    [[nodiscard]] CurveFigure figure() const;
    /// How many points both losses are drawn with.
    [[nodiscard]] int drawnPoints() const;

    [[nodiscard]] QSize sizeHint() const override { return {480, 140}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 110}; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Run {
        QString name;
        DecimatedSeries training;
        std::vector<ValidationReport> validations;
        QCPGraph* smoothed = nullptr;
        QCPGraph* validation = nullptr;
        QCPGraph* measure = nullptr;
    };
    enum class Measure { None, Errors, Bleu };
    [[nodiscard]] Measure measure() const;
    [[nodiscard]] static QString nameOf(Measure measure);
    /// Per cent, or BLEU; only where it was measured.
    [[nodiscard]] static std::vector<QPointF> measured(const Run& run, Measure measure);
    void applyPalette();
    void scale();
    void fillLegend();
    void redraw();

    std::array<Run, 2> m_runs;
    QCustomPlot* m_plot;
    QLabel* m_legend;
    QTimer m_clock;
};

} // namespace alignoscope::ui
