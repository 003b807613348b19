// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "alignoscope/beam_trace.h"
#include "ui/panels/beam_panel.h"
#include "ui/panels/weight_bars.h"
#include "ui/views/beam_tree_view.h"
#include "ui/views/heatmap_view.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>

#include <cmath>

namespace alignoscope::testing {

using Fate = BeamTrace::Fate;

class BeamPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }
    void showsWhatTheTranslatorFinds();
    void stepsThroughTheSearch();
    void showsTheLikeliestNextWords();
    void choosesADiscardedWordAndSeesItsAttention();
    void walksByKeyboard();
    void walksIntoTheNextStep();
    void hidesDiscardedWords();
    void zoomsAndPans();
    void staleAnswersAreNeverShown();
    void keepsItsPlaceWhenTheSentenceChanges();
    void asksAgainForAnotherWidth();
    void exportsFigureAndNumbers();
    void followsAModelThatLearns();
    void forgetsWithTheRun();

private:
    template <class Widget>
    Widget* find(const char* name)
    {
        return m_panel->findChild<Widget*>(name);
    }
    ui::BeamTreeView* tree() { return find<ui::BeamTreeView>("beamTree"); }
    const BeamTrace& trace() { return *tree()->trace(); }
    QSlider* slider() { return find<QSlider>("beamStep"); }
    ui::HeatmapView* heatmap() { return find<ui::HeatmapView>("beamHeatmap"); }
    void type(const QString& text);
    void ask(const QString& text);
    void click(int node);
    int firstOf(Fate fate, int step);

    std::unique_ptr<WindowFixture> m_fixture;
    ui::BeamPanel* m_panel = nullptr;
};

void BeamPanelTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->loadCorpus();
    m_fixture->useTinyModel(30);
    m_fixture->bench().start();
    QTRY_VERIFY(!m_fixture->session().active());
    m_panel = m_fixture->find<ui::BeamPanel>("beamPanel");
    m_fixture->find<QTabWidget>("tabs")->setCurrentWidget(m_panel);
    ask("a b c");
}

void BeamPanelTest::type(const QString& text)
{
    auto* source = find<QLineEdit>("questionSource");
    source->setText(text);
    QTest::keyClick(source, Qt::Key_Return);
}

void BeamPanelTest::ask(const QString& text)
{
    type(text);
    const auto words = tokenize(text.toStdString(), TokenizerKind::Words, false);
    QTRY_VERIFY(tree()->trace() && trace().source.size() == words.size() + 1
                && std::equal(words.begin(), words.end(), trace().source.begin()));
}

void BeamPanelTest::click(int node)
{
    tree()->setChosen(-1);
    tree()->horizontalScrollBar()->setValue(0);
    tree()->verticalScrollBar()->setValue(0);
    QRect box = tree()->nodeRect(node);
    QVERIFY(!box.isEmpty());
    tree()->horizontalScrollBar()->setValue(box.center().x() - tree()->viewport()->width() / 2);
    tree()->verticalScrollBar()->setValue(box.center().y() - tree()->viewport()->height() / 2);
    box = tree()->nodeRect(node);
    QCOMPARE(tree()->nodeAt(box.center()), node);
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, box.center());
}

int BeamPanelTest::firstOf(Fate fate, int step)
{
    for (int at = 1; at < static_cast<int>(trace().nodes.size()); ++at) {
        if (trace().node(at).fate == fate && trace().node(at).step == step)
            return at;
    }
    return -1;
}

void BeamPanelTest::showsWhatTheTranslatorFinds()
{
    TranslationOptions options;
    options.best = options.beam;
    const Translation translation = m_fixture->bench().translatorSource()()->translate("a b c", options);
    QCOMPARE(trace().hypotheses.size(), translation.hypotheses.size());
    for (std::size_t i = 0; i < translation.hypotheses.size(); ++i)
        QCOMPARE(hypothesisAt(trace(), trace().hypotheses[i]).tokens, translation.hypotheses[i].tokens);
    // the best one is chosen, and its attention is seen
    QCOMPARE(tree()->chosen(), trace().hypotheses.front());
    QCOMPARE(heatmap()->snapshot()->weights, translation.hypotheses.front().attention);
    QCOMPARE(slider()->value(), trace().steps());
    QVERIFY(find<QLabel>("beamFate")->text().contains("rank 1 of 5"));
    QVERIFY(find<QLabel>("questionMessage")->text().contains("30"));
}

void BeamPanelTest::stepsThroughTheSearch()
{
    const int steps = trace().steps();
    QVERIFY(steps > 2);
    QVERIFY(!find<QToolButton>("beamForward")->isEnabled());
    QTest::mouseClick(find<QToolButton>("beamBack"), Qt::LeftButton);
    QCOMPARE(slider()->value(), steps - 1);
    slider()->setValue(2);
    QCOMPARE(find<QLabel>("beamStepLabel")->text(), QString("step 2 of %1").arg(steps));
    QCOMPARE(tree()->chosen(), leaderAt(trace(), 2)); // nothing else was ever chosen
    QVERIFY(!tree()->nodeRect(firstOf(Fate::Kept, 2)).isEmpty());
    QVERIFY(tree()->nodeRect(trace().stepBegin[3]).isEmpty()); // what came later is not shown
    QTest::mouseClick(find<QToolButton>("beamForward"), Qt::LeftButton);
    QVERIFY(!tree()->nodeRect(trace().stepBegin[3]).isEmpty());
    slider()->setValue(0);
    QCOMPARE(tree()->chosen(), 0);
    QVERIFY(!heatmap()->snapshot()); // no word is written yet
    QVERIFY(!find<QToolButton>("beamBack")->isEnabled());
}

void BeamPanelTest::showsTheLikeliestNextWords()
{
    slider()->setValue(1);
    const int kept = firstOf(Fate::Kept, 1);
    click(kept);
    const auto& bars = find<ui::WeightBars>("beamBars")->bars();
    const auto& next = trace().node(kept).next;
    QCOMPARE(bars.size(), next.size());
    QVERIFY(bars.size() >= 5);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        QCOMPARE(bars[i].weight, std::exp(trace().node(next[i]).wordLogProbability));
        QCOMPARE(bars[i].marked, trace().node(next[i]).fate != Fate::Pruned);
        QVERIFY(i == 0 || bars[i].weight <= bars[i - 1].weight);
    }
}

void BeamPanelTest::choosesADiscardedWordAndSeesItsAttention()
{
    const int pruned = firstOf(Fate::Pruned, 2);
    QVERIFY(pruned > 0);
    click(pruned);
    QCOMPARE(tree()->chosen(), pruned);
    const AttentionSnapshot expected = attentionOf(trace(), pruned);
    QCOMPARE(expected.targets(), 2);
    QCOMPARE(heatmap()->snapshot()->weights, expected.weights);
    QCOMPARE(heatmap()->snapshot()->targetTokens, expected.targetTokens);
    QVERIFY(find<QLabel>("beamFate")->text().contains("discarded"));
    // the words it was chosen among, itself marked
    int marked = 0;
    for (const auto& bar : find<ui::WeightBars>("beamBars")->bars())
        marked += bar.marked ? 1 : 0;
    QCOMPARE(marked, 1);
    QVERIFY(tree()->accessibleDescription().contains("discarded"));
    // its score is one hover away
    const int other = trace().hypotheses.front();
    tree()->setChosen(other);
    tree()->setChosen(pruned);
    QTest::mouseMove(tree()->viewport(), tree()->nodeRect(pruned).center());
    QTRY_COMPARE(tree()->hovered(), pruned);
    QVERIFY(find<QLabel>("beamReadout")->text().contains("score"));
}

void BeamPanelTest::walksByKeyboard()
{
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_Home);
    QCOMPARE(tree()->chosen(), 0);
    QTest::keyClick(tree(), Qt::Key_Right);
    const int first = tree()->chosen();
    QCOMPARE(trace().node(first).parent, 0);
    QTest::keyClick(tree(), Qt::Key_Down);
    const int second = tree()->chosen();
    QVERIFY(second != first);
    QCOMPARE(trace().node(second).step, 1);
    QVERIFY(tree()->nodeRect(second).top() > tree()->nodeRect(first).top());
    QTest::keyClick(tree(), Qt::Key_Up);
    QCOMPARE(tree()->chosen(), first);
    QTest::keyClick(tree(), Qt::Key_Left);
    QCOMPARE(tree()->chosen(), 0);
    QTest::keyClick(tree(), Qt::Key_End);
    QCOMPARE(tree()->chosen(), trace().hypotheses.front());
    QTest::keyClick(tree(), Qt::Key_PageUp);
    QCOMPARE(slider()->value(), trace().steps() - 1);
    QTest::keyClick(tree(), Qt::Key_PageDown);
    QCOMPARE(slider()->value(), trace().steps());
}

void BeamPanelTest::walksIntoTheNextStep()
{
    slider()->setValue(1);
    QTest::keyClick(tree(), Qt::Key_Home);
    QTest::keyClick(tree(), Qt::Key_Right); // the best one
    QCOMPARE(trace().node(tree()->chosen()).step, 1);
    const int before = tree()->chosen();
    QTest::keyClick(tree(), Qt::Key_Right);
    QCOMPARE(slider()->value(), 2);
    QCOMPARE(trace().node(tree()->chosen()).parent, before);
}

void BeamPanelTest::hidesDiscardedWords()
{
    const int pruned = firstOf(Fate::Pruned, 2);
    click(pruned);
    find<QCheckBox>("beamPruned")->click();
    QVERIFY(tree()->nodeRect(pruned).isEmpty());
    QCOMPARE(tree()->chosen(), trace().node(pruned).parent);
    find<QCheckBox>("beamPruned")->click();
    QVERIFY(!tree()->nodeRect(pruned).isEmpty());
}

void BeamPanelTest::zoomsAndPans()
{
    const double before = tree()->zoom();
    QTest::keyClick(tree(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(tree()->zoom() > before);
    find<QToolButton>("beamZoomIn")->click();
    tree()->setZoom(4);
    QVERIFY(tree()->horizontalScrollBar()->maximum() > 0);
    tree()->horizontalScrollBar()->setValue(200);
    tree()->verticalScrollBar()->setValue(0);
    QPoint empty(tree()->viewport()->width() - 3, tree()->viewport()->height() - 3);
    while (tree()->nodeAt(empty) >= 0 && empty.y() > 60)
        empty.ry() -= 5;
    QTest::mousePress(tree()->viewport(), Qt::LeftButton, {}, empty);
    QTest::mouseMove(tree()->viewport(), empty - QPoint(50, 0));
    QTest::mouseRelease(tree()->viewport(), Qt::LeftButton, {}, empty - QPoint(50, 0));
    QCOMPARE(tree()->horizontalScrollBar()->value(), 250);
    find<QToolButton>("beamWhole")->click();
    QCOMPARE(tree()->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(tree()->verticalScrollBar()->maximum(), 0);
    QVERIFY(tree()->viewport()->rect().contains(tree()->nodeRect(trace().hypotheses.back())));
    QTest::keyClick(tree(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(!find<QToolButton>("beamWhole")->isChecked());
}

void BeamPanelTest::staleAnswersAreNeverShown()
{
    std::vector<std::vector<std::string>> shown;
    connect(m_panel, &ui::ViewPanel::contentChanged, m_panel, [&] {
        if (tree()->trace())
            shown.push_back(trace().source);
    });
    for (const char* text : {"a", "b b", "c c c", "d d d d"})
        type(text); // the answers come when the test waits
    QTRY_COMPARE(trace().source.size(), 5U);
    QTRY_VERIFY(!find<QLabel>("questionMessage")->text().contains("Asking"));
    for (const auto& source : shown)
        QCOMPARE(source.size(), 5U);
}

void BeamPanelTest::keepsItsPlaceWhenTheSentenceChanges()
{
    tree()->setZoom(0.8);
    slider()->setValue(2);
    ask("d e f g");
    QCOMPARE(slider()->value(), 2);
    QCOMPARE(tree()->zoom(), 0.8);
    slider()->setValue(slider()->maximum()); // the end stays the end
    click(trace().hypotheses[1]);
    ask("a b c d e f");
    QCOMPARE(slider()->value(), trace().steps());
    QCOMPARE(tree()->chosen(), trace().hypotheses[1]); // the second best is looked at
    // the same words in the same sentence, asked again
    click(firstOf(Fate::Pruned, 2));
    slider()->setValue(2);
    const auto words = hypothesisAt(trace(), tree()->chosen()).tokens;
    const auto old = tree()->trace();
    type("a b c d e f");
    QTRY_VERIFY(tree()->trace() && tree()->trace() != old);
    QCOMPARE(hypothesisAt(trace(), tree()->chosen()).tokens, words);
}

void BeamPanelTest::asksAgainForAnotherWidth()
{
    find<QSpinBox>("beamWidth")->setValue(2);
    QTRY_COMPARE(trace().beam, 2);
    QVERIFY(trace().hypotheses.size() <= 2U);
    find<QSpinBox>("beamLikeliest")->setValue(3);
    QTRY_COMPARE(trace().likeliest, 3);
    QCOMPARE(trace().node(0).next.size(), 3U);
}

void BeamPanelTest::exportsFigureAndNumbers()
{
    QVERIFY(m_fixture->action("actionExport")->isEnabled());
    const auto content = m_panel->exportContent();
    QVERIFY(content);
    ui::FigureOptions options;
    const ui::Drawing drawing = content->compose(options);
    QCOMPARE(drawing.size.width(), options.widthMm * ui::Drawing::unitsPerMm);
    QStringList words;
    for (const auto& text : drawing.texts)
        words << text.text;
    QVERIFY(words.contains(QString::fromStdString(trace().node(trace().stepBegin[1]).token)));
    QVERIFY(drawing.description.contains("best translation"));
    const QByteArray svg = ui::drawingToSvg(drawing);
    QVERIFY(svg.contains("rank 1 of 5"));
    QVERIFY(!svg.contains("<image"));
    QCOMPARE(content->texts.size(), 2U);
    QVERIFY(content->texts[0].write().starts_with(",a,b,c,</s>"));
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(content->texts[1].write())).object();
    QCOMPARE(json["nodes"].toArray().size(), static_cast<qsizetype>(trace().nodes.size()));
}

void BeamPanelTest::followsAModelThatLearns()
{
    m_fixture->useTinyModel();
    m_fixture->bench().start();
    QTRY_VERIFY(tree()->trace() && m_fixture->lastStep > 20); // the new run's own sentence was chosen
    ask("a b c");
    slider()->setValue(2);
    const auto first = trace().modelStep;
    QTRY_VERIFY(tree()->trace() && trace().modelStep > first); // after the next validation, by itself
    QCOMPARE(slider()->value(), 2);
    QCOMPARE(trace().source.front(), std::string("a"));
    m_fixture->showTab("Attention");                                          // out of sight nothing is asked
    QTRY_VERIFY(!find<QLabel>("questionMessage")->text().contains("Asking")); // what was under way came
    const auto hidden = tree()->trace();
    int validations = 0;
    connect(&m_fixture->session(), &ui::TrainingSession::validated, m_panel, [&] { ++validations; });
    QTRY_VERIFY(validations >= 2);
    QVERIFY(!find<QLabel>("questionMessage")->text().contains("Asking"));
    QCOMPARE(tree()->trace(), hidden);
    m_fixture->bench().stop();
    QTRY_VERIFY(!m_fixture->session().active());
}

void BeamPanelTest::forgetsWithTheRun()
{
    m_fixture->action("actionNewRun")->trigger();
    QVERIFY(!tree()->trace());
    QVERIFY(!heatmap()->snapshot());
    QVERIFY(!m_panel->exportContent());
    QVERIFY(!slider()->isEnabled());
    QVERIFY(!find<QPushButton>("questionAsk")->isEnabled());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::BeamPanelTest)

#include "beam_panel_test.moc"
