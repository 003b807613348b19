// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_beam.h"

#include "alignoscope/error.h"
#include "ui/application.h"
#include "ui/figure/beam_figure.h"
#include "ui/figure/beam_words.h"
#include "ui/panels/beam_place.h"
#include "ui/views/beam_tree_view.h"

#include <QApplication>
#include <QtTest>

#include <cmath>

namespace alignoscope::testing {

class BeamLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void boxesNeverOverlap_data();
    void boxesNeverOverlap();
    void theBestOneRunsStraightAlongTheTop();
    void linesNeverCross();
    void discardedWordsCanBeLeftOut();
    void ranksAreThoseOfTheStep();
    void numbersAsPeopleReadThem();
    void theFigureHoldsTheTree();
    void aWideTreeShrinksAndASmallOneDoesNotGrow();
    void impossibleSizesAreRefused();
    void aPlaceIsFoundAgain();
    void whatIsBroughtIntoSightIsDrawn();

private:
    static ui::BeamLayout layOut(const BeamTrace& trace, bool pruned = true)
    {
        return ui::layOutBeam(trace, pruned, ui::LabelMetrics(ui::beamFont({}, trace)), 13);
    }
};

void BeamLayoutTest::boxesNeverOverlap_data()
{
    QTest::addColumn<int>("beam");
    QTest::addColumn<int>("likeliest");
    QTest::addColumn<int>("steps");
    QTest::newRow("greedy") << 1 << 1 << 5;
    QTest::newRow("usual") << 5 << 5 << 12;
    QTest::newRow("wide") << 30 << 12 << 40;
    QTest::newRow("one step") << 3 << 5 << 1;
}

void BeamLayoutTest::boxesNeverOverlap()
{
    QFETCH(int, beam);
    QFETCH(int, likeliest);
    QFETCH(int, steps);
    const BeamTrace trace = sampleBeam(beam, likeliest, steps);
    const ui::BeamLayout layout = layOut(trace);
    std::size_t shown = 0;
    for (std::size_t step = 0; step < layout.order.size(); ++step) {
        const QRectF& column = layout.columns[step];
        if (step > 0)
            QVERIFY(column.left() > layout.columns[step - 1].right());
        double free = 0;
        for (const int at : layout.order[step]) {
            const QRectF& box = layout.item(at).box;
            QVERIFY(box.top() >= free);
            QVERIFY(box.left() >= column.left() && box.right() <= column.right() + 0.01);
            QVERIFY(QRectF(QPointF(), layout.size).adjusted(0, 0, 0.01, 0.01).contains(box));
            free = box.bottom() + 1;
            ++shown;
        }
    }
    QCOMPARE(shown, trace.nodes.size());
}

void BeamLayoutTest::theBestOneRunsStraightAlongTheTop()
{
    const BeamTrace trace = sampleBeam(6, 4, 10);
    const ui::BeamLayout layout = layOut(trace);
    for (const int at : pathTo(trace, trace.hypotheses.front())) {
        QCOMPARE(layout.item(at).box.center().y(), layout.item(0).box.center().y());
        QCOMPARE(layout.order[static_cast<std::size_t>(trace.node(at).step)].front(), at);
    }
}

void BeamLayoutTest::linesNeverCross()
{
    const BeamTrace trace = sampleBeam(8, 5, 12);
    const ui::BeamLayout layout = layOut(trace);
    for (std::size_t step = 1; step < layout.order.size(); ++step) {
        double above = -1;
        for (const int at : layout.order[step]) { // from top to bottom, so are the parents
            const double parent = layout.item(trace.node(at).parent).box.center().y();
            QVERIFY(parent >= above);
            above = parent;
            const QPainterPath edge = layout.edge(trace, at);
            QCOMPARE(edge.currentPosition(), QPointF(layout.item(at).box.left(), layout.item(at).box.center().y()));
        }
    }
}

void BeamLayoutTest::discardedWordsCanBeLeftOut()
{
    const BeamTrace trace = sampleBeam(5, 5, 8);
    const ui::BeamLayout all = layOut(trace), kept = layOut(trace, false);
    for (int at = 0; at < static_cast<int>(trace.nodes.size()); ++at) {
        QVERIFY(all.shows(at));
        QCOMPARE(kept.shows(at), trace.node(at).fate != BeamTrace::Fate::Pruned);
    }
    QVERIFY(kept.size.height() < all.size.height());
}

void BeamLayoutTest::ranksAreThoseOfTheStep()
{
    const BeamTrace trace = sampleBeam(4, 3, 8);
    int first = trace.hypotheses.front(); // finished before all others
    for (const int at : trace.hypotheses) {
        if (trace.node(at).step < trace.node(first).step)
            first = at;
        QCOMPARE(ui::rankAfter(trace, at, trace.steps()), trace.node(at).rank);
    }
    QCOMPARE(ui::rankAfter(trace, first, trace.node(first).step), 1);
}

void BeamLayoutTest::numbersAsPeopleReadThem()
{
    QCOMPARE(ui::probabilityText(std::log(0.624)), QString("0.62"));
    QCOMPARE(ui::probabilityText(std::log(0.004)), QString("<0.01"));
    QCOMPARE(ui::logText(-1.234), QString("−1.23"));
    QCOMPARE(ui::logText(-0.001), QString("0.00"));
    const BeamTrace trace = sampleBeam(2, 3, 4);
    QVERIFY(ui::beamNodeInWords(trace, trace.hypotheses[1]).endsWith("finished, rank 2 of 2"));
    QVERIFY(ui::beamNodeInWords(trace, trace.stepBegin[2] - 1).endsWith("discarded, number 3 of the 3 looked at"));
    QVERIFY(ui::beamNodeInWords(trace, 0).contains("start"));
    QVERIFY(!ui::hypothesisText(trace, trace.hypotheses[0]).endsWith(u'…'));
    QVERIFY(ui::hypothesisText(trace, 1).endsWith(u'…'));
}

void BeamLayoutTest::theFigureHoldsTheTree()
{
    const BeamTrace trace = sampleBeam(5, 5, 9);
    ui::FigureOptions options;
    options.title = "A search";
    for (const int step : {0, 3, 9}) {
        const ui::Drawing drawing = ui::beamDrawing(trace, step, true, options);
        const QRectF page(QPointF(), drawing.size);
        int boxes = 0;
        for (const auto& path : drawing.paths) {
            const QRectF ink = path.path.boundingRect();
            QVERIFY(page.contains(ink.topLeft()) && page.contains(ink.bottomRight()));
            boxes += path.name.isEmpty() ? 0 : 1;
        }
        QCOMPARE(boxes, trace.stepBegin[static_cast<std::size_t>(step) + 1]);
        QCOMPARE(drawing.title, QString("A search"));
    }
    options.heightMm = 40;
    const ui::Drawing low = ui::beamDrawing(trace, 9, true, options);
    QCOMPARE(low.size.height(), 40 * ui::Drawing::unitsPerMm);
    for (const auto& path : low.paths)
        QVERIFY(path.path.boundingRect().bottom() <= low.size.height());
}

void BeamLayoutTest::aWideTreeShrinksAndASmallOneDoesNotGrow()
{
    ui::FigureOptions options;
    const auto largest = [&](const BeamTrace& trace) {
        int size = 0;
        for (const auto& text : ui::beamDrawing(trace, trace.steps(), true, options).texts)
            size = std::max(size, text.font.pixelSize());
        return size;
    };
    QCOMPARE(largest(sampleBeam(2, 2, 1)), 9 * 20);
    QVERIFY(largest(sampleBeam(5, 5, 30)) < 9 * 20);
}

void BeamLayoutTest::impossibleSizesAreRefused()
{
    ui::FigureOptions options;
    options.widthMm = 1;
    QVERIFY_THROWS_EXCEPTION(Error, ui::beamDrawing(sampleBeam(2, 2, 2), 2, true, options));
}

void BeamLayoutTest::aPlaceIsFoundAgain()
{
    const BeamTrace trace = sampleBeam(4, 4, 8);
    ui::BeamPlace place;
    QCOMPARE(place.nodeAt(trace, 3), leaderAt(trace, 3));
    const int third = trace.hypotheses[2];
    place.follow(trace, third, trace.steps());
    QCOMPARE(place.nodeAt(trace, trace.steps()), third);
    QCOMPARE(place.nodeAt(trace, 2), pathTo(trace, third)[1]); // as far as it had come
    BeamTrace other = sampleBeam(4, 4, 10);
    other.source = {"another", "</s>"};
    QCOMPARE(place.nodeAt(other, other.steps()), other.hypotheses[2]); // the third there
    BeamTrace narrow = sampleBeam(2, 4, 10);
    narrow.source = other.source;
    QCOMPARE(place.nodeAt(narrow, narrow.steps()), leaderAt(narrow, narrow.steps())); // there is no third
    int pruned = trace.stepBegin[3] - 1;
    QVERIFY(trace.node(pruned).fate == BeamTrace::Fate::Pruned);
    place.follow(trace, pruned, 5);
    QCOMPARE(place.nodeAt(trace, 5), pruned); // nothing came of it
}

void BeamLayoutTest::whatIsBroughtIntoSightIsDrawn()
{
    ui::BeamTreeView view;
    view.resize(420, 300);
    view.setTrace(std::make_shared<const BeamTrace>(sampleBeam(20, 10, 30)));
    view.show();
    const auto last = view.trace()->hypotheses.back();
    QVERIFY(!view.viewport()->rect().intersects(view.nodeRect(last)));
    view.setChosen(last);
    view.bringIntoSight(last);
    QVERIFY(view.viewport()->rect().contains(view.nodeRect(last)));
    const QImage scrolled = view.viewport()->grab().toImage();
    int inked = 0; // the box of what came into sight is drawn
    const QRect box = view.nodeRect(last);
    for (int x = box.left(); x <= box.right(); ++x)
        inked += scrolled.pixelColor(x, box.center().y()) != view.palette().color(QPalette::Base) ? 1 : 0;
    QVERIFY(inked > 3);
}

} // namespace alignoscope::testing

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    alignoscope::ui::prepareApplication(application);
    alignoscope::testing::BeamLayoutTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "beam_layout_test.moc"
