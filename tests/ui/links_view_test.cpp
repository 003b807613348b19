// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_snapshot.h"
#include "ui/bridge/token_focus.h"
#include "ui/figure/token_label.h"
#include "ui/views/links_overview.h"
#include "ui/views/links_scene.h"
#include "ui/views/links_view.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace alignoscope;
using namespace alignoscope::ui;
using alignoscope::testing::diagonal;
using alignoscope::testing::square;

/// The links view alone.
class LinksViewTest : public QObject {
    Q_OBJECT

    std::unique_ptr<LinksView> m_view;

    void wheel(QPoint point, int turned, Qt::KeyboardModifiers keys = Qt::NoModifier) const
    {
        QWheelEvent event(QPointF(point), QPointF(m_view->mapToGlobal(point)), {}, {0, turned}, Qt::NoButton, keys,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view.get(), &event);
    }
    QImage picture() const { return m_view->grab().toImage(); }
    QRgb ground() const { return m_view->palette().color(QPalette::Base).rgb(); }
    /// How many pixels of one row, near a link's middle, are not ground.
    int thickness(LinkPlace link) const
    {
        const QImage image = picture();
        const QPoint middle = m_view->linkPoint(link);
        int count = 0;
        for (int x = middle.x() - 10; x <= middle.x() + 10; ++x)
            count += image.pixel(x, middle.y()) != ground() ? 1 : 0;
        return count;
    }

private slots:
    void init()
    {
        m_view = std::make_unique<LinksView>();
        m_view->resize(700, 420);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void saysWhyItIsEmpty()
    {
        QVERIFY(!m_view->snapshot());
        m_view->setEmptyText("Press Start");
        QCOMPARE(m_view->accessibleDescription(), QString("Press Start"));
        const QImage before = picture();
        m_view->setEmptyText("Train first");
        QVERIFY(picture() != before);
        QVERIFY(m_view->placeAt(QPointF(300, 200)).isNone());
        QTest::keyClick(m_view.get(), Qt::Key_Right); // there is nothing to walk on
        QVERIFY(m_view->cursorPlace().isNone());
    }

    void linesAreAsThickAsTheirWeights()
    {
        m_view->setThreshold(0.3);
        m_view->setSnapshot(diagonal({"a", "b", "</s>"}, {"x", "y", "</s>"}, 0.9F));
        const int thick = thickness({1, 1});
        m_view->setSnapshot(diagonal({"a", "b", "</s>"}, {"x", "y", "</s>"}, 0.45F));
        const int thin = thickness({1, 1});
        // 0.9 and 0.45 of the thickest, both upright, and up to a pixel of smoothing on either side
        const double thickest = m_view->scene().style.thickest;
        QVERIFY2(std::abs(thick - 0.9 * thickest) <= 2, qPrintable(QString::number(thick)));
        QVERIFY2(std::abs(thin - 0.45 * thickest) <= 2, qPrintable(QString::number(thin)));
    }

    void leavesOutWhatIsLighterThanTheThreshold()
    {
        m_view->setSnapshot(diagonal({"a", "b", "</s>"}, {"x", "y", "</s>"})); // 0.75, else 0.125
        m_view->setThreshold(0.125);
        QCOMPARE(m_view->scene().links.size(), 9U);
        QVERIFY(thickness({0, 1}) > 0);
        m_view->setThreshold(0.13);
        QCOMPARE(m_view->scene().links.size(), 3U);
        QCOMPARE(thickness({0, 1}), 0);
        m_view->setThreshold(0.8);
        QVERIFY(m_view->scene().links.empty());
        QVERIFY(m_view->scene().hint.contains("0.80"));
    }

    void readsTheTokenUnderThePointer()
    {
        m_view->setSnapshot(diagonal({"Area", "European", "</s>"}, {"zone", "x", "</s>"}, 0.8F));
        QSignalSpy told(m_view.get(), &LinksView::cellHovered);
        QSignalSpy left(m_view.get(), &LinksView::cellLeft);
        const QImage before = picture();
        QTest::mouseMove(m_view.get(), m_view->tokenRect({-1, 0}).center());
        QTRY_COMPARE(m_view->scene().active, (LinkPlace{-1, 0}));
        QCOMPARE(m_view->accessibleDescription(), QString("zone looks at Area 0.80, European 0.10, ‹end› 0.10"));
        QVERIFY(m_view->readout().contains("Area"));
        QVERIFY(m_view->readout().contains("0.80"));
        QCOMPARE(told.last().at(0).toInt(), 0); // its heaviest link, for the inspector
        QCOMPARE(told.last().at(1).toInt(), 0);
        QVERIFY(picture() != before);
        QTest::mouseMove(m_view.get(), m_view->tokenRect({1, -1}).center());
        QTRY_COMPARE(m_view->scene().active, (LinkPlace{1, -1}));
        QVERIFY(m_view->accessibleDescription().startsWith("European is looked at by x 0.80, zone 0.10"));
        QTest::mouseMove(m_view.get(), QPoint(2, 2));
        QTRY_COMPARE(left.size(), 1);
        QCOMPARE(picture(), before);
    }

    void readsTheLineUnderThePointer()
    {
        m_view->setSnapshot(diagonal({"a", "b", "</s>"}, {"x", "y", "</s>"}));
        QTest::mouseMove(m_view.get(), m_view->linkPoint({1, 1}));
        QTRY_COMPARE(m_view->scene().active, (LinkPlace{1, 1}));
        QVERIFY(m_view->readout().endsWith("0.75"));
        QCOMPARE(m_view->accessibleDescription(), QString("y looks at b with weight 0.75"));
        const QPoint between = (m_view->linkPoint({0, 0}) + m_view->linkPoint({1, 1})) / 2;
        m_view->setThreshold(0.5);
        QTest::mouseMove(m_view.get(), between);
        QTRY_VERIFY(m_view->scene().active.isNone());
    }

    void walksWithTheKeyboard()
    {
        auto snapshot = diagonal({"a", "b", "c", "</s>"}, {"x", "y", "z", "</s>"});
        snapshot->weights = {0.1F, 0.7F, 0.1F, 0.1F, 0.6F, 0.2F, 0.1F, 0.1F, 0, 0.2F, 0.8F, 0, 0, 0, 0, 1};
        m_view->setSnapshot(snapshot);
        const auto press = [this](int key) {
            QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key));
            return m_view->cursorPlace();
        };
        QCOMPARE(press(Qt::Key_Right), (LinkPlace{0, -1})); // the first key shows where the cursor is
        QCOMPARE(press(Qt::Key_Right), (LinkPlace{1, -1}));
        QCOMPARE(press(Qt::Key_Down), (LinkPlace{-1, 0})); // b is looked at most by x
        QCOMPARE(press(Qt::Key_Down), (LinkPlace{-1, 0}));
        QCOMPARE(press(Qt::Key_Right), (LinkPlace{-1, 1}));
        QCOMPARE(m_view->accessibleDescription(), QString("y looks at a 0.60, b 0.20, c 0.10, ‹end› 0.10"));
        QCOMPARE(press(Qt::Key_Up), (LinkPlace{0, -1})); // y looks most at a
        QCOMPARE(press(Qt::Key_End), (LinkPlace{3, -1}));
        QCOMPARE(press(Qt::Key_Right), (LinkPlace{3, -1}));
        QCOMPARE(press(Qt::Key_Home), (LinkPlace{0, -1}));
        QCOMPARE(press(Qt::Key_Escape), LinkPlace{});
    }

    void zoomsAroundThePointer()
    {
        m_view->setSnapshot(square(100));
        QCOMPARE(m_view->zoom(), 1.0);
        const QPoint pointer = m_view->tokenRect({30, -1}).center();
        for (int i = 0; i < 8; ++i)
            wheel(pointer, 120, Qt::ControlModifier);
        QVERIFY(m_view->zoom() > 4);
        QVERIFY2(std::abs(m_view->tokenRect({30, -1}).center().x() - pointer.x())
                     <= m_view->tokenRect({30, -1}).width(),
                 qPrintable(QString::number(m_view->tokenRect({30, -1}).center().x())));
        for (int i = 0; i < 20; ++i)
            wheel(pointer, -120, Qt::ControlModifier);
        QCOMPARE(m_view->zoom(), 1.0);
        QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(m_view->zoom() > 1);
        QTest::keyClick(m_view.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(m_view->zoom(), 1.0);
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QCOMPARE(m_view->zoom(), 1.0);
    }

    void movesAlongALongSentence()
    {
        m_view->setSnapshot(square(100));
        m_view->setZoom(6);
        const auto scrolled = [this] { return m_view->scene().layout.scrolled; };
        m_view->scrollTo(0);
        QCOMPARE(scrolled(), 0.0);
        wheel({300, 200}, -120);
        QVERIFY(scrolled() > 20);
        m_view->scrollTo(500);
        const double before = scrolled();
        // by hand: to the left with the pointer, to the right in the sentence
        const QPoint start(400, m_view->scene().layout.zone.center().toPoint().y());
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, start);
        QTest::mouseMove(m_view.get(), start - QPoint(60, 0));
        QTest::mouseMove(m_view.get(), start - QPoint(100, 0));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, start - QPoint(100, 0));
        QVERIFY2(std::abs(scrolled() - before - 100) <= 2, qPrintable(QString::number(scrolled() - before)));
        QTest::keyClick(m_view.get(), Qt::Key_End); // the cursor is always to be seen
        QVERIFY(m_view->rect().contains(m_view->tokenRect(m_view->cursorPlace()).center()));
        m_view->scrollTo(1e9);
        QVERIFY(m_view->tokenRect({99, -1}).right() <= m_view->width());
    }

    void labelsNeverOverlap_data()
    {
        QTest::addColumn<int>("tokens");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("zoom");
        for (const int tokens : {2, 9, 16, 24, 45, 100, 300}) {
            for (const QSize size : {QSize(460, 220), QSize(900, 420), QSize(1500, 700)}) {
                for (const double zoom : {1.0, 1.7, 5.0})
                    QTest::addRow("%d tokens, %d wide, zoom %g", tokens, size.width(), zoom) << tokens << size << zoom;
            }
        }
    }
    void labelsNeverOverlap()
    {
        QFETCH(int, tokens);
        QFETCH(QSize, size);
        QFETCH(double, zoom);
        m_view->resize(size);
        std::vector<std::string> words;
        for (int i = 0; i + 1 < tokens; ++i)
            words.emplace_back(i % 3 == 0 ? "internationalisation" : i % 3 == 1 ? "a" : "word");
        words.emplace_back("</s>");
        m_view->setSnapshot(diagonal(words, words));
        m_view->setZoom(zoom);
        const LinksScene& scene = m_view->scene();
        const LinksLayout& layout = scene.layout;
        QVERIFY(!layout.zone.isEmpty());
        const auto check = [&](const LinkRow& row, auto&& place) {
            QPolygonF last;
            int shown = 0;
            for (int i = 0; i < row.size(); ++i) {
                if (!row.labels.isShown(i))
                    continue;
                ++shown;
                // the middle half of its height: lines of text may touch, letters may not
                PlacedLabel label = place(i);
                QTransform turn;
                turn.translate(label.origin.x(), label.origin.y());
                turn.rotate(label.angle);
                const double cap = scene.metrics.capHeight(label.size);
                const QPolygonF outline = turn.map(QPolygonF(QRectF(0, -cap, label.width, cap)));
                if (!last.isEmpty() && last.intersects(outline))
                    return false;
                last = outline;
            }
            return shown > 0 && row.labels.isShown(row.size() - 1);
        };
        QVERIFY(check(layout.rows.source, [&](int i) { return layout.sourceLabel(i, scene.metrics); }));
        QVERIFY(check(layout.rows.target, [&](int i) { return layout.targetLabel(i, scene.metrics); }));
        // nor do they reach into the links
        for (int i = 0; i < tokens; ++i) {
            QVERIFY(outlineOf(layout.sourceLabel(i, scene.metrics), scene.metrics).boundingRect().top()
                    < layout.zone.top());
            QVERIFY(layout.targetPlace(i).top() >= layout.zone.bottom());
        }
    }

    void keepsItsPlaceWhenTheSentenceChanges()
    {
        m_view->setSnapshot(square(100));
        m_view->setZoom(4);
        m_view->setCursorPlace({20, -1});
        m_view->scrollTo(600);
        const double scrolled = m_view->scene().layout.scrolled;
        m_view->setSnapshot(diagonal(square(100)->sourceTokens, square(100)->targetTokens, 0.3F)); // it learned
        QCOMPARE(m_view->scene().layout.scrolled, scrolled);
        m_view->setSnapshot(square(60));
        QCOMPARE(m_view->zoom(), 4.0);
        QCOMPARE(m_view->cursorPlace(), (LinkPlace{20, -1}));
        m_view->setSnapshot(square(5)); // no such word
        QVERIFY(m_view->cursorPlace().isNone());
        QVERIFY(m_view->scene().active.isNone());
    }

    void showsWhatTheShapeLeaves()
    {
        m_view->setSnapshot(diagonal({"lo@@", "wer", ",", "b", "</s>"}, {"x", ".", "y", "</s>"}));
        m_view->setCursorPlace({3, -1});
        m_view->setShape({.joinSubwords = true, .hideEnd = true, .hidePunctuation = true});
        QCOMPARE(m_view->snapshot()->sourceTokens, (std::vector<std::string>{"lower", "b"}));
        QCOMPARE(m_view->snapshot()->targetTokens, (std::vector<std::string>{"x", "y"}));
        QCOMPARE(m_view->cursorPlace(), (LinkPlace{1, -1})); // still b
        m_view->setSnapshot(diagonal({"!", "</s>"}, {".", "</s>"}));
        QVERIFY(!m_view->snapshot());
        QVERIFY(m_view->accessibleDescription().contains("left out"));
        m_view->setShape({});
        QCOMPARE(m_view->snapshot()->sources(), 2);
    }

    void framesKnownLinks()
    {
        m_view->setSnapshot(diagonal({"a", "b", "</s>"}, {"x", "y", "</s>"}));
        m_view->setThreshold(0.5);
        const QImage before = picture();
        GoldAlignment gold;
        gold.sure = {{1, 0}, {90, 90}}; // the second lies outside and must not matter
        m_view->setGold(gold);
        const QImage sure = picture();
        QVERIFY(sure != before);
        QVERIFY(thickness({1, 0}) > 0); // though the model does not find it
        m_view->setGold(GoldAlignment{{}, {{1, 0}}});
        QVERIFY(picture() != sure); // dashed
        m_view->setShape({.hideEnd = true});
        QCOMPARE(m_view->scene().gold->possible, (std::vector<Link>{{1, 0}}));
        m_view->setShape({});
        m_view->setGold(std::nullopt);
        QCOMPARE(picture(), before);
    }

    void sharesWhatIsLookedAt()
    {
        TokenFocus focus;
        m_view->followFocus(&focus);
        const auto snapshot = diagonal({"a", ",", "b", "</s>"}, {"x", "y", "</s>"});
        m_view->setSnapshot(snapshot);
        m_view->setShape({.hidePunctuation = true});
        QTest::mouseMove(m_view.get(), m_view->tokenRect({1, -1}).center()); // b, the third of the model's tokens
        QTRY_COMPARE(focus.place().source, 2);
        QCOMPARE(focus.place().sourceSentence, sentenceKey(snapshot->sourceTokens));
        QCOMPARE(focus.place().target, -1);
        QTest::mouseMove(m_view.get(), QPoint(2, 2));
        QTRY_COMPARE(focus.place().source, -1);
        const QObject other;
        const auto source = sentenceKey(snapshot->sourceTokens), target = sentenceKey(snapshot->targetTokens);
        focus.set({2, 1, source, target}, &other);
        QCOMPARE(m_view->scene().active, (LinkPlace{1, 1}));
        focus.set({1, -1, source, target}, &other); // the comma is left out
        QVERIFY(m_view->scene().active.isNone());
        focus.set({0, -1, source + 1, target}, &other); // of another sentence
        QVERIFY(m_view->scene().active.isNone());
    }

    void colourTellsTheSourceWordWhenAsked()
    {
        m_view->setSnapshot(diagonal({"a", "b", "</s>"}, {"x", "y", "</s>"}, 0.98F));
        const auto colour = [this](LinkPlace link) { return picture().pixel(m_view->linkPoint(link)); };
        QCOMPARE(colour({0, 0}), colour({1, 1}));
        m_view->setColouring(LinkColouring::SourceWord);
        QVERIFY(colour({0, 0}) != colour({1, 1}));
        m_view->setColouring(LinkColouring::Weight);
        m_view->setColourMap(ColourMap::Greys);
        QVERIFY(qGray(colour({1, 1})) < 40); // heavy is dark on a light ground
        QPalette dark;
        dark.setColor(QPalette::Base, QColor(20, 20, 20));
        dark.setColor(QPalette::Text, Qt::white);
        m_view->setPalette(dark);
        QCOMPARE(picture().pixel(2, 2), qRgb(20, 20, 20));
        QVERIFY(qGray(colour({1, 1})) > 200); // and bright on a dark one
    }

    void drawsTenThousandLinks()
    {
        auto snapshot = square(100);
        std::fill(snapshot->weights.begin(), snapshot->weights.end(), 0.01F);
        m_view->setThreshold(0);
        m_view->setSnapshot(snapshot);
        QCOMPARE(m_view->scene().links.size(), 10000U);
        const QImage image = picture();
        QVERIFY(image.pixel(m_view->linkPoint({50, 50})) != ground());
        QTest::mouseMove(m_view.get(), m_view->tokenRect({70, -1}).center());
        QTRY_COMPARE(m_view->scene().active.source, 70);
        QVERIFY(picture() != image);
        QTest::mouseMove(m_view.get(), QPoint(2, 2));
        QTRY_VERIFY(m_view->scene().active.isNone());
        AttentionSnapshotPtr last;
        for (int i = 0; i < 20; ++i) { // pictures that come too fast are passed over, the last one is shown
            auto next = std::make_shared<AttentionSnapshot>(*snapshot);
            next->weights.assign(10000, 0.01F + 0.001F * static_cast<float>(i));
            m_view->setSnapshot(last = next);
        }
        LinksView fresh;
        fresh.resize(m_view->size());
        fresh.setSnapshot(last);
        QTRY_COMPARE(picture(), fresh.grab().toImage());
    }

    void overviewMovesTheView()
    {
        LinksOverview overview(m_view.get());
        overview.resize(500, 34);
        m_view->setSnapshot(square(100));
        QCOMPARE(overview.frame().toRect().width(), 500);
        m_view->setZoom(5);
        m_view->scrollTo(0);
        QVERIFY(overview.frame().width() < 150);
        QVERIFY(overview.frame().left() < 1);
        QTest::mousePress(&overview, Qt::LeftButton, {}, QPoint(400, 15));
        QVERIFY(std::abs(overview.frame().center().x() - 400) < 5); // it comes to the click
        QTest::mouseMove(&overview, QPoint(300, 15));
        QTest::mouseRelease(&overview, Qt::LeftButton, {}, QPoint(300, 15));
        QVERIFY(std::abs(overview.frame().center().x() - 300) < 5);
        QVERIFY(!overview.grab().toImage().isNull());
    }

    void refusesAMatrixThatDoesNotFitItsTokens()
    {
        auto broken = square(4);
        broken->weights.pop_back();
        m_view->setSnapshot(broken);
        QVERIFY(!m_view->snapshot());
    }
};

QTEST_MAIN(LinksViewTest)
#include "links_view_test.moc"
