// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/figure/attention_figure.h"
#include "ui/figure/window_marks.h"
#include "ui/views/heatmap_view.h"

#include <QtTest>

namespace alignoscope::testing {

/// How the picture shows where local attention looked.
class WindowMarksTest : public QObject {
    Q_OBJECT

private slots:
    void surroundsTheWordsWithinReach();
    void marksEveryRow();
    void showsInTheHeatmapAndInTheFigure();
};

namespace {

/// Cells of 20 by 10.
QRectF cellOf(int target, int source)
{
    return {20.0 * source, 10.0 * target, 20, 10};
}

AttentionSnapshot local()
{
    AttentionSnapshot snapshot;
    snapshot.sourceTokens = {"a", "b", "c", "d", "e", "</s>"};
    snapshot.targetTokens = {"v", "w", "</s>"};
    snapshot.weights.assign(18, 0.1F);
    snapshot.window = 1;
    snapshot.centres = {0, 2.5F, 5};
    return snapshot;
}

} // namespace

void WindowMarksTest::surroundsTheWordsWithinReach()
{
    AttentionSnapshot snapshot = local();
    QCOMPARE(ui::windowOf(snapshot, 0), std::pair(0, 1)); // positions −1 … 1
    QCOMPARE(ui::windowOf(snapshot, 1), std::pair(2, 3)); // 1.5 … 3.5
    QCOMPARE(ui::windowOf(snapshot, 2), std::pair(4, 5)); // 4 … 6
    snapshot.window = 100;
    QCOMPARE(ui::windowOf(snapshot, 1), std::pair(0, 5));
}

void WindowMarksTest::marksEveryRow()
{
    const ui::WindowMarks marks = ui::windowMarks(local(), cellOf, 1);
    const auto rows = marks.dots.toSubpathPolygons();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].boundingRect().center(), QPointF(10, 5));
    QCOMPARE(rows[1].boundingRect().center(), QPointF(60, 15)); // between c and d
    const auto brackets = marks.brackets.toSubpathPolygons();
    QCOMPARE(brackets.size(), 6);
    QVERIFY(brackets[2].boundingRect().left() > 40 && brackets[2].boundingRect().right() < 50); // c
    QVERIFY(brackets[3].boundingRect().left() > 70 && brackets[3].boundingRect().right() < 80); // d
    AttentionSnapshot other = local();
    other.centres.clear();
    QVERIFY(ui::windowMarks(other, cellOf, 1).brackets.isEmpty());
}

void WindowMarksTest::showsInTheHeatmapAndInTheFigure()
{
    AttentionSnapshot without = local();
    without.centres.clear();
    QVERIFY(ui::figureImage(local(), {}) != ui::figureImage(without, {}));
    ui::HeatmapView with, plain;
    for (ui::HeatmapView* view : {&with, &plain})
        view->resize(400, 300);
    with.setSnapshot(std::make_shared<const AttentionSnapshot>(local()));
    plain.setSnapshot(std::make_shared<const AttentionSnapshot>(without));
    QVERIFY(with.grab().toImage() != plain.grab().toImage());
}

} // namespace alignoscope::testing

QTEST_MAIN(alignoscope::testing::WindowMarksTest)

#include "window_marks_test.moc"
