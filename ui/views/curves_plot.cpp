// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/curves_plot.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

void placeVertical(QCPItemStraightLine* line, std::optional<double> step)
{
    line->setVisible(step.has_value());
    if (!step)
        return;
    line->point1->setCoords(*step, 0);
    line->point2->setCoords(*step, 1);
}

QCPItemStraightLine* verticalLine(QCustomPlot* plot)
{
    auto* line = new QCPItemStraightLine(plot);
    for (QCPItemPosition* point : {line->point1, line->point2}) {
        point->setTypeX(QCPItemPosition::ptPlotCoords);
        point->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    line->setLayer(QStringLiteral("overlay")); // has a buffer of its own: lines move without the curves
    line->setVisible(false);
    return line;
}

void quieten(QCPAxis* axis, const QColor& ink, const QColor& line, const QFont& font)
{
    axis->setBasePen(QPen(line, 1));
    axis->setTickPen(QPen(line, 1));
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLengthIn(0);
    axis->setTickLengthOut(3);
    axis->setTickLabelColor(ink);
    axis->setLabelColor(ink);
    axis->setTickLabelFont(font);
    axis->setLabelFont(font);
    axis->setLabelPadding(2);
    axis->setTickLabelPadding(3);
}

// Opaque: see-through lines are drawn several times more slowly.
QColor paler(const QColor& colour, const QColor& background, double share)
{
    const auto mix = [share](int a, int b) { return qRound(share * a + (1 - share) * b); };
    return {mix(colour.red(), background.red()), mix(colour.green(), background.green()),
            mix(colour.blue(), background.blue())};
}

QColor mixed(const QPalette& palette, double share)
{
    QColor colour = palette.color(QPalette::Text);
    colour.setAlphaF(static_cast<float>(share));
    return colour;
}

} // namespace

CurvesColours curvesColours(const QPalette& palette)
{
    if (palette.color(QPalette::Base).lightness() < 128)
        return {QColor(0x56, 0xb4, 0xe9), QColor(0xe6, 0x9f, 0x00), QColor(0x2f, 0xcf, 0xa0)};
    return {QColor(0x00, 0x72, 0xb2), QColor(0xd5, 0x5e, 0x00), QColor(0x00, 0x8a, 0x64)};
}

std::optional<double> CurvesData::measured(const ValidationReport& report) const
{
    const auto percent = [](double share) { return share >= 0 ? std::optional(share * 100) : std::nullopt; };
    switch (measure) {
    case CurvesView::Measure::None:
        return std::nullopt;
    case CurvesView::Measure::Bleu:
        return report.bleu >= 0 ? std::optional(report.bleu) : std::nullopt;
    case CurvesView::Measure::AlignmentErrorRate:
        return percent(report.aer);
    case CurvesView::Measure::AlignmentPrecision:
        return percent(report.alignmentPrecision);
    case CurvesView::Measure::AlignmentRecall:
        return percent(report.alignmentRecall);
    case CurvesView::Measure::Match:
        return percent(report.match);
    case CurvesView::Measure::Mass:
        return percent(report.mass);
    case CurvesView::Measure::TokenAccuracy:
    case CurvesView::Measure::TextAccuracy:
        return percent(report.tokenAccuracy);
    }
    return std::nullopt;
}

std::vector<ValidationReport> CurvesData::measuredReports() const
{
    std::vector<ValidationReport> found;
    const auto take = [&](const ValidationReport& report) {
        if (measured(report))
            found.push_back(report);
    };
    std::ranges::for_each(validations, take);
    if (measure == CurvesView::Measure::TokenAccuracy || measure == CurvesView::Measure::TextAccuracy)
        return found; // what was measured afterwards has none, and 0 is a share too
    const std::vector<ValidationReport> own = found;
    for (const ValidationReport& report : alignment)
        if (!std::ranges::binary_search(own, report.step, {}, &ValidationReport::step))
            take(report);
    std::ranges::stable_sort(found, {}, &ValidationReport::step);
    return found;
}

CurvesPlot::CurvesPlot(QWidget* parent)
    : m_plot(new QCustomPlot(parent)), m_raw(m_plot->addGraph()), m_smoothed(m_plot->addGraph()),
      m_validation(m_plot->addGraph()), m_measure(m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2)),
      m_timeline(verticalLine(m_plot)), m_pointer(verticalLine(m_plot))
{
    m_plot->setObjectName("curvesPlot");
    m_plot->setMouseTracking(true);
    m_plot->setPlottingHint(QCP::phFastPolylines); // thousands of points a pixel apart: nobody sees how they are joined
    m_plot->xAxis->setNumberFormat("f");
    m_plot->xAxis->setNumberPrecision(0);
    m_plot->yAxis->setLabel(CurvesView::tr("loss"));
    m_plot->yAxis2->setVisible(true);
    for (QCPAxis* axis : {m_plot->yAxis, m_plot->yAxis2})
        axis->ticker()->setTickCount(4);
    m_plot->axisRect()->setMinimumMargins(QMargins(4, 6, 8, 2));
    m_validation->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 6));
    m_measure->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssTriangle, 7));
}

QWidget* CurvesPlot::widget() const
{
    return m_plot;
}

void CurvesPlot::applyPalette(const QPalette& palette, const QFont& font)
{
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 0.85);
    m_plot->setBackground(QBrush(palette.color(QPalette::Base)));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2}) {
        quieten(axis, mixed(palette, 0.7), mixed(palette, 0.3), small);
        axis->grid()->setPen(QPen(mixed(palette, 0.09), 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    const CurvesColours colours = curvesColours(palette);
    m_raw->setPen(QPen(paler(colours.training, palette.color(QPalette::Base), 0.35), 1));
    m_smoothed->setPen(QPen(colours.training, 2));
    m_validation->setPen(QPen(colours.validation, 1.5));
    m_measure->setPen(QPen(colours.measure, 1.5, Qt::DashLine));
    m_plot->yAxis2->setTickLabelColor(colours.measure);
    m_plot->yAxis2->setLabelColor(colours.measure);
    m_timeline->setPen(QPen(palette.color(QPalette::Highlight), 1.5));
    m_pointer->setPen(QPen(mixed(palette, 0.4), 1, Qt::DotLine));
}

void CurvesPlot::fillTraining(const CurvesData& data)
{
    QVector<double> steps, values, smoothSteps, smooth;
    for (const DecimatedSeries::Bucket& bucket : data.training.buckets()) {
        steps << bucket.first;
        values << bucket.low;
        if (bucket.count > 1) {
            steps << bucket.last;
            values << bucket.high;
        }
        smoothSteps << bucket.last;
        smooth << bucket.smoothed;
    }
    m_raw->setData(steps, values, true);
    m_smoothed->setData(smoothSteps, smooth, true);
}

void CurvesPlot::fillValidation(const CurvesData& data)
{
    QVector<double> steps, losses, measuredSteps, measures;
    for (const ValidationReport& report : data.validations) {
        steps << static_cast<double>(report.step);
        losses << report.loss;
    }
    for (const ValidationReport& report : data.measuredReports()) {
        measuredSteps << static_cast<double>(report.step);
        measures << *data.measured(report);
    }
    m_validation->setData(steps, losses, true);
    m_measure->setData(measuredSteps, measures, true);
    m_measure->setVisible(!measures.isEmpty());
    m_plot->yAxis2->setVisible(!measures.isEmpty());
    if (!measures.isEmpty())
        m_plot->yAxis2->setRange(0, std::max(1.0, *std::ranges::max_element(measures) * 1.12));
}

// The range of the smoothed curves; a spike of one batch must not flatten everything else.
void CurvesPlot::scaleLoss(const CurvesData& data)
{
    double low = 1e300, high = -1e300;
    const auto include = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const DecimatedSeries::Bucket& bucket : data.training.buckets())
        include(bucket.smoothed);
    for (const ValidationReport& report : data.validations)
        include(report.loss);
    if (low > high)
        return m_plot->yAxis->setRange(0, 10);
    const double slack = std::max(0.1 * (high - low), 0.02 * std::abs(high) + 1e-3);
    m_plot->yAxis->setRange(std::max(low - slack, std::min(0.0, low)), high + slack);
}

void CurvesPlot::scaleAxes(const CurvesData& data)
{
    double last = 1;
    if (!data.training.buckets().empty())
        last = std::max(last, data.training.buckets().back().last);
    if (!data.validations.empty())
        last = std::max(last, static_cast<double>(data.validations.back().step));
    const bool wasLogarithmic = m_plot->xAxis->scaleType() == QCPAxis::stLogarithmic;
    if (wasLogarithmic != data.logarithmic) {
        m_plot->xAxis->setScaleType(data.logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        if (data.logarithmic)
            m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        else
            m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    }
    m_plot->xAxis->setRange(data.logarithmic ? 1 : 0, std::max(last, 10.0) * 1.02);
    scaleLoss(data);
}

void CurvesPlot::draw(const CurvesData& data, const QString& measureName)
{
    fillTraining(data);
    fillValidation(data);
    scaleAxes(data);
    m_plot->yAxis2->setLabel(measureName);
    placeLines(data);
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
}

void CurvesPlot::drawLines(const CurvesData& data)
{
    placeLines(data);
    m_timeline->layer()->replot();
}

void CurvesPlot::placeLines(const CurvesData& data)
{
    placeVertical(m_timeline,
                  data.timelineStep ? std::optional(static_cast<double>(*data.timelineStep)) : std::nullopt);
    placeVertical(m_pointer, data.pointerStep);
}

double CurvesPlot::stepAt(double x) const
{
    return m_plot->xAxis->pixelToCoord(x);
}

int CurvesPlot::drawnPoints() const
{
    return m_raw->dataCount() + m_smoothed->dataCount() + m_validation->dataCount();
}

} // namespace alignoscope::ui
