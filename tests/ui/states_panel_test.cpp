// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "alignoscope/translator.h"
#include "ui/bridge/token_focus.h"
#include "ui/figure/attention_figure.h"
#include "ui/panels/states_panel.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/state_map_view.h"
#include "ui/views/unit_means_view.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTextBrowser>
#include <QToolButton>

namespace alignoscope::testing {

using ui::HeatmapView;
using ui::StateMapView;

class StatesPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void showsEveryLayerAndNumber();
    void keepsItsPlaceWhenTheSentenceChanges();
    void ordersAndScrollsTheUnits();
    void showsTheGatesOfAnLstmOfTwoLayers();
    void mapsTheTrainingSetOnRequest();
    void listsTheNeighboursOfAWord();
    void followsWhatOtherViewsLookAt();
    void aNewSentenceMovesInTheSameMap();
    void saysWhenTheModelHasLearntOn();
    void zoomsMovesAndShowsAll();
    void makingTheMapCanBeCancelled();
    void exportsUnitsMapAndBoth();
    void forgetsWithTheRun();
    void answersWhileTheModelTrains();

private:
    ui::StatesPanel* panel() { return m_fixture->window->findChild<ui::StatesPanel*>(); }
    HeatmapView* heatmap() { return m_fixture->find<HeatmapView>("statesHeatmap"); }
    StateMapView* map() { return m_fixture->find<StateMapView>("stateMap"); }
    QString neighbours() { return m_fixture->find<QTextBrowser>("mapNeighbours")->toPlainText(); }
    template <class Widget>
    Widget* inPanel(const char* name)
    {
        return panel()->findChild<Widget*>(name);
    }
    void choose(const char* box, int index) { m_fixture->find<QComboBox>(box)->setCurrentIndex(index); }
    void ask(const QString& source);
    void makeMap();
    SentenceStates expected(const std::string& source);

    std::unique_ptr<WindowFixture> m_fixture;
};

void StatesPanelTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->loadCorpus();
    m_fixture->useTinyModel(5);
    m_fixture->bench().start();
    QTRY_VERIFY(!m_fixture->session().active());
    m_fixture->find<QTabWidget>("tabs")->setCurrentWidget(panel());
    ask("a b c");
}

void StatesPanelTest::ask(const QString& source)
{
    inPanel<QLineEdit>("questionTarget")->clear();
    inPanel<QLineEdit>("questionSource")->setText(source);
    QTest::keyClick(inPanel<QLineEdit>("questionSource"), Qt::Key_Return);
    const std::string last = source.section(' ', -1).toStdString();
    QTRY_VERIFY(heatmap()->snapshot() && heatmap()->snapshot()->sourceTokens.size() > 1
                && heatmap()->snapshot()->sourceTokens[heatmap()->snapshot()->sourceTokens.size() - 2] == last);
}

void StatesPanelTest::makeMap()
{
    m_fixture->find<QToolButton>("statesShowBoth")->click();
    m_fixture->find<QPushButton>("mapMake")->click();
    QTRY_VERIFY(map()->scene().map);
    QTRY_VERIFY(map()->scene().states);
    QCoreApplication::processEvents(); // what the map shows around itself has its room now
}

SentenceStates StatesPanelTest::expected(const std::string& source)
{
    return Translator::open(m_fixture->bench().folder())->states(source);
}

void StatesPanelTest::showsEveryLayerAndNumber()
{
    const SentenceStates states = expected("a b c");
    choose("statesOrder", 2); // by number
    QSet<QString> explanations;
    QCOMPARE(m_fixture->find<QComboBox>("statesLayer")->count(), 3);
    for (int layer = 0; layer < 3; ++layer) {
        const std::vector<LayerStates::One>& quantities = states.layers[static_cast<std::size_t>(layer)].quantities;
        choose("statesLayer", layer);
        QCOMPARE(m_fixture->find<QComboBox>("statesWhat")->count(), 4);
        for (int what = 0; what < 4; ++what) {
            choose("statesWhat", what);
            const AttentionSnapshotPtr shown = heatmap()->snapshot();
            QCOMPARE(shown->sourceTokens, layer == 2 ? states.target : states.source);
            QCOMPARE(shown->targets(), 16);
            QCOMPARE(shown->weights, quantities[static_cast<std::size_t>(what)].values.values);
            QCOMPARE(heatmap()->look().scale.diverging, what >= 2); // gates from 0 to 1, the others about 0
            explanations << m_fixture->find<QLabel>("statesExplanation")->text();
        }
    }
    QCOMPARE(explanations.size(), 12);
    heatmap()->setCursorCell(HeatmapView::Cell{3, 1});
    QVERIFY2(heatmap()->readout().contains("unit"), qPrintable(heatmap()->readout()));
}

void StatesPanelTest::keepsItsPlaceWhenTheSentenceChanges()
{
    choose("statesLayer", 1);
    choose("statesWhat", 0);
    choose("statesOrder", 1);
    heatmap()->setCursorCell(HeatmapView::Cell{5, 2});
    ask("d c b a");
    QCOMPARE(m_fixture->find<QComboBox>("statesLayer")->currentIndex(), 1);
    QCOMPARE(m_fixture->find<QComboBox>("statesWhat")->currentIndex(), 0);
    QVERIFY(heatmap()->cursorCell() == (HeatmapView::Cell{5, 2}));
    const SentenceStates states = expected("d c b a");
    const auto order = orderUnits(states.last(Reading::Backwards)->of(Quantity::UpdateGate), UnitOrder::Variance);
    QCOMPARE(heatmap()->snapshot()->targetTokens.front(), std::to_string(order.front() + 1));
    QCOMPARE(heatmap()->snapshot()->weight(5, 2),
             states.last(Reading::Backwards)->of(Quantity::UpdateGate).at(order[5], 2));
}

void StatesPanelTest::ordersAndScrollsTheUnits()
{
    ModelOptions model;
    model.embedding = 8;
    model.hidden = 70;
    m_fixture->bench().setOptions(model, m_fixture->bench().experiment().training, {});
    m_fixture->bench().start();
    QTRY_VERIFY(!m_fixture->session().active());
    ask("a b");
    choose("statesOrder", 2);
    QCOMPARE(heatmap()->snapshot()->targets(), 70);
    auto* rows = m_fixture->find<QComboBox>("statesRows");
    auto* scroll = m_fixture->find<QScrollBar>("statesScroll");
    QVERIFY(!scroll->isVisible());
    rows->setCurrentIndex(rows->findData(32));
    QCOMPARE(heatmap()->snapshot()->targets(), 32);
    QVERIFY(scroll->isVisible());
    scroll->setValue(scroll->maximum());
    QCOMPARE(heatmap()->snapshot()->targetTokens.back(), "70");
    QCOMPARE(heatmap()->snapshot()->targetTokens.front(), "39");
    ask("c d e"); // and stays there
    QCOMPARE(heatmap()->snapshot()->targetTokens.front(), "39");
    QCOMPARE(heatmap()->snapshot()->weight(0, 1), expected("c d e").last(Reading::Forwards)->state().at(38, 1));
}

void StatesPanelTest::showsTheGatesOfAnLstmOfTwoLayers()
{
    ModelOptions model;
    model.embedding = 8;
    model.hidden = 16;
    model.encoderCell = model.decoderCell = RecurrentCell::Lstm;
    model.layers = 2;
    model.bidirectional = false;
    m_fixture->bench().setOptions(model, m_fixture->bench().experiment().training, {});
    m_fixture->bench().start();
    QTRY_VERIFY(!m_fixture->session().active());
    ask("a b c");
    const SentenceStates states = expected("a b c");
    auto* layers = m_fixture->find<QComboBox>("statesLayer");
    QTRY_COMPARE(layers->count(), 4); // two of the encoder, two of the decoder
    QCOMPARE(m_fixture->find<QComboBox>("statesWhat")->count(), 6);
    choose("statesOrder", 2);
    choose("statesLayer", 3);
    choose("statesWhat", 4);
    QCOMPARE(heatmap()->snapshot()->weights, states.layers[3].of(Quantity::Memory).values);
    QCOMPARE(heatmap()->snapshot()->sourceTokens, states.target);
    QVERIFY(heatmap()->look().scale.diverging);
    choose("statesWhat", 1);
    QCOMPARE(heatmap()->snapshot()->weights, states.layers[3].of(Quantity::ForgetGate).values);
    QVERIFY(!heatmap()->look().scale.diverging);
}

void StatesPanelTest::mapsTheTrainingSetOnRequest()
{
    m_fixture->find<QToolButton>("statesShowMap")->click();
    QVERIFY(map()->isVisible() && !heatmap()->isVisible());
    QVERIFY(!map()->scene().map); // nothing by itself
    m_fixture->find<QSpinBox>("mapTokens")->setValue(300);
    m_fixture->find<QPushButton>("mapMake")->click();
    QTRY_VERIFY(map()->scene().map);
    const StateMap& made = *map()->scene().map;
    QVERIFY2(made.tokens.size() > 200 && made.tokens.size() < 400, qPrintable(QString::number(made.tokens.size())));
    QCOMPARE(made.dimensions, 32);
    QTRY_COMPARE(map()->scene().placed.size(), std::size_t(4));
    const auto placed = place(made, expected("a b c"));
    for (std::size_t i = 0; i < placed.size(); ++i) {
        QVERIFY(std::abs(map()->scene().placed[i].point.x - placed[i].point.x) < 1e-6);
        QVERIFY(std::abs(map()->scene().placed[i].point.y - placed[i].point.y) < 1e-6);
        QVERIFY(map()->frame().plot.contains(map()->positionOf({true, static_cast<int>(i)})));
    }
    const QString caption = m_fixture->find<QLabel>("mapCaption")->text();
    QVERIFY2(caption.contains("after 5 steps"), qPrintable(caption));
}

void StatesPanelTest::listsTheNeighboursOfAWord()
{
    makeMap();
    QVERIFY(neighbours().contains("arrow keys"));
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_Right);
    QTest::keyClick(map(), Qt::Key_Right);
    QVERIFY(map()->active() == (StateMapView::Token{true, 1}));
    const Neighbour first = map()->scene().placed[1].neighbours.front();
    QVERIFY2(neighbours().contains(QString::number(first.similarity, 'f', 3)), qPrintable(neighbours()));
    const QString html = m_fixture->find<QTextBrowser>("mapNeighbours")->toHtml();
    QVERIFY(html.contains("font-weight")); // the word itself is stressed
    // what is pointed at is told of, and what was chosen when the pointer leaves
    QTest::mouseMove(map(), map()->positionOf({true, 0}).toPoint());
    QTRY_VERIFY(map()->active() && *map()->active() != (StateMapView::Token{true, 1}));
    // a word of the training set has neighbours too
    map()->choose(StateMapView::Token{false, 0});
    QTRY_VERIFY2(neighbours().contains("training sentence"), qPrintable(neighbours()));
    const Neighbour other = neighboursOf(*map()->scene().map, 0).front();
    QVERIFY2(neighbours().contains(QString::number(other.similarity, 'f', 3)), qPrintable(neighbours()));
    map()->choose(std::nullopt); // what was told stays to be read
    QVERIFY(neighbours().contains("training sentence"));
}

void StatesPanelTest::followsWhatOtherViewsLookAt()
{
    makeMap();
    // a word of the heatmap is found in the map, and its neighbours are listed
    heatmap()->setCursorCell(HeatmapView::Cell{0, 2});
    QVERIFY(neighbours().contains(QString::number(map()->scene().placed[2].neighbours[0].similarity, 'f', 3)));
    // of the decoder, the columns are other words
    const QString before = neighbours();
    choose("statesLayer", 2);
    heatmap()->setCursorCell(HeatmapView::Cell{0, 0});
    QCOMPARE(neighbours(), before);
}

void StatesPanelTest::aNewSentenceMovesInTheSameMap()
{
    makeMap();
    const StateMapPtr made = map()->scene().map;
    map()->zoom(2);
    const double scale = map()->frame().scale;
    ask("c a d b");
    QTRY_COMPARE(map()->scene().placed.size(), std::size_t(5));
    QCOMPARE(map()->scene().map, made);
    QCOMPARE(map()->frame().scale, scale);
    QCOMPARE(map()->scene().own[0].text, "c");
}

void StatesPanelTest::saysWhenTheModelHasLearntOn()
{
    makeMap();
    const StateMapPtr made = map()->scene().map;
    m_fixture->bench().start(); // five more steps
    QTRY_VERIFY(!m_fixture->session().active());
    QTRY_COMPARE(heatmap()->snapshot()->step, 10);
    auto* caption = m_fixture->find<QLabel>("mapCaption");
    if (map()->scene().map == made) // it was not made anew by itself yet
        QVERIFY2(caption->text().contains("after 5 steps") && caption->text().contains("map again"),
                 qPrintable(caption->text()));
    QTRY_VERIFY(m_fixture->find<QPushButton>("mapMake")->isVisible());
    m_fixture->find<QPushButton>("mapMake")->click();
    QTRY_COMPARE(map()->scene().map->step, 10);
    QTRY_VERIFY(!caption->text().contains("map again"));
    QCOMPARE(map()->scene().states->step, 10);
}

void StatesPanelTest::zoomsMovesAndShowsAll()
{
    makeMap();
    const ui::StateMapFrame whole = map()->frame();
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_Plus);
    QVERIFY(map()->frame().scale > whole.scale);
    const QPointF centre = map()->frame().centre;
    QTest::keyClick(map(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(map()->frame().centre.x() > centre.x());
    const QPoint from = map()->rect().center();
    QTest::mousePress(map(), Qt::LeftButton, {}, from);
    QTest::mouseMove(map(), from + QPoint(40, 0));
    QTest::mouseRelease(map(), Qt::LeftButton, {}, from + QPoint(40, 0));
    QVERIFY(map()->frame().centre.x() < centre.x() + map()->frame().plot.width() * 0.1 / map()->frame().scale);
    // walking along the sentence takes the map with it
    map()->zoom(200);
    QTest::keyClick(map(), Qt::Key_Home);
    QTest::keyClick(map(), Qt::Key_End);
    QVERIFY(map()->frame().plot.contains(map()->positionOf({true, 3})));
    QTest::keyClick(map(), Qt::Key_0);
    QCOMPARE(map()->frame().scale, whole.scale);
    QCOMPARE(map()->frame().centre, whole.centre);
    m_fixture->find<QToolButton>("mapZoomIn")->click();
    QCOMPARE(map()->frame().scale, whole.scale * 1.5);
    // a point of the plane stays below the pointer
    const QPointF corner = whole.plot.topLeft() + QPointF(30, 30);
    const ui::StateMapFrame larger = whole.zoomed(3, corner);
    const auto under = [&](const ui::StateMapFrame& frame) {
        return frame.centre
            + QPointF(corner.x() - frame.plot.center().x(), frame.plot.center().y() - corner.y()) / frame.scale;
    };
    QVERIFY((under(whole) - under(larger)).manhattanLength() < 1e-9);
}

void StatesPanelTest::makingTheMapCanBeCancelled()
{
    m_fixture->find<QToolButton>("statesShowMap")->click();
    auto* make = m_fixture->find<QPushButton>("mapMake");
    make->click();
    QVERIFY(m_fixture->find<QProgressBar>("mapProgress")->isVisible());
    QVERIFY(!make->isVisible());
    m_fixture->find<QPushButton>("mapCancel")->click();
    QVERIFY(make->isVisible());
    QVERIFY(!m_fixture->find<QProgressBar>("mapProgress")->isVisible());
    ask("b a"); // whatever was under way has had its time
    QVERIFY(!map()->scene().map);
    make->click();
    QTRY_VERIFY(map()->scene().map);
}

void StatesPanelTest::exportsUnitsMapAndBoth()
{
    makeMap();
    ui::FigureOptions options;
    m_fixture->find<QToolButton>("statesShowUnits")->click();
    const auto units = panel()->exportContent();
    QVERIFY(units);
    const ui::Drawing heat = units->compose(options);
    QVERIFY(heat.boxes.size() == std::size_t(4 * 16));
    QCOMPARE(QString::fromStdString(units->texts.at(0).write()).section("\r\n", 1, 1),
             "encoder forwards,token,,a,b,c,</s>");
    m_fixture->find<QToolButton>("statesShowMap")->click();
    const auto plane = panel()->exportContent();
    QVERIFY(plane);
    const ui::Drawing drawn = plane->compose(options);
    QVERIFY(drawn.boxes.empty() && !drawn.paths.empty());
    QVERIFY(std::ranges::any_of(drawn.texts, [](const auto& text) { return text.text.contains("% of the variance"); }));
    QVERIFY(plane->texts.at(0).write().starts_with("from,sentence,position,token,x,y\r\nsentence,1,1,a,"));
    m_fixture->find<QToolButton>("statesShowBoth")->click();
    const auto both = panel()->exportContent();
    QCOMPARE(both->texts.size(), std::size_t(2));
    const ui::Drawing joined = both->compose(options);
    QCOMPARE(joined.boxes.size(), heat.boxes.size());
    QVERIFY(joined.paths.size() >= drawn.paths.size());
    QVERIFY(std::abs(joined.size.width() - options.widthMm * ui::Drawing::unitsPerMm) < 1);
}

void StatesPanelTest::forgetsWithTheRun()
{
    makeMap();
    m_fixture->bench().newRun();
    QVERIFY(!heatmap()->snapshot());
    QVERIFY(!map()->scene().map);
    QVERIFY(!panel()->exportContent());
    QVERIFY(!m_fixture->find<QPushButton>("mapMake")->isEnabled());
    QVERIFY(!m_fixture->find<QPushButton>("mapMake")->toolTip().isEmpty());
}

void StatesPanelTest::answersWhileTheModelTrains()
{
    m_fixture->bench().newRun();
    m_fixture->useTinyModel();
    m_fixture->bench().start();
    QTRY_VERIFY(m_fixture->lastStep > 20); // there was a validation
    QTRY_VERIFY(heatmap()->snapshot());    // asked by itself
    m_fixture->find<QToolButton>("statesShowBoth")->click();
    m_fixture->find<QPushButton>("mapMake")->click();
    QTRY_VERIFY(map()->scene().map);
    QVERIFY(m_fixture->session().active());
    // after later validations both are of later models
    const qint64 step = heatmap()->snapshot()->step;
    QTRY_VERIFY(heatmap()->snapshot()->step > step);
    QCOMPARE(map()->scene().states->step, map()->scene().map->step);
    m_fixture->bench().stop();
    QTRY_VERIFY(!m_fixture->session().active());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::StatesPanelTest)
#include "states_panel_test.moc"
