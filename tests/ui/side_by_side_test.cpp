// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/panels/pair_column.h"
#include "ui/panels/side_by_side_panel.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/pair_curves.h"
#include "ui/views/timeline_view.h"

#include "alignoscope/run.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

namespace alignoscope::testing {

/// Two kinds of attention trained in turn in the real window.
class SideBySideTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhyItCannotStart();
    void oneClickTrainsBothAndShowsBothLive();
    void pauseAndStepAreOfBoth();
    void stopEndsBothAtTheSameStepAndEitherIsOpened();
    void equalKindsLearnTheSame();
    void looksBackInBoth();
    void aKindWithoutAttentionSaysSo();
    void aSentenceTypedMeanwhileIsWatchedByBoth();
    void whoEndsFirstLeavesTheOtherAlone();
    void givesAwayFigureAndNumbers();
    void anotherDatasetPutsThePairAside();

private:
    /// A window with a pair chosen: the default kind, and `second` where there is such a kind.
    struct Pair : WindowFixture {
        explicit Pair(std::int64_t steps = 0, const char* second = "dot")
        {
            loadCorpus();
            useTinyModel(steps);
            showTab("Side by side");
            auto* kind = find<QComboBox>("pairKindB");
            const int found = kind->findData(second);
            kind->setCurrentIndex(found >= 0 ? found : kind->findData("additive"));
            emit kind->activated(kind->currentIndex()); // by hand
        }
        void start() { QTest::mouseClick(find<QPushButton>("pairStart"), Qt::LeftButton); }
        ui::HeatmapView* a() { return find<ui::HeatmapView>("pairHeatmapA"); }
        ui::HeatmapView* b() { return find<ui::HeatmapView>("pairHeatmapB"); }
        ui::TrainingSession& second() { return bench().pair().session(); }
        bool shown() { return a()->snapshot() && b()->snapshot(); }
        bool held() { return session().phase() == Phase::Paused && second().phase() == Phase::Paused; }
        bool bothAt(qint64 step) { return shown() && a()->snapshot()->step == step && b()->snapshot()->step == step; }
        void choose(int row) { find<QTableView>("sentenceTable")->selectRow(row); }
        std::filesystem::path folder(std::size_t member) { return bench().pair().members()[member].folder; }
        bool over() { return !bench().isTraining(); }
    };
    static std::int64_t stepsOf(const std::filesystem::path& folder)
    {
        std::int64_t steps = 0;
        const std::vector<TrainingEvent> events = Run::open(folder).events();
        for (const TrainingEvent& event : events)
            if (const auto* step = std::get_if<StepReport>(&event.what))
                steps = step->step;
        return steps;
    }
};

void SideBySideTest::saysWhyItCannotStart()
{
    WindowFixture f;
    f.showTab("Side by side");
    auto* start = f.find<QPushButton>("pairStart");
    QVERIFY(!start->isEnabled());
    QVERIFY(start->toolTip().contains("dataset"));
    QVERIFY(f.find<QLabel>("pairReason")->text().contains("dataset"));
    QVERIFY(!f.find<ui::SideBySidePanel>("sideBySidePanel")->exportContent());
}

void SideBySideTest::oneClickTrainsBothAndShowsBothLive()
{
    Pair f;
    QVERIFY(!f.find<QLabel>("pairSummaryA")->text().isEmpty());
    QVERIFY(!f.find<QLabel>("pairEquationA")->text().isEmpty());
    f.start();
    QTRY_VERIFY(f.shown());
    QVERIFY(f.a()->isVisible() && f.b()->isVisible());
    const qint64 early = f.b()->snapshot()->step;
    QTRY_VERIFY(f.b()->snapshot()->step > early + 10 && f.a()->snapshot()->step > early + 10); // live
    QVERIFY(!f.action("actionStart")->isEnabled());
    QVERIFY(f.action("actionStart")->toolTip().contains("under way"));
    QVERIFY(f.action("actionPause")->isEnabled());

    // the same sentence: rows, columns and cells stand alike
    f.choose(2);
    QTRY_VERIFY(f.shown() && f.a()->snapshot()->sentence == f.b()->snapshot()->sentence
                && f.a()->snapshot()->sourceTokens == f.b()->snapshot()->sourceTokens);
    QCOMPARE(f.a()->snapshot()->targetTokens, f.b()->snapshot()->targetTokens);
    QCOMPARE(f.a()->cellRect({1, 1}), f.b()->cellRect({1, 1}));
    QVERIFY(f.a()->look().scale == f.b()->look().scale);

    QTRY_VERIFY(f.find<QLabel>("pairNumbersA")->text().contains("BLEU"));
    QTRY_VERIFY(f.find<QLabel>("pairNumbersB")->text().contains("BLEU"));
    QTRY_VERIFY(f.find<ui::PairCurves>("pairCurves")->drawnPoints() > 20);
    QTRY_VERIFY(!f.find<QLabel>("pairTranslationB")->text().isEmpty());
    QVERIFY(!f.find<QPushButton>("pairOpenB")->isEnabled());
}

void SideBySideTest::pauseAndStepAreOfBoth()
{
    Pair f;
    qint64 second = 0;
    connect(&f.second(), &ui::TrainingSession::stepped, f.window.get(),
            [&second](const std::vector<StepReport>& steps) { second = steps.back().step; });
    f.start();
    QTRY_VERIFY(f.shown() && f.lastStep > 5);
    f.action("actionPause")->trigger();
    QTRY_VERIFY(f.held());
    QTRY_COMPARE(second, f.lastStep);
    const qint64 held = f.lastStep;
    QTRY_VERIFY(f.bothAt(held)); // what is held is what is shown
    QVERIFY(f.find<QLabel>("pairState")->text().contains("hold"));

    f.a()->setCursorCell(std::nullopt);
    const QImage quiet = f.b()->grab().toImage();
    f.a()->setFocus();
    f.a()->setCursorCell(ui::HeatmapView::Cell{1, 1});
    QTRY_VERIFY(f.b()->grab().toImage() != quiet); // its partner is lit
    f.a()->setCursorCell(std::nullopt);

    f.action("actionStep")->trigger();
    QTRY_VERIFY(f.bothAt(held + 1));
    QTRY_COMPARE(f.lastStep, held + 1); // what happened is told less often than what is seen
    QTRY_COMPARE(second, held + 1);
    f.action("actionPause")->trigger(); // goes on
    QTRY_VERIFY(f.lastStep > held + 5 && second > held + 5);
}

void SideBySideTest::stopEndsBothAtTheSameStepAndEitherIsOpened()
{
    Pair f;
    f.start();
    QTRY_VERIFY(f.shown() && f.lastStep > 30);
    f.action("actionStop")->trigger();
    QVERIFY(!f.action("actionPause")->isEnabled());
    QTRY_VERIFY(f.over());
    const std::filesystem::path first = f.folder(0), second = f.folder(1);
    QVERIFY(first != second);
    QVERIFY(Run::open(first).hasCheckpoint() && Run::open(second).hasCheckpoint());
    QCOMPARE(stepsOf(first), f.lastStep);
    QCOMPARE(stepsOf(second), f.lastStep);
    QCOMPARE(Run::open(second).experiment().model.attention, f.bench().pair().members()[1].attention);
    QVERIFY(f.bench().library().recent().contains(ui::toQString(first)));
    QVERIFY(f.bench().library().recent().contains(ui::toQString(second)));

    QCOMPARE(f.bench().folder(), first);
    auto* openA = f.find<QPushButton>("pairOpenA");
    auto* openB = f.find<QPushButton>("pairOpenB");
    QTRY_VERIFY(openB->isEnabled());
    QVERIFY(!openA->isEnabled()); // it is open
    QTest::mouseClick(openB, Qt::LeftButton);
    QTRY_COMPARE(f.bench().folder(), second);
    QTRY_VERIFY(openA->isEnabled() && !openB->isEnabled());
    QTRY_VERIFY(f.shown()); // the pair is still there
    QCOMPARE(f.a()->snapshot()->sentence, f.b()->snapshot()->sentence);
}

// One dataset, one seed, the same batches: then nothing but the kind can make a difference.
void SideBySideTest::equalKindsLearnTheSame()
{
    Pair f(24, "additive");
    QVERIFY(f.find<QLabel>("pairReason")->text().contains("same kind"));
    f.start();
    QTRY_VERIFY(f.bench().isTraining());
    QTRY_VERIFY_WITH_TIMEOUT(f.over() && f.shown(), 30000);
    QVERIFY(f.folder(0) != f.folder(1));
    QTRY_VERIFY(f.bothAt(24));
    QCOMPARE(f.a()->snapshot()->weights, f.b()->snapshot()->weights);
}

void SideBySideTest::looksBackInBoth()
{
    Pair f(30);
    f.start();
    QTRY_VERIFY(f.bench().isTraining());
    QTRY_VERIFY_WITH_TIMEOUT(f.over() && f.shown(), 30000);
    emit f.find<ui::TimelineView>("timeline")->stepChosen(10);
    QTRY_VERIFY(f.bothAt(10));
    f.choose(1);
    QTRY_VERIFY(f.bothAt(10) && f.a()->snapshot()->sentence == f.b()->snapshot()->sentence);
    f.action("actionLive")->trigger();
    QTRY_VERIFY(f.bothAt(30));
}

void SideBySideTest::aKindWithoutAttentionSaysSo()
{
    const auto kinds = attentionKinds();
    const auto none = std::ranges::find_if(kinds, [](const AttentionKind& kind) { return !kind.aligns; });
    if (none == kinds.end())
        QSKIP("every kind aligns");
    Pair f(20, none->name.c_str());
    QCOMPARE(f.find<QComboBox>("pairKindB")->currentData().toString().toStdString(), none->name);
    f.start();
    QTRY_VERIFY_WITH_TIMEOUT(f.over() && f.a()->snapshot(), 30000);
    QVERIFY(!f.b()->snapshot());
    QVERIFY(f.b()->accessibleDescription().contains("no alignment to draw"));
    QVERIFY(f.find<ui::SideBySidePanel>("sideBySidePanel")->exportContent());
}

void SideBySideTest::aSentenceTypedMeanwhileIsWatchedByBoth()
{
    Pair f;
    f.start();
    QTRY_VERIFY(f.shown());
    QSignalSpy first(&f.session(), &ui::TrainingSession::sentenceWatched);
    QSignalSpy second(&f.second(), &ui::TrainingSession::sentenceWatched);
    f.bench().watch("a b c", "c b a");
    const auto heard = [](const QSignalSpy& spy) {
        for (const QList<QVariant>& call : spy)
            if (const auto sentence = call.front().value<WatchedSentence>(); sentence.source == "a b c")
                return index(sentence.id);
        return -1;
    };
    QTRY_VERIFY(heard(first) >= 0 && heard(second) >= 0);
    QCOMPARE(heard(first), heard(second)); // both know it by one number
}

void SideBySideTest::whoEndsFirstLeavesTheOtherAlone()
{
    Pair f(6);
    QSignalSpy first(&f.session(), &ui::TrainingSession::finished);
    QSignalSpy second(&f.second(), &ui::TrainingSession::finished);
    f.start();
    QTRY_VERIFY(first.count() == 1 && second.count() == 1);
    for (const QSignalSpy* spy : {&first, &second}) {
        const auto result = spy->front().front().value<RunFinished>();
        QCOMPARE(result.steps, 6);
        QVERIFY(result.reason == StopReason::StepsDone);
    }
    QVERIFY(f.action("actionStart")->isEnabled());
    // going on is the open run's alone
    f.action("actionStart")->trigger();
    QTRY_VERIFY(f.over() && f.lastStep == 12);
    QTRY_VERIFY(f.shown() && f.a()->snapshot()->step == 12);
    QCOMPARE(f.b()->snapshot()->step, 6);
}

void SideBySideTest::givesAwayFigureAndNumbers()
{
    Pair f(20);
    f.start();
    QTRY_VERIFY_WITH_TIMEOUT(f.bench().pair().exists() && f.over() && f.shown(), 30000);
    QVERIFY(f.action("actionExport")->isEnabled());
    const ui::ExportContent content = *f.find<ui::SideBySidePanel>("sideBySidePanel")->exportContent();
    for (const double width : {60.0, 240.0}) {
        ui::FigureOptions options;
        options.widthMm = width;
        const QByteArray svg = drawingToSvg(content.compose(options));
        QVERIFY(svg.contains("20 steps"));
        QVERIFY(svg.contains("training steps"));
    }
    QCOMPARE(content.texts.size(), std::size_t{4}); // two matrices, both as JSON, the curves
    for (const ui::TextExport& text : content.texts)
        QVERIFY(text.write().size() > 40);
}

void SideBySideTest::anotherDatasetPutsThePairAside()
{
    Pair f(4);
    f.start();
    QTRY_VERIFY(f.bench().pair().exists() && f.over() && f.shown());
    QTest::mouseClick(f.find<QPushButton>("pairAnother"), Qt::LeftButton);
    QVERIFY(f.find<QPushButton>("pairStart")->isVisible());
    f.bench().newRun();
    QVERIFY(!f.bench().pair().exists());
    QVERIFY(!f.shown());
    f.start();
    QTRY_VERIFY(f.bench().pair().exists() && f.over() && f.shown());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::SideBySideTest)

#include "side_by_side_test.moc"
