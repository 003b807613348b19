// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "sample_beam.h"
#include "sample_snapshot.h"
#include "ui/bridge/token_focus.h"
#include "ui/figure/attention_figure.h"
#include "ui/figure/beam_layout.h"
#include "ui/figure/figure_layout.h"
#include "ui/figure/links_figure.h"
#include "ui/views/beam_tree_view.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/links_scene.h"
#include "ui/views/links_view.h"
#include "ui/views/word_line.h"

#include <QScrollBar>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace alignoscope::testing {

using namespace ui;

namespace {

using Words = std::vector<std::string>;
using Cell = HeatmapView::Cell;

const Words arabic{"قرأ", "الولد", "كتابا", "في", "المدرسة", ".", "</s>"};
const Words hebrew{"הילד", "קורא", "ספר", ".", "</s>"};
const Words mixed{"قرأ", "الولد", "New", "York", "Times", "أمس", "</s>"};
const Words english{"the", "boy", "read", "a", "book", "</s>"};

template <class View>
std::unique_ptr<View> shown(const Words& source, const Words& target, QSize size = {700, 480})
{
    auto view = std::make_unique<View>();
    view->resize(size);
    view->setSnapshot(diagonal(source, target));
    view->show();
    return view;
}

/// Source tokens in the order in which their columns are seen from the left.
std::vector<int> columns(const HeatmapView& view)
{
    std::vector<int> tokens(view.snapshot()->sourceTokens.size());
    std::iota(tokens.begin(), tokens.end(), 0);
    std::ranges::sort(tokens, {}, [&](int token) { return view.cellRect({0, token}).left(); });
    return tokens;
}

std::vector<int> row(const LinksView& view, bool above)
{
    std::vector<int> tokens(above ? view.snapshot()->sourceTokens.size() : view.snapshot()->targetTokens.size());
    std::iota(tokens.begin(), tokens.end(), 0);
    std::ranges::sort(tokens, {}, [&](int token) {
        return view.tokenRect(above ? LinkPlace{token, -1} : LinkPlace{-1, token}).left();
    });
    return tokens;
}

BeamTracePtr arabicBeam()
{
    BeamTrace trace = sampleBeam(3, 4, 6);
    for (std::size_t i = 1; i < trace.nodes.size(); ++i)
        if (trace.nodes[i].token != "</s>")
            trace.nodes[i].token = arabic[i % 5];
    return std::make_shared<BeamTrace>(std::move(trace));
}

/// Where the outlines of a figure's texts are, by their names.
std::map<QString, double> textsOf(const QByteArray& svg)
{
    std::map<QString, double> places;
    QXmlStreamReader xml(svg);
    QString name;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"g")
            name = xml.attributes().value("aria-label").toString();
        else if (xml.name() == u"path" && !name.isEmpty())
            places.emplace(std::exchange(name, {}),
                           xml.attributes().value("d").mid(1).toString().section(' ', 0, 0).toDouble());
    }
    return places;
}

} // namespace

class ReadingOrderTest : public QObject {
    Q_OBJECT

private slots:
    void columnsFollowTheWriting()
    {
        QCOMPARE(columns(*shown<HeatmapView>(arabic, english)), (std::vector<int>{6, 5, 4, 3, 2, 1, 0}));
        QCOMPARE(columns(*shown<HeatmapView>(hebrew, english)), (std::vector<int>{4, 3, 2, 1, 0}));
        QCOMPARE(columns(*shown<HeatmapView>(english, arabic)), (std::vector<int>{0, 1, 2, 3, 4, 5}));
        QCOMPARE(columns(*shown<HeatmapView>(mixed, english)), (std::vector<int>{6, 5, 2, 3, 4, 1, 0}));
    }

    void cellsAreDrawnWhereTheyArePointedAt()
    {
        const auto view = shown<HeatmapView>(mixed, english);
        const QImage image = view->grab().toImage();
        for (int target = 0; target < 6; ++target) {
            for (int source = 0; source < 7; ++source) {
                const QPoint centre = view->cellRect({target, source}).center();
                QCOMPARE(view->cellAt(centre), (Cell{target, source}));
                const float weight = view->snapshot()->weight(target, source);
                QCOMPARE(image.pixelColor(centre), QColor(colourOf(ColourMap::Viridis, weight)));
            }
        }
    }

    void arrowsGoWhereTheyPoint()
    {
        const auto view = shown<HeatmapView>(mixed, english);
        view->setCursorCell(Cell{0, 0});
        for (const int source : {1, 4, 3, 2, 5, 6, 6}) {
            QTest::keyClick(view.get(), Qt::Key_Left);
            QCOMPARE(view->cursorCell(), (Cell{0, source}));
        }
        QTest::keyClick(view.get(), Qt::Key_Right);
        QCOMPARE(view->cursorCell(), (Cell{0, 5}));
        QTest::keyClick(view.get(), Qt::Key_Home); // the sentence's first word, wherever it stands
        QCOMPARE(view->cursorCell(), (Cell{0, 0}));
        QTest::keyClick(view.get(), Qt::Key_End);
        QCOMPARE(view->cursorCell(), (Cell{0, 6}));
    }

    void orderMayBeChosen()
    {
        const auto view = shown<HeatmapView>(mixed, english);
        view->setWordOrder(WordOrder::FromLeft);
        QCOMPARE(columns(*view), (std::vector<int>{0, 1, 2, 3, 4, 5, 6}));
        view->setWordOrder(WordOrder::FromRight);
        QCOMPARE(columns(*view), (std::vector<int>{6, 5, 4, 3, 2, 1, 0}));
    }

    void rowsOfLinksFollowTheWriting()
    {
        const auto view = shown<LinksView>(mixed, english);
        QCOMPARE(row(*view, true), (std::vector<int>{6, 5, 2, 3, 4, 1, 0}));
        QCOMPARE(row(*view, false), (std::vector<int>{0, 1, 2, 3, 4, 5}));
        QCOMPARE(row(*shown<LinksView>(english, hebrew), false), (std::vector<int>{4, 3, 2, 1, 0}));
        for (int source = 0; source < 7; ++source) { // what is pointed at is what is drawn there
            QCOMPARE(view->placeAt(view->tokenRect({source, -1}).center()), (LinkPlace{source, -1}));
            QVERIFY(view->scene().layout.sourceLabel(source, view->scene().metrics).label.text
                    == view->scene().sources[static_cast<std::size_t>(source)].text);
        }
    }

    void arrowsWalkAlongLinksAsSeen()
    {
        const auto view = shown<LinksView>(mixed, english);
        view->setCursorPlace({0, -1});
        for (const int source : {1, 4, 3, 2, 5}) {
            QTest::keyClick(view.get(), Qt::Key_Left);
            QCOMPARE(view->cursorPlace(), (LinkPlace{source, -1}));
        }
        QTest::keyClick(view.get(), Qt::Key_Home);
        QCOMPARE(view->cursorPlace(), (LinkPlace{0, -1}));
    }

    void zoomedLinksBeginAtTheRight()
    {
        Words longer;
        for (int i = 0; i < 12; ++i)
            longer.insert(longer.end(), arabic.begin(), arabic.end() - 2);
        const auto view = shown<LinksView>(longer, english, {500, 300});
        view->setZoom(view->mostZoom(), 499);
        const double scrolled = view->scene().layout.scrolled;
        QVERIFY(scrolled > 0);
        QTest::keyClick(view.get(), Qt::Key_PageDown); // on in the sentence: to the left
        QVERIFY(view->scene().layout.scrolled < scrolled);
        const double before = view->scene().layout.sourceX(20);
        view->resize(500, 320); // the part that is seen stays
        QVERIFY(std::abs(view->scene().layout.sourceX(20) - before) < 40);
    }

    void aLitWordIsTheSameInEveryView()
    {
        TokenFocus focus;
        const auto matrix = shown<HeatmapView>(arabic, english);
        const auto links = shown<LinksView>(arabic, english);
        matrix->followFocus(&focus);
        links->followFocus(&focus);
        matrix->setCursorCell(Cell{2, 4});
        QCOMPARE(links->scene().active, (LinkPlace{4, 2}));
    }

    void wordsInALineFollowTheWriting()
    {
        WordLine line(WordLine::Use::Press);
        std::vector<WordLine::Word> words;
        for (const std::string& each : mixed)
            words.push_back({.text = QString::fromStdString(each), .pale = each == "</s>"});
        line.resize(600, 40);
        line.setWords(words);
        line.show();
        const auto left = [&line](int word) { return line.wordRect(word).left(); };
        QVERIFY(left(0) > left(1) && left(1) > left(4) && left(4) > left(3) && left(3) > left(2) && left(2) > left(5));
        line.setCurrent(1);
        QTest::keyClick(&line, Qt::Key_Left);
        QCOMPARE(line.current(), 4);
        line.setWordOrder(WordOrder::FromLeft);
        QVERIFY(left(0) < left(1) && left(4) < left(5));
    }

    void aTreeOfArabicWordsGrowsToTheLeft()
    {
        BeamTreeView view;
        view.resize(500, 300);
        view.setTrace(arabicBeam());
        view.setStep(6);
        view.show();
        const BeamTrace& trace = *view.trace();
        for (int node = 1; node < static_cast<int>(trace.nodes.size()); ++node)
            QVERIFY(view.nodeRect(node).right() < view.nodeRect(trace.node(node).parent).left());
        QVERIFY(view.viewport()->rect().contains(view.nodeRect(0))); // a tree that is too wide begins at the right
        QCOMPARE(view.horizontalScrollBar()->value(), view.horizontalScrollBar()->maximum());
        view.setChosen(0);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(trace.node(view.chosen()).parent, 0);
        QTest::mouseMove(view.viewport(), view.nodeRect(0).center());
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.chosen(), 0);
        view.setWordOrder(WordOrder::FromLeft);
        QVERIFY(view.nodeRect(1).left() > view.nodeRect(0).right());
    }

    void beamFiguresGrowToTheLeft()
    {
        const BeamTracePtr trace = arabicBeam();
        const BeamLayout layout = layOutBeam(*trace, true, LabelMetrics(QFont()), 12);
        QVERIFY(layout.fromRight);
        const int done = trace->hypotheses.front();
        QVERIFY(layout.badge(done).right() < layout.item(done).box.left());
        QVERIFY(layout.edge(*trace, done).boundingRect().left() >= layout.item(done).box.right() - 0.01);
        QVERIFY(layout.extent(1).right() > layout.extent(1).left());
        QCOMPARE(layout.extent(trace->steps()).width(), layout.size.width());
    }

    void figuresFollowTheWriting()
    {
        const auto snapshot = diagonal(mixed, english);
        FigureOptions options;
        const auto inOrder = [&](const QByteArray& svg) {
            const auto texts = textsOf(svg);
            const auto x = [&](int word) {
                return texts.at(QString::fromStdString(mixed[static_cast<std::size_t>(word)]));
            };
            return x(5) < x(2) && x(2) < x(3) && x(3) < x(4) && x(4) < x(1) && x(1) < x(0);
        };
        const QByteArray matrix = figureBytes(FigureFormat::Svg, *snapshot, options);
        QVERIFY(inOrder(matrix));
        QVERIFY(matrix.contains("← source"));
        LinksFigure links;
        links.snapshot = snapshot;
        QVERIFY(inOrder(drawingBytes(FigureFormat::Svg, linksDrawing(links, options), 300)));
        options.wordOrder = WordOrder::FromLeft;
        QVERIFY(!inOrder(figureBytes(FigureFormat::Svg, *snapshot, options)));
        QVERIFY(figureBytes(FigureFormat::Svg, *snapshot, options).contains("source →"));
    }

    void cellsOfFiguresAreWhereTheirWordsAre()
    {
        const auto snapshot = diagonal(mixed, english);
        const FigureOptions options;
        const Drawing drawing = attentionDrawing(*snapshot, options);
        QCOMPARE(drawing.boxes.size(), 42U);
        const QString first = cellInWords(*snapshot, 0, 0), second = cellInWords(*snapshot, 0, 1);
        const auto left = [&](const QString& name) {
            return std::ranges::find(drawing.boxes, name, &Drawing::Box::name)->rect.left();
        };
        QVERIFY(left(first) > left(second));
        for (std::size_t i = 1; i < drawing.boxes.size(); ++i) // each is drawn over the seam of the one before
            QVERIFY(drawing.boxes[i].rect.left() > drawing.boxes[i - 1].rect.left()
                    || drawing.boxes[i].rect.top() > drawing.boxes[i - 1].rect.top());
    }

    void theViewMenuChoosesForAllViews()
    {
        WindowFixture f;
        auto* matrix = f.find<HeatmapView>("attentionHeatmap");
        matrix->resize(700, 480);
        matrix->setSnapshot(diagonal(arabic, english));
        QCOMPARE(columns(*matrix).front(), 6);
        f.action("actionWordsFromLeft")->trigger();
        QCOMPARE(columns(*matrix).front(), 0);
        f.reopen();
        QVERIFY(f.action("actionWordsFromLeft")->isChecked());
        matrix = f.find<HeatmapView>("attentionHeatmap");
        matrix->resize(700, 480);
        matrix->setSnapshot(diagonal(arabic, english));
        QCOMPARE(columns(*matrix).front(), 0);
    }
};

} // namespace alignoscope::testing

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    alignoscope::ui::prepareApplication(application);
    alignoscope::testing::ReadingOrderTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "reading_order_test.moc"
