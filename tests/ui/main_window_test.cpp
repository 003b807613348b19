// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/dialogs/dataset_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/timeline_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

namespace alignoscope::testing {

/// The whole way through the window: load, train, watch, look back, translate, export.
class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhatIsMissing();
    void loadsTheBuiltInCorpusByItself();
    void loadsThroughTheDialog();
    void pictureChangesWhileItTrains();
    void pausesAndSteps();
    void stepsOnceFromRest();
    void stopsAndKeepsTheRun();
    void looksBackAndReturnsToLive();
    void translatesWhileItTrains();
    void exportsThePicture();
    void choosesColoursForEveryPicture();
    void closesWhileItTrains();
    void tellsWhatFailed();
    void everyActionCanBeReachedByKeyboardAndName();
};

void MainWindowTest::saysWhatIsMissing()
{
    WindowFixture f;
    QVERIFY(!f.action("actionStart")->isEnabled());
    QVERIFY(f.action("actionStart")->toolTip().contains("Choose a dataset first"));
    QVERIFY(!f.action("actionPause")->isEnabled());
    QVERIFY(!f.action("actionStop")->isEnabled());
    QVERIFY(!f.action("actionExport")->isEnabled());
    QVERIFY(!f.find<QPushButton>("translateButton")->isEnabled());
    QVERIFY(f.find<QPushButton>("translateButton")->toolTip().contains("no model yet"));
}

void MainWindowTest::loadsTheBuiltInCorpusByItself()
{
    WindowFixture f;
    f.window->openPaths({});
    QVERIFY(f.bench().loading());
    QTRY_VERIFY_WITH_TIMEOUT(f.action("actionStart")->isEnabled(), 60000);
    QVERIFY(f.window->windowTitle().contains("phrases-en-fr"));
    QVERIFY(f.find<QLabel>("progressText")->text().contains("sentence pairs"));
}

void MainWindowTest::loadsThroughTheDialog()
{
    WindowFixture f;
    const QString file = ui::toQString(f.writeCorpus());
    f.action("actionOpenDataset")->trigger();
    auto* dialog = f.find<ui::DatasetDialog>("datasetDialog");
    QVERIFY(dialog);
    dialog->setFileChooser([file](QWidget*, const QString&) { return QStringList{file}; });
    QTest::mouseClick(dialog->findChild<QPushButton*>("datasetChooseFiles"), Qt::LeftButton);
    auto* use = dialog->findChild<QPushButton*>("datasetUse");
    QTRY_VERIFY(use->isEnabled());
    QTest::mouseClick(use, Qt::LeftButton);
    QTRY_VERIFY(f.action("actionStart")->isEnabled());
    QVERIFY(f.window->windowTitle().contains("backwards.tsv"));
    QVERIFY(f.bench().dataset()->training.size() > 200);
}

void MainWindowTest::pictureChangesWhileItTrains()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    auto* heatmap = f.find<ui::HeatmapView>("attentionHeatmap");
    QVERIFY(!heatmap->snapshot());
    f.action("actionStart")->trigger();
    QTRY_VERIFY(heatmap->snapshot());
    const AttentionSnapshotPtr first = heatmap->snapshot();
    QTRY_VERIFY(heatmap->snapshot()->step > first->step + 20);
    QVERIFY(heatmap->snapshot()->weights != first->weights);
    QVERIFY(f.find<QTableView>("sentenceTable")->model()->rowCount() >= 1);
    QVERIFY(!f.action("actionOpenDataset")->isEnabled());
    QVERIFY(f.action("actionOpenDataset")->toolTip().contains("Stop the training first"));
    f.action("actionStop")->trigger();
    QTRY_VERIFY(!f.session().active());
}

void MainWindowTest::pausesAndSteps()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    f.action("actionStart")->trigger();
    QTRY_VERIFY(f.lastStep > 3);
    f.action("actionPause")->trigger();
    QTRY_COMPARE(f.session().phase(), Phase::Paused);
    QCOMPARE(f.action("actionPause")->text(), QString("&Resume"));

    // were it still running, there would be more updates than those asked for
    for (int i = 0; i < 3; ++i) {
        const qint64 held = f.lastStep;
        QSignalSpy steps(&f.session(), &ui::TrainingSession::stepped);
        f.action("actionStep")->trigger();
        QTRY_COMPARE(steps.count(), 1);
        QCOMPARE(f.lastStep, held + 1);
        QVERIFY(f.session().paused());
    }
    const qint64 held = f.lastStep;
    f.action("actionPause")->trigger();
    QTRY_VERIFY(f.lastStep > held + 5);
    f.action("actionStop")->trigger();
    QTRY_VERIFY(!f.session().active());
}

void MainWindowTest::stepsOnceFromRest()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    f.action("actionStep")->trigger();
    QTRY_COMPARE(f.lastStep, 1);
    QVERIFY(f.session().paused());
    f.action("actionStep")->trigger();
    QTRY_COMPARE(f.lastStep, 2);
    f.action("actionStop")->trigger();
    QTRY_VERIFY(!f.session().active());
    QCOMPARE(f.lastStep, 2);
}

void MainWindowTest::stopsAndKeepsTheRun()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    QSignalSpy finished(&f.bench(), &ui::Workbench::trainingFinished);
    f.action("actionStart")->trigger();
    QTRY_VERIFY(f.lastStep > 3);
    f.action("actionStop")->trigger();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(Run::isRun(f.bench().folder()));
    QCOMPARE(f.bench().library().recent(), QStringList{ui::toQString(f.bench().folder())});
    QCOMPARE(f.action("actionStart")->text(), QString("&Continue"));

    const qint64 held = f.lastStep;
    f.action("actionStart")->trigger();
    QTRY_VERIFY(f.lastStep > held);
    f.action("actionStop")->trigger();
    QTRY_COMPARE(finished.count(), 2);
    f.action("actionNewRun")->trigger();
    QVERIFY(f.bench().folder().empty());
    QCOMPARE(f.action("actionStart")->text(), QString("&Start"));
}

void MainWindowTest::looksBackAndReturnsToLive()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    auto* heatmap = f.find<ui::HeatmapView>("attentionHeatmap");
    auto* timeline = f.find<ui::TimelineView>("timeline");
    f.action("actionStart")->trigger();
    QTRY_VERIFY(f.lastStep > 60);
    emit timeline->stepChosen(20); // what dragging the handle says
    QTRY_COMPARE(heatmap->snapshot()->step, 20);
    QVERIFY(!timeline->isLive());
    QVERIFY(f.find<QLabel>("attentionCaption")->text().contains("Looking back"));
    const qint64 then = f.lastStep;
    QTRY_VERIFY(f.lastStep > then + 10); // training goes on meanwhile
    QCOMPARE(heatmap->snapshot()->step, 20);
    QTest::mouseClick(timeline->findChild<QToolButton*>("timelineLive"), Qt::LeftButton);
    QTRY_VERIFY(heatmap->snapshot()->step > then);
    QVERIFY(timeline->isLive());
}

void MainWindowTest::translatesWhileItTrains()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    f.action("actionStart")->trigger();
    QTRY_VERIFY(f.lastStep > 3);
    auto* source = f.find<QLineEdit>("translateSource");
    QTRY_VERIFY(source->isEnabled());
    source->setText("a b xyzzy");
    QTest::mouseClick(f.find<QPushButton>("translateButton"), Qt::LeftButton);
    auto* table = f.find<QTableView>("hypothesisTable");
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QVERIFY(f.find<QLabel>("translateMessage")->text().contains("<u style")); // the unknown word is marked
    auto* heatmap = f.find<ui::HeatmapView>("translateHeatmap");
    QVERIFY(heatmap->snapshot());
    QCOMPARE(heatmap->snapshot()->sources(), 4);
    const AttentionSnapshotPtr best = heatmap->snapshot();
    table->selectRow(1);
    QVERIFY(heatmap->snapshot() != best);
    const qint64 then = f.lastStep;
    QTRY_VERIFY(f.lastStep > then);
}

void MainWindowTest::exportsThePicture()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    f.action("actionStep")->trigger();
    QTRY_VERIFY(f.action("actionExport")->isEnabled());
    f.action("actionExport")->trigger();
    auto* dialog = f.find<ui::ExportDialog>("exportDialog");
    QVERIFY(dialog);
    const QString file = ui::toQString(f.folder.path() / "picture.svg");
    dialog->setFormat("svg");
    dialog->setAskForFile([file](QWidget*, const QString&, const QString&) { return file; });
    dialog->save();
    QTRY_VERIFY(QFile::exists(file));
}

void MainWindowTest::choosesColoursForEveryPicture()
{
    WindowFixture f;
    f.action("actionColourMapGreys")->trigger();
    QCOMPARE(f.find<ui::HeatmapView>("attentionHeatmap")->colourMap(), ui::ColourMap::Greys);
    QCOMPARE(f.find<ui::HeatmapView>("translateHeatmap")->colourMap(), ui::ColourMap::Greys);
    f.reopen();
    QCOMPARE(f.find<ui::HeatmapView>("attentionHeatmap")->colourMap(), ui::ColourMap::Greys);
}

void MainWindowTest::closesWhileItTrains()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    f.action("actionStart")->trigger();
    QTRY_VERIFY(f.lastStep > 3);
    const std::filesystem::path run = f.bench().folder();
    f.action("actionQuit")->trigger();
    f.window.reset(); // waits for the checkpoint
    QVERIFY(Run::open(run).hasCheckpoint());
}

void MainWindowTest::tellsWhatFailed()
{
    WindowFixture f;
    f.window->openPaths({"builtin:nonsense"});
    QTRY_VERIFY(f.find<QLabel>("message")->isVisible());
    QVERIFY(f.find<QLabel>("message")->text().contains("nonsense"));
    QTest::mouseClick(f.find<QToolButton>("messageClose"), Qt::LeftButton);
    QVERIFY(!f.find<QWidget>("messageBar")->isVisible());
    f.window->openPaths({ui::toQString(f.folder.path())}); // a folder, but not a run
    QTRY_VERIFY(f.find<QLabel>("message")->isVisible());
}

void MainWindowTest::everyActionCanBeReachedByKeyboardAndName()
{
    WindowFixture f;
    for (const char* name : {"actionOpenDataset", "actionOpenRun", "actionSaveRunAs", "actionExport", "actionQuit",
                             "actionStart", "actionPause", "actionStep", "actionStop", "actionNewRun", "actionLive",
                             "actionModelSettings", "actionManual", "actionGold"}) {
        const QAction* action = f.action(name);
        QVERIFY2(action, name);
        QVERIFY2(!action->shortcut().isEmpty(), name);
        QVERIFY2(!action->text().isEmpty(), name);
    }
    QSet<QString> keys;
    for (const QAction* action : f.window->findChildren<QAction*>()) {
        const QString key = action->shortcut().toString();
        QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(key));
        keys << key;
    }
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::MainWindowTest)

#include "main_window_test.moc"
