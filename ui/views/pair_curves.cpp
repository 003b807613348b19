// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/pair_curves.h"

#include "ui/views/curves_plot.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace alignoscope::ui {

static constexpr int redrawEvery = 200; // milliseconds: curves change slowly, and training needs the processor

static QColor inkOf(const QPalette& palette, double share)
{
    const QColor ink = palette.color(QPalette::Text), paper = palette.color(QPalette::Base);
    const auto mix = [share](int a, int b) { return qRound(share * a + (1 - share) * b); };
    return {mix(ink.red(), paper.red()), mix(ink.green(), paper.green()), mix(ink.blue(), paper.blue())};
}

PairCurves::PairCurves(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this)), m_legend(new QLabel(this))
{
    setObjectName("pairCurves");
    setAccessibleName(tr("Loss of both models"));
    setToolTip(
        tr("Lines: loss of training, smoothed. Dots: loss on sentences kept out of training. Dashed, on the right: "
           "alignment errors where they can be measured, otherwise BLEU."));
    m_legend->setObjectName("pairLegend");
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (Run& run : m_runs) {
        run.smoothed = m_plot->addGraph();
        run.validation = m_plot->addGraph();
        run.measure = m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2);
        run.validation->setLineStyle(QCPGraph::lsNone);
        run.validation->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 6));
        run.measure->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssTriangle, 6));
    }
    m_plot->yAxis->setLabel(tr("loss"));
    m_plot->xAxis->setNumberFormat("f");
    m_plot->xAxis->setNumberPrecision(0);
    for (QCPAxis* axis : {m_plot->yAxis, m_plot->yAxis2})
        axis->ticker()->setTickCount(3);
    m_plot->axisRect()->setMinimumMargins(QMargins(4, 6, 8, 2));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addWidget(m_legend);
    rows->addWidget(m_plot, 1);
    m_clock.setSingleShot(true);
    m_clock.setInterval(redrawEvery);
    connect(&m_clock, &QTimer::timeout, this, &PairCurves::redraw);
    applyPalette();
}

std::array<QColor, 2> PairCurves::colours(const QPalette& palette)
{
    const CurvesColours colours = curvesColours(palette);
    return {colours.training, colours.validation};
}

void PairCurves::clear(std::size_t side, const QString& name)
{
    m_runs[side].name = name;
    m_runs[side].training.clear();
    m_runs[side].validations.clear();
    m_clock.start();
}

void PairCurves::addSteps(std::size_t side, const std::vector<StepReport>& steps)
{
    for (const StepReport& step : steps)
        m_runs[side].training.add(static_cast<double>(step.step), step.loss);
    if (!m_clock.isActive())
        m_clock.start();
}

void PairCurves::addValidation(std::size_t side, const ValidationReport& report)
{
    std::erase_if(m_runs[side].validations, [&](const ValidationReport& other) { return other.step >= report.step; });
    m_runs[side].validations.push_back(report);
    if (!m_clock.isActive())
        m_clock.start();
}

PairCurves::Measure PairCurves::measure() const
{
    for (const Measure measure : {Measure::Errors, Measure::Bleu})
        for (const Run& run : m_runs)
            if (!measured(run, measure).empty())
                return measure;
    return Measure::None;
}

QString PairCurves::nameOf(Measure measure)
{
    return measure == Measure::Errors ? tr("alignment errors, %") : measure == Measure::Bleu ? tr("BLEU") : QString();
}

std::vector<QPointF> PairCurves::measured(const Run& run, Measure measure)
{
    std::vector<QPointF> points;
    for (const ValidationReport& report : run.validations) {
        const double value = measure == Measure::Errors ? report.aer : report.bleu;
        if (measure != Measure::None && value >= 0)
            points.emplace_back(static_cast<double>(report.step), measure == Measure::Errors ? value * 100 : value);
    }
    return points;
}

CurveFigure PairCurves::figure() const
{
    const auto colour = colours(QPalette(Qt::white)); // figures are on white
    CurveFigure figure;
    figure.across = tr("training steps");
    figure.left = tr("loss, nats a word");
    figure.right = nameOf(measure());
    for (std::size_t side = 0; side < m_runs.size(); ++side) {
        const Run& run = m_runs[side];
        CurveFigure::Series training{tr("%1: training").arg(run.name), {}, false, false, colour[side].rgb()};
        for (const DecimatedSeries::Bucket& bucket : run.training.buckets())
            training.points.emplace_back(bucket.last, bucket.smoothed);
        CurveFigure::Series validation{tr("%1: validation").arg(run.name), {}, false, true, colour[side].rgb()};
        for (const ValidationReport& report : run.validations)
            validation.points.emplace_back(static_cast<double>(report.step), report.loss);
        figure.series.insert(figure.series.end(), {training, validation});
        figure.series.push_back(
            {run.name + ": " + figure.right, measured(run, measure()), true, true, colour[side].rgb()});
    }
    return figure;
}

int PairCurves::drawnPoints() const
{
    int points = 0;
    for (const Run& run : m_runs)
        points += run.smoothed->dataCount() + run.validation->dataCount();
    return points;
}

void PairCurves::applyPalette()
{
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.85);
    m_plot->setBackground(QBrush(palette().color(QPalette::Base)));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2}) {
        const QPen line(inkOf(palette(), 0.3), 1);
        axis->setBasePen(line);
        axis->setTickPen(line);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0, 3);
        axis->setTickLabelColor(inkOf(palette(), 0.7));
        axis->setLabelColor(inkOf(palette(), 0.7));
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->grid()->setPen(QPen(inkOf(palette(), 0.09), 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    const auto colour = colours(palette());
    for (std::size_t side = 0; side < m_runs.size(); ++side) {
        m_runs[side].smoothed->setPen(QPen(colour[side], 2));
        m_runs[side].validation->setPen(QPen(colour[side], 1.5));
        m_runs[side].measure->setPen(QPen(colour[side], 1.2, Qt::DashLine));
    }
    redraw();
}

void PairCurves::scale()
{
    double last = 10, low = 1e300, high = -1e300, most = 1;
    const auto include = [&](double step, double loss) {
        last = std::max(last, step);
        low = std::min(low, loss);
        high = std::max(high, loss);
    };
    for (const Run& run : m_runs) {
        for (const DecimatedSeries::Bucket& bucket : run.training.buckets())
            include(bucket.last, bucket.smoothed);
        for (const ValidationReport& report : run.validations)
            include(static_cast<double>(report.step), report.loss);
        for (const QPointF& point : measured(run, measure()))
            most = std::max(most, point.y());
    }
    m_plot->xAxis->setRange(0, last * 1.02);
    m_plot->yAxis2->setRange(0, most * 1.12);
    if (low > high)
        return m_plot->yAxis->setRange(0, 10);
    const double slack = std::max(0.1 * (high - low), 0.02 * std::abs(high) + 1e-3);
    m_plot->yAxis->setRange(std::max(low - slack, std::min(0.0, low)), high + slack);
}

void PairCurves::fillLegend()
{
    const auto colour = colours(palette());
    QStringList entries;
    for (std::size_t side = 0; side < m_runs.size(); ++side)
        entries << QStringLiteral("<span style='color:%1'>━</span>&nbsp;%2")
                       .arg(colour[side].name(), m_runs[side].name.toHtmlEscaped());
    entries << tr("● on unseen sentences");
    if (measure() != Measure::None)
        entries << QStringLiteral("▲ ") + nameOf(measure());
    m_legend->setText(entries.join(QStringLiteral("&nbsp;&nbsp; ")));
}

void PairCurves::redraw()
{
    for (const Run& run : m_runs) {
        QVector<double> steps, losses, validated, unseen, at, values;
        for (const DecimatedSeries::Bucket& bucket : run.training.buckets()) {
            steps << bucket.last;
            losses << bucket.smoothed;
        }
        for (const ValidationReport& report : run.validations) {
            validated << static_cast<double>(report.step);
            unseen << report.loss;
        }
        for (const QPointF& point : measured(run, measure())) {
            at << point.x();
            values << point.y();
        }
        run.smoothed->setData(steps, losses, true);
        run.validation->setData(validated, unseen, true);
        run.measure->setData(at, values, true);
    }
    m_plot->yAxis2->setVisible(measure() != Measure::None);
    m_plot->yAxis2->setLabel(nameOf(measure()));
    scale();
    fillLegend();
    if (isVisible())
        m_plot->replot(QCustomPlot::rpQueuedRefresh);
}

void PairCurves::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    redraw();
}

void PairCurves::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette();
    QWidget::changeEvent(event);
}

} // namespace alignoscope::ui
