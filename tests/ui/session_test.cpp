// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/views/curves_view.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/timeline_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QToolButton>

namespace alignoscope::testing {

/// Runs that are kept: opened again, gone on with, copied; and what is said when something of them is gone.
class SessionTest : public QObject {
    Q_OBJECT

private slots:
    void reopensARun();
    void goesOnWithAReopenedRun();
    void saysWhyARunCannotGoOn();
    void goesOnBeyondItsLimit();
    void copiesARun();
    void watchesWhatWasTypedBefore();
    void keepsALongTimelineOnDisk();

private:
    static std::filesystem::path train(WindowFixture& f, std::int64_t steps);
};

std::filesystem::path SessionTest::train(WindowFixture& f, std::int64_t steps)
{
    f.loadCorpus();
    f.useTinyModel(steps);
    f.bench().start();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!f.session().active(), 30000); }();
    return f.bench().folder();
}

void SessionTest::reopensARun()
{
    WindowFixture f;
    const std::filesystem::path run = train(f, 40);
    f.reopen();
    QSignalSpy opened(&f.bench(), &ui::Workbench::runOpened);
    f.window->openPaths({ui::toQString(run)});
    QTRY_COMPARE(opened.count(), 1);
    auto* heatmap = f.find<ui::HeatmapView>("attentionHeatmap");
    QTRY_VERIFY(heatmap->snapshot());
    QCOMPARE(heatmap->snapshot()->step, 40);
    QTRY_VERIFY(f.find<ui::CurvesView>("curves")->drawnPoints() > 10);
    QVERIFY(f.find<QTableView>("sentenceTable")->model()->rowCount() > 1);

    emit f.find<ui::TimelineView>("timeline")->stepChosen(10);
    QTRY_COMPARE(heatmap->snapshot()->step, 10);

    f.find<QLineEdit>("translateSource")->setText("a b c");
    QTest::mouseClick(f.find<QPushButton>("translateButton"), Qt::LeftButton);
    QTRY_VERIFY(f.find<QTableView>("hypothesisTable")->model()->rowCount() > 0);
}

void SessionTest::keepsALongTimelineOnDisk()
{
    WindowFixture f;
    QSettings(ui::toQString(f.folder.path() / "settings.ini"), QSettings::IniFormat).setValue("timelineStops", 10);
    f.reopen();
    const std::filesystem::path run = train(f, 120); // a picture every other update
    auto* heatmap = f.find<ui::HeatmapView>("attentionHeatmap");
    const auto stopsAreFew = [&f] {
        auto* timeline = f.find<ui::TimelineView>("timeline");
        const int stops = f.find<QSlider>("timelineTrack")->maximum() + 1;
        return stops > 5 && stops <= 10 && timeline->currentStep() == 120;
    };
    QTRY_VERIFY(stopsAreFew());

    const auto press = [&f](const char* button) { QTest::mouseClick(f.find<QToolButton>(button), Qt::LeftButton); };
    press("timelinePrevious");
    QTRY_COMPARE(heatmap->snapshot()->step, 118); // the very next one, whether it is a stop or not
    press("timelinePrevious");
    QTRY_COMPARE(heatmap->snapshot()->step, 116);
    QCOMPARE(f.find<ui::TimelineView>("timeline")->currentStep(), 116);
    press("timelineNext");
    QTRY_COMPARE(heatmap->snapshot()->step, 118);

    f.reopen();
    f.window->openPaths({ui::toQString(run)});
    QTRY_VERIFY(stopsAreFew());
}

void SessionTest::goesOnWithAReopenedRun()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    f.bench().start();
    QTRY_VERIFY(f.lastStep > 10);
    f.bench().stop();
    QTRY_VERIFY(!f.session().active());
    const std::filesystem::path run = f.bench().folder();
    const qint64 held = f.lastStep;
    f.reopen();
    f.lastStep = 0;
    f.window->openPaths({ui::toQString(run)});
    QTRY_VERIFY(f.action("actionStart")->isEnabled());
    QCOMPARE(f.action("actionStart")->text(), QString("&Continue"));
    f.action("actionStep")->trigger();
    QTRY_COMPARE(f.lastStep, held + 1); // goes on where it stopped
    QCOMPARE(f.bench().folder(), run);
}

void SessionTest::saysWhyARunCannotGoOn()
{
    WindowFixture f;
    const std::filesystem::path run = train(f, 4);
    f.reopen();
    std::filesystem::remove(f.folder.path() / "backwards.tsv");
    f.window->openPaths({ui::toQString(run)});
    QTRY_VERIFY(f.action("actionStart")->toolTip().contains("could not be loaded"));
    QVERIFY(!f.action("actionStart")->isEnabled());
    QVERIFY(f.find<QLineEdit>("translateSource")->isEnabled()); // everything else works
}

void SessionTest::goesOnBeyondItsLimit()
{
    WindowFixture f;
    train(f, 6);
    QCOMPARE(f.lastStep, 6);
    QVERIFY(f.action("actionStart")->toolTip().contains("6 more steps"));
    f.action("actionStart")->trigger();
    QTRY_VERIFY(!f.session().active());
    QCOMPARE(f.lastStep, 12);
}

void SessionTest::copiesARun()
{
    WindowFixture f;
    const std::filesystem::path run = train(f, 4);
    const std::filesystem::path place = f.folder.path() / "elsewhere";
    std::filesystem::create_directory(place);
    QSignalSpy copied(&f.bench().library(), &ui::RunLibrary::copied);
    f.bench().library().copy(run, place / run.filename());
    QTRY_COMPARE(copied.count(), 1);
    QVERIFY(Run::open(place / run.filename()).hasCheckpoint());
    QVERIFY(f.find<QLabel>("message")->text().contains("copied"));

    QSignalSpy refused(&f.bench().library(), &ui::RunLibrary::copyFailed);
    f.bench().library().copy(run, place / run.filename()); // never over something that is there
    QTRY_COMPARE(refused.count(), 1);
}

void SessionTest::watchesWhatWasTypedBefore()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    f.bench().watch("a b c", "c b a");
    QCOMPARE(f.bench().pending(), QStringList{"a b c ||| c b a"});
    QSignalSpy watched(&f.session(), &ui::TrainingSession::sentenceWatched);
    f.bench().step();
    QTRY_COMPARE(f.lastStep, 1);
    bool found = false;
    for (const QList<QVariant>& call : watched)
        found = found || call.front().value<WatchedSentence>().source == "a b c";
    QVERIFY(found);
    QVERIFY(f.bench().pending().isEmpty());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::SessionTest)

#include "session_test.moc"
