// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "sample_snapshot.h"

#include "ui/panels/compare_panel.h"
#include "ui/panels/compare_side_controls.h"
#include "ui/views/heatmap_view.h"

#include "alignoscope/attention_export.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

#include <chrono>
#include <cmath>

namespace alignoscope::testing {

/// Two pictures side by side in the real window, and what lies between them.
class ComparePanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void beforeAndAfterTrainingAtFirst();
    void theMapIsTheDifference();
    void aCellLightsItsPartners();
    void sidesChangePlaces();
    void aStepIsChosenByKeyboard();
    void anotherSentence();
    void anotherRun();
    void aRunThatNeverSawTheSentenceIsAsked();
    void aFileOfAttention();
    void choicesStayWhenTheSentenceChanges();
    void givesAwayFigureAndNumbers();
    void followsATrainingRun();
    void importedAttentionHasOtherSentencesButNoSteps();

private:
    enum Kind { Now, Step, AnotherRun, Sentence, File };

    ui::HeatmapView* heatmap(const char* name) { return m_f.find<ui::HeatmapView>(name); }
    ui::HeatmapView* a() { return heatmap("compareAHeatmap"); }
    ui::HeatmapView* b() { return heatmap("compareBHeatmap"); }
    ui::HeatmapView* map() { return heatmap("compareDifferenceHeatmap"); }
    /// The step shown; −1: nothing is shown.
    static qint64 step(const ui::HeatmapView* view) { return view->snapshot() ? view->snapshot()->step : -1; }
    void choose(const char* side, Kind kind)
    {
        m_f.find<QComboBox>((QByteArray("compare") + side + "Kind").constData())->setCurrentIndex(kind);
    }
    QString caption(const char* side) { return m_f.find<QLabel>(side)->text(); }
    static std::filesystem::path train(WindowFixture& f, std::int64_t steps)
    {
        f.useTinyModel(steps);
        f.bench().newRun();
        f.bench().start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!f.session().active(), 60000); }();
        return f.bench().folder();
    }

    WindowFixture m_f;
    std::filesystem::path m_other, m_run;
};

void ComparePanelTest::initTestCase()
{
    m_f.loadCorpus();
    m_other = train(m_f, 20);
    m_run = train(m_f, 60);
    m_f.find<QTabWidget>("tabs")->setCurrentWidget(m_f.find<ui::ComparePanel>("comparePanel"));
}

void ComparePanelTest::init()
{
    choose("A", Now);
    choose("B", Step);
    m_f.find<QSlider>("compareBStepSlider")->setValue(0);
    m_f.find<QTableView>("sentenceTable")->selectRow(0);
    QTRY_VERIFY(a()->snapshot() && b()->snapshot() && step(b()) == 0);
}

void ComparePanelTest::beforeAndAfterTrainingAtFirst()
{
    QCOMPARE(step(a()), 60);
    QCOMPARE(step(b()), 0);
    QCOMPARE(a()->snapshot()->sentence, b()->snapshot()->sentence);
    QVERIFY(caption("compareACaption").contains("60"));
    QVERIFY(caption("compareSummary").contains("Loss"));
}

void ComparePanelTest::theMapIsTheDifference()
{
    const AttentionSnapshotPtr left = a()->snapshot(), right = b()->snapshot(), difference = map()->snapshot();
    QVERIFY(difference);
    QCOMPARE(difference->weights.size(), left->weights.size());
    double largest = 0;
    for (std::size_t i = 0; i < left->weights.size(); ++i) {
        QCOMPARE(difference->weights[i], left->weights[i] - right->weights[i]);
        largest = std::max(largest, static_cast<double>(std::abs(difference->weights[i])));
    }
    QVERIFY(largest > 0);
    QVERIFY(map()->look().scale.diverging);
    QVERIFY(map()->look().scale.high >= largest && map()->look().scale.low == -map()->look().scale.high);
}

void ComparePanelTest::aCellLightsItsPartners()
{
    const QImage quietB = b()->grab().toImage(), quietMap = map()->grab().toImage();
    a()->setFocus();
    a()->setCursorCell(ui::HeatmapView::Cell{1, 2});
    QTRY_VERIFY(b()->grab().toImage() != quietB);
    QVERIFY(map()->grab().toImage() != quietMap);
    a()->setCursorCell(std::nullopt);
    QTRY_VERIFY(b()->grab().toImage() == quietB);

    const QImage quietA = a()->grab().toImage();
    map()->setCursorCell(ui::HeatmapView::Cell{0, 1});
    QTRY_VERIFY(a()->grab().toImage() != quietA);
    map()->setCursorCell(std::nullopt);
}

void ComparePanelTest::sidesChangePlaces()
{
    const AttentionSnapshotPtr before = map()->snapshot();
    QTest::mouseClick(m_f.find<QPushButton>("compareSwap"), Qt::LeftButton);
    QTRY_COMPARE(step(b()), 60);
    QTRY_COMPARE(step(a()), 0);
    QTRY_VERIFY(map()->snapshot());
    QCOMPARE(map()->snapshot()->weights[1], -before->weights[1]);
    QTest::mouseClick(m_f.find<QPushButton>("compareSwap"), Qt::LeftButton);
    QTRY_COMPARE(step(a()), 60);
}

void ComparePanelTest::aStepIsChosenByKeyboard()
{
    auto* slider = m_f.find<QSlider>("compareBStepSlider");
    QTest::keyClick(slider, Qt::Key_End);
    QTRY_VERIFY(step(b()) >= 58);
    QTest::keyClick(slider, Qt::Key_Home);
    QTRY_COMPARE(step(b()), 0);
    m_f.find<QSpinBox>("compareBStepBox")->setValue(20);
    QTRY_COMPARE(step(b()), 20);
}

void ComparePanelTest::anotherSentence()
{
    choose("B", Sentence);
    auto* sentences = m_f.find<QComboBox>("compareBSentence");
    QVERIFY(sentences->count() > 3);
    sentences->setCurrentIndex(3);
    QTRY_VERIFY(b()->snapshot() && b()->snapshot()->sentence == SentenceId{sentences->itemData(3).toInt()});
    QTRY_VERIFY(map()->snapshot());
    // what only one of the two has is not compared
    QVERIFY(std::ranges::any_of(map()->snapshot()->weights, [](float value) { return std::isnan(value); }));
    QVERIFY(caption("compareDifferenceCaption").contains("hatched"));
}

void ComparePanelTest::anotherRun()
{
    choose("B", AnotherRun);
    auto* runs = m_f.find<QComboBox>("compareBRun");
    const int other = runs->findData(ui::toQString(m_other));
    QVERIFY2(other >= 0, "runs used lately are offered");
    QCOMPARE(runs->findData(ui::toQString(m_run)), -1); // that is this run
    runs->setCurrentIndex(other);
    emit runs->activated(other);
    QTRY_VERIFY(b()->snapshot() && step(b()) == 20);
    QCOMPARE(b()->snapshot()->sourceTokens, a()->snapshot()->sourceTokens);
    QVERIFY(caption("compareBCaption").contains(ui::toQString(m_other.filename())));
}

void ComparePanelTest::aRunThatNeverSawTheSentenceIsAsked()
{
    WindowFixture stranger;
    stranger.loadCorpus();
    const std::filesystem::path folder = train(stranger, 10);
    stranger.bench().watch("h h a b c d e f", "f e d c b a h h"); // watched by the second run alone
    const std::filesystem::path second = train(stranger, 12);
    auto* table = stranger.find<QTableView>("sentenceTable");
    for (int row = 0; row < table->model()->rowCount(); ++row)
        if (table->model()->index(row, 0).data().toString() == "h h a b c d e f")
            table->selectRow(row);
    auto* main = stranger.find<ui::HeatmapView>("attentionHeatmap");
    QTRY_VERIFY(main->snapshot() && main->snapshot()->sources() == 9);
    auto* controls = stranger.window->findChildren<ui::CompareSideControls*>().back();
    controls->setAskForRun([&folder](QWidget*, const QString&, const QString&) { return ui::toQString(folder); });
    stranger.find<QTabWidget>("tabs")->setCurrentWidget(stranger.find<ui::ComparePanel>("comparePanel"));
    stranger.find<QComboBox>("compareBKind")->setCurrentIndex(AnotherRun);
    auto* runs = stranger.find<QComboBox>("compareBRun");
    emit runs->activated(runs->count() - 1); // "Another folder…"
    QTRY_VERIFY(stranger.find<ui::HeatmapView>("compareBHeatmap")->snapshot());
    const AttentionSnapshotPtr asked = stranger.find<ui::HeatmapView>("compareBHeatmap")->snapshot();
    QCOMPARE(asked->sourceTokens, main->snapshot()->sourceTokens);
    QCOMPARE(asked->targetTokens, main->snapshot()->targetTokens);
    QCOMPARE(asked->step, 10);
    QVERIFY(stranger.find<QLabel>("compareBCaption")->text().contains("asked now"));
}

void ComparePanelTest::aFileOfAttention()
{
    auto exported = std::make_shared<AttentionSnapshot>(*a()->snapshot());
    std::ranges::fill(exported->weights, 1.0F / static_cast<float>(exported->sources()));
    const auto file = m_f.folder.write("even.json", attentionToJson({exported}));
    choose("B", File);
    auto* controls = m_f.window->findChildren<ui::CompareSideControls*>().back();
    controls->setAskForFile([&file](QWidget*, const QString&, const QString&) { return ui::toQString(file); });
    QTest::mouseClick(m_f.find<QPushButton>("compareBFile"), Qt::LeftButton);
    QTRY_VERIFY(b()->snapshot() && b()->snapshot()->weights[0] == exported->weights[0]);
    QVERIFY(m_f.find<QPushButton>("compareBFile")->text().contains("even.json"));
    QTRY_VERIFY(map()->snapshot());

    // written again: what was read before no longer holds
    std::ranges::fill(exported->weights, 0.0F);
    exported->weights[0] = 1;
    m_f.folder.write("even.json", attentionToJson({exported}));
    std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) + std::chrono::seconds(2));
    choose("B", Now);
    choose("B", File);
    QTRY_VERIFY(b()->snapshot() && b()->snapshot()->weights[0] == 1);
}

void ComparePanelTest::choicesStayWhenTheSentenceChanges()
{
    m_f.find<QSpinBox>("compareBStepBox")->setValue(40);
    QTRY_COMPARE(step(b()), 40);
    const SentenceId first = a()->snapshot()->sentence;
    m_f.find<QTableView>("sentenceTable")->selectRow(2);
    QTRY_VERIFY(a()->snapshot() && a()->snapshot()->sentence != first);
    QTRY_VERIFY(b()->snapshot() && b()->snapshot()->sentence == a()->snapshot()->sentence);
    QCOMPARE(step(b()), 40);
    QCOMPARE(m_f.find<QComboBox>("compareBKind")->currentIndex(), int(Step));
}

void ComparePanelTest::givesAwayFigureAndNumbers()
{
    auto* panel = m_f.find<ui::ComparePanel>("comparePanel");
    QTRY_VERIFY(panel->exportContent());
    const ui::ExportContent content = *panel->exportContent();
    const QByteArray svg = drawingToSvg(content.compose({}));
    QVERIFY(svg.contains("<title>"));
    QVERIFY(!content.texts.empty());
    for (const ui::TextExport& text : content.texts)
        QVERIFY(text.write().size() > 20);
    QVERIFY(m_f.action("actionExport")->isEnabled());
}

void ComparePanelTest::followsATrainingRun()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    f.find<QTabWidget>("tabs")->setCurrentWidget(f.find<ui::ComparePanel>("comparePanel"));
    QVERIFY(!f.find<ui::HeatmapView>("compareDifferenceHeatmap")->snapshot());
    f.bench().start();
    auto* left = f.find<ui::HeatmapView>("compareAHeatmap");
    auto* right = f.find<ui::HeatmapView>("compareBHeatmap");
    QTRY_VERIFY(left->snapshot() && left->snapshot()->step > 10);
    QTRY_VERIFY(right->snapshot());
    QCOMPARE(right->snapshot()->step, 0);
    const qint64 then = left->snapshot()->step;
    QTRY_VERIFY(left->snapshot()->step > then);
    QTRY_VERIFY(f.find<ui::HeatmapView>("compareDifferenceHeatmap")->snapshot());
    f.bench().stop();
    QTRY_VERIFY(!f.session().active());
}

void ComparePanelTest::importedAttentionHasOtherSentencesButNoSteps()
{
    WindowFixture f;
    const auto file = f.folder.write("two.json",
                                     attentionToJson({diagonal({"a", "b", "</s>"}, {"x", "y", "</s>"}),
                                                      diagonal({"a", "c", "</s>"}, {"x", "z", "</s>"})}));
    f.find<QTabWidget>("tabs")->setCurrentWidget(f.find<ui::ComparePanel>("comparePanel"));
    f.window->openPaths({ui::toQString(file)});
    auto* left = f.find<ui::HeatmapView>("compareAHeatmap");
    auto* right = f.find<ui::HeatmapView>("compareBHeatmap");
    QTRY_VERIFY(left->snapshot());
    QVERIFY(!right->snapshot());
    QVERIFY(right->accessibleDescription().contains("no earlier steps"));
    f.find<QComboBox>("compareBKind")->setCurrentIndex(Sentence);
    f.find<QComboBox>("compareBSentence")->setCurrentIndex(1);
    QTRY_VERIFY(right->snapshot());
    QCOMPARE(right->snapshot()->sourceTokens[1], std::string("c"));
    const AttentionSnapshotPtr map = f.find<ui::HeatmapView>("compareDifferenceHeatmap")->snapshot();
    QVERIFY(map);
    QCOMPARE(map->sourceTokens, (std::vector<std::string>{"a", "c", "b", "</s>"})); // B's own first, then A's
    QVERIFY(!f.find<QLabel>("compareSummary")->text().contains("Loss"));            // a file does not tell it
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::ComparePanelTest)
#include "compare_panel_test.moc"
