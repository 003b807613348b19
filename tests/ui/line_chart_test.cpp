// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How curves over lengths and numbers of states are laid out and drawn.
#include "ui/figure/curve_charts.h"
#include "ui/figure/explanation_figure.h"
#include "ui/views/line_chart_view.h"

#include "alignoscope/error.h"

#include <QtTest>

#include <cmath>

namespace alignoscope::testing {

using namespace ui;

class LineChartTest : public QObject {
    Q_OBJECT

private slots:
    void axesEndOnRoundNumbers();
    void aCurveStandsWhereItsLengthsAre();
    void modelsWithoutAttentionAreDashed();
    void sentencesAreCountedWhereTheyAreTheSame();
    void statesHaveTwoPlots();
    void everythingLiesInsideTheFigure();
    void nothingIsRefused();
    void aViewIsWalkedWithKeys();
};

static std::vector<LengthCurve> twoCurves()
{
    LengthCurve with{"RNNsearch-50", {{1, 10, 20, 96}, {11, 20, 20, 90}, {61, 70, 7, 88}}, 47, 91, "additive", 50};
    LengthCurve without{"RNNencdec-30", {{1, 10, 20, 80}, {11, 20, 20, 41}, {61, 70, 7, 3}}, 47, 40, "none", 30};
    return {with, without};
}

static PlotLook look(double widthMm = 120)
{
    FigureOptions options;
    options.widthMm = widthMm;
    options.heightMm = 80;
    return plotLook(options);
}

void LineChartTest::axesEndOnRoundNumbers()
{
    const auto ticks = [](double most) {
        LineChart::Plot plot;
        fitAxis(plot, most);
        QStringList texts;
        for (const LineChart::Tick& tick : plot.ticks)
            texts << tick.text;
        return texts.join(' ');
    };
    QCOMPARE(ticks(96), QString("0 20 40 60 80 100"));
    QCOMPARE(ticks(71), QString("0 20 40 60 80"));
    QCOMPARE(ticks(0.31), QString("0.0 0.1 0.2 0.3 0.4"));
    QCOMPARE(ticks(0.047), QString("0.00 0.01 0.02 0.03 0.04 0.05"));
    QCOMPARE(ticks(8), QString("0 2 4 6 8"));
}

void LineChartTest::aCurveStandsWhereItsLengthsAre()
{
    const LineChart chart = lengthChart(twoCurves());
    QCOMPARE(chart.plots.size(), std::size_t(1));
    const auto& points = chart.plots[0].lines[0].points;
    QCOMPARE(points[0], QPointF(5.5, 96));
    QCOMPARE(points[2], QPointF(65.5, 88));
    QCOMPARE(chart.to, 70.0);
    const QRectF area = plotAreas(chart, look())[0];
    // 5.5 of 70 words from the left, 96 of 100 from below
    const QPointF place = placeOf(chart, chart.plots[0], points[0], area);
    QVERIFY(std::abs(place.x() - (area.left() + area.width() * 5.5 / 70)) < 1e-6);
    QVERIFY(std::abs(place.y() - (area.bottom() - area.height() * 0.96)) < 1e-6);
}

void LineChartTest::modelsWithoutAttentionAreDashed()
{
    const LineChart chart = lengthChart(twoCurves());
    QVERIFY(!chart.plots[0].lines[0].dashed);
    QVERIFY(chart.plots[0].lines[1].dashed);
    QVERIFY(chart.plots[0].lines[0].colour != chart.plots[0].lines[1].colour);
    int dashed = 0;
    for (const Drawing::Path& path : drawLineChart(chart, look()).paths)
        dashed += path.dashed ? 1 : 0;
    QCOMPARE(dashed, 2);                          // the curve and its sample in the legend
    QCOMPARE(chart.marks.size(), std::size_t(2)); // trained to 30, to 50
    QVERIFY(chart.summary.contains("RNNencdec-30"));
}

void LineChartTest::sentencesAreCountedWhereTheyAreTheSame()
{
    auto curves = twoCurves();
    QCOMPARE(lengthChart(curves).notes.size(), std::size_t(3));
    QCOMPARE(lengthChart(curves).notes[2].text, QString("7"));
    curves[1].buckets[1].sentences = 19;
    QVERIFY(lengthChart(curves).notesName.isEmpty());
}

void LineChartTest::statesHaveTwoPlots()
{
    StateCurve curve{"run", 10, {}};
    for (const StateLimitOptions& limit : {stateLimit("all"), stateLimit("best:3"), stateLimit("best:1"),
                                           stateLimit("window:1"), stateLimit("window:3")})
        curve.points.push_back({limit, limit.states == 1 ? 20.0 : 60.0, 1, 0.25});
    const LineChart chart = stateChart(curve);
    QCOMPARE(chart.plots.size(), std::size_t(2));
    QCOMPARE(chart.plots[0].lines.size(), std::size_t(2));
    QCOMPARE(chart.ticks.size(), std::size_t(3)); // 1, 3, all
    const auto& best = chart.plots[0].lines[0].points;
    QCOMPARE(best, (std::vector<QPointF>{{0, 20}, {1, 60}, {2, 60}}));
    const auto areas = plotAreas(chart, look());
    QVERIFY(areas[0].bottom() < areas[1].top());
    QCOMPARE(areas[0].height(), areas[1].height());
    for (StatePoint& point : curve.points)
        point.aer.reset();
    QCOMPARE(stateChart(curve).plots.size(), std::size_t(1));
}

void LineChartTest::everythingLiesInsideTheFigure()
{
    auto curves = twoCurves();
    curves[0].label = "a run with a very long name that nobody would give to a run, but somebody did";
    for (const double width : {60.0, 120.0, 240.0}) {
        FigureOptions options;
        options.widthMm = width;
        options.title = "BLEU";
        const Drawing drawing = lineChartFigure(lengthChart(curves), options);
        const QRectF sheet(QPointF(0, 0), drawing.size);
        for (const Drawing::Text& text : drawing.texts) {
            const double length = QFontMetricsF(text.font).horizontalAdvance(text.text);
            const QPointF end = text.angle == 0 ? text.origin + QPointF(length, 0) : text.origin - QPointF(0, length);
            QVERIFY2(sheet.contains(text.origin) && sheet.contains(end), qPrintable(text.text));
        }
        for (const Drawing::Path& path : drawing.paths) { // a level line's bounds are no rectangle to QRectF::contains
            const QRectF bounds = path.path.boundingRect();
            QVERIFY(sheet.contains(bounds.topLeft()) && sheet.contains(bounds.bottomRight()));
        }
        QCOMPARE(drawing.texts.front().text, QString("BLEU"));
    }
}

void LineChartTest::nothingIsRefused()
{
    QVERIFY_THROWS_EXCEPTION(Error, lineChartFigure(lengthChart({}), {}));
    FigureOptions options;
    options.widthMm = -1;
    QVERIFY_THROWS_EXCEPTION(Error, lineChartFigure(lengthChart(twoCurves()), options));
}

void LineChartTest::aViewIsWalkedWithKeys()
{
    LineChartView view;
    view.resize(600, 400);
    view.setChart(lengthChart(twoCurves()));
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.at(view.lit()), (LineChartView::At{0, 0, 0}));
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.at(view.lit()), (LineChartView::At{0, 1, 1}));
    QVERIFY(view.accessibleDescription().contains("RNNencdec-30: BLEU 41"));
    const int second = view.pointOf({0, 1, 1});
    QCOMPARE(view.pointAt(view.positionOf(second)), second);
    QCOMPARE(view.pointAt({-50, -50}), -1);
    const QImage lit = view.grab().toImage();
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.lit(), -1);
    QVERIFY(lit != view.grab().toImage());
}

} // namespace alignoscope::testing

QTEST_MAIN(alignoscope::testing::LineChartTest)

#include "line_chart_test.moc"
