// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_snapshot.h"
#include "ui/views/heatmap_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace alignoscope;
using namespace alignoscope::ui;
using alignoscope::testing::diagonal;
using alignoscope::testing::square;
using Cell = HeatmapView::Cell;

class HeatmapViewTest : public QObject {
    Q_OBJECT

    std::unique_ptr<HeatmapView> m_view;

    QRgb centreOf(Cell cell) const { return m_view->grab().toImage().pixel(m_view->cellRect(cell).center()); }
    void moveTo(Cell cell) const { QTest::mouseMove(m_view.get(), m_view->cellRect(cell).center()); }

private slots:
    void init()
    {
        m_view = std::make_unique<HeatmapView>();
        m_view->resize(600, 480);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void saysWhyItIsEmpty()
    {
        QVERIFY(!m_view->snapshot());
        QVERIFY(m_view->cellRect({0, 0}).isEmpty());
        QVERIFY(!m_view->cellAt(QPointF(300, 240)));
        m_view->setEmptyText("Press Start");
        QCOMPARE(m_view->accessibleDescription(), QString("Press Start"));
        const QImage before = m_view->grab().toImage();
        m_view->setEmptyText("Train first");
        QVERIFY(m_view->grab().toImage() != before);
    }

    void paintsEachCellInTheColourOfItsWeight()
    {
        m_view->setSnapshot(diagonal({"a", "b", "</s>"}, {"x", "y", "</s>"}));
        for (const ColourMap map : allColourMaps) {
            m_view->setColourMap(map);
            QCOMPARE(centreOf({0, 0}), colourOf(map, 0.75));
            QCOMPARE(centreOf({2, 1}), colourOf(map, 0.125));
        }
    }

    void cellsFillTheMatrixToTheirEdges()
    {
        std::vector<std::string> sources(37, "a"), targets(53, "x");
        const auto snapshot = diagonal(sources, targets, 0.75F);
        m_view->setSnapshot(snapshot);
        const QImage image = m_view->grab().toImage();
        for (int target = 0; target < 53; ++target) {
            for (int source = 0; source < 37; ++source) {
                const QRect cell = m_view->cellRect({target, source});
                const QRgb colour = colourOf(ColourMap::Viridis, static_cast<double>(snapshot->weight(target, source)));
                QCOMPARE(image.pixel(cell.topLeft()), colour);
                QCOMPARE(image.pixel(cell.bottomRight()), colour);
            }
        }
    }

    void drawsTargetsAsRows()
    {
        m_view->setSnapshot(diagonal({"a", "b", "c", "</s>"}, {"x", "</s>"}));
        QVERIFY(m_view->cellRect({1, 0}).top() >= m_view->cellRect({0, 0}).bottom());
        QVERIFY(m_view->cellRect({0, 1}).left() >= m_view->cellRect({0, 0}).right());
        QVERIFY(!m_view->cellRect({1, 3}).isEmpty());
        QVERIFY(m_view->cellRect({2, 0}).isEmpty());
    }

    void doesNotSmoothBetweenCells()
    {
        m_view->setSnapshot(diagonal({"a", "b", "</s>"}, {"x", "y", "</s>"}));
        const QImage image = m_view->grab().toImage();
        const QRect left = m_view->cellRect({1, 0});
        const QRect right = m_view->cellRect({1, 1});
        QCOMPARE(image.pixel(left.right(), left.center().y()), colourOf(ColourMap::Viridis, 0.125));
        QCOMPARE(image.pixel(right.left(), right.center().y()), colourOf(ColourMap::Viridis, 0.75));
    }

    void readsTheCellUnderThePointer()
    {
        m_view->setSnapshot(diagonal({"Economic", "Area", "</s>"}, {"zone", "x", "</s>"}));
        QSignalSpy hovered(m_view.get(), &HeatmapView::cellHovered);
        QSignalSpy left(m_view.get(), &HeatmapView::cellLeft);
        moveTo({0, 1});
        QTRY_COMPARE(hovered.size(), 1);
        QCOMPARE(hovered.at(0).at(0).toInt(), 0);
        QCOMPARE(hovered.at(0).at(1).toInt(), 1);
        QCOMPARE(hovered.at(0).at(2).toDouble(), 0.125);
        QVERIFY(m_view->readout().contains("zone"));
        QVERIFY(m_view->readout().contains("Area"));
        QVERIFY(m_view->readout().endsWith("  0.13") || m_view->readout().endsWith("  0.12"));
        QTest::mouseMove(m_view.get(), QPoint(2, 2));
        QTRY_COMPARE(left.size(), 1);
        QVERIFY(m_view->readout().isEmpty());
    }

    void followsNewWeightsUnderThePointer()
    {
        m_view->setSnapshot(diagonal({"a", "b", "</s>"}, {"x", "y", "</s>"}, 0.75F));
        moveTo({0, 0});
        QTRY_VERIFY(m_view->readout().endsWith("0.75"));
        m_view->setSnapshot(diagonal({"a", "b", "</s>"}, {"x", "y", "</s>"}, 0.5F));
        QVERIFY(m_view->readout().endsWith("0.50"));
        QCOMPARE(centreOf({1, 1}), colourOf(ColourMap::Viridis, 0.5));
    }

    void forgetsACellThatIsNoLongerThere()
    {
        m_view->setSnapshot(square(6));
        m_view->setCursorCell(Cell{5, 5});
        QSignalSpy left(m_view.get(), &HeatmapView::cellLeft);
        m_view->setSnapshot(square(4));
        QVERIFY(!m_view->cursorCell());
        QCOMPARE(left.size(), 1);
    }

    void movesTheCursorWithTheKeyboard()
    {
        m_view->setSnapshot(square(5));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(*m_view->cursorCell(), (Cell{0, 0}));
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(*m_view->cursorCell(), (Cell{1, 1}));
        QCOMPARE(m_view->accessibleDescription(), QString("word1 looks at word1 with weight 0.75"));
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(*m_view->cursorCell(), (Cell{4, 4}));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(!m_view->cursorCell());
    }

    void outlinesGoldCells()
    {
        m_view->setSnapshot(square(5));
        const QImage before = m_view->grab(m_view->cellRect({1, 2})).toImage();
        GoldAlignment gold;
        gold.sure = {{2, 1}, {90, 90}}; // the second lies outside and must not matter
        m_view->setGold(gold);
        QVERIFY(m_view->grab(m_view->cellRect({1, 2})).toImage() != before);
        m_view->setGold(std::nullopt);
        QCOMPARE(m_view->grab(m_view->cellRect({1, 2})).toImage(), before);
    }

    void staysInsideTheWidgetAtEverySize_data()
    {
        QTest::addColumn<int>("tokens");
        for (const int tokens : {1, 2, 15, 60, 100})
            QTest::addRow("%d", tokens) << tokens;
    }
    void staysInsideTheWidgetAtEverySize()
    {
        QFETCH(int, tokens);
        for (const QSize size : {QSize(600, 480), QSize(260, 220), QSize(1400, 300)}) {
            m_view->resize(size);
            m_view->setSnapshot(square(tokens));
            for (const Cell cell : {Cell{0, 0}, Cell{tokens - 1, tokens - 1}}) {
                QVERIFY(!m_view->cellRect(cell).isEmpty());
                QVERIFY(m_view->rect().contains(m_view->cellRect(cell)));
            }
        }
    }

    void refusesAMatrixThatDoesNotFitItsTokens()
    {
        auto broken = square(4);
        broken->weights.pop_back();
        m_view->setSnapshot(broken);
        QVERIFY(!m_view->snapshot());
    }

    void followsThePalette()
    {
        m_view->setSnapshot(square(4));
        QPalette dark;
        dark.setColor(QPalette::Base, QColor(20, 20, 20));
        dark.setColor(QPalette::Text, Qt::white);
        m_view->setPalette(dark);
        QCOMPARE(m_view->grab().toImage().pixel(2, 2), qRgb(20, 20, 20));
    }
};

QTEST_MAIN(HeatmapViewTest)
#include "heatmap_view_test.moc"
