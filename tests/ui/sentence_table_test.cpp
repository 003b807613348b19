// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/dialogs/export_dialog.h"

#include "ui/models/sentence_filter.h"
#include "ui/models/sentence_model.h"
#include "ui/panels/sentence_table_panel.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/measure_histogram.h"

#include <QAbstractItemModelTester>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

namespace alignoscope::testing {

using ui::SentenceMeasure;
using ui::SentenceModel;

/// The table of sentences: its numbers, its filters, and that it stays put.
class SentenceTableTest : public QObject {
    Q_OBJECT

private slots:
    void measuresOfAMatrixByHand();
    void everySentenceIsMeasuredWhileTraining();
    void changesAreToldByRanges();
    void findsText();
    void brushesCombine();
    void brushesByKeyboard();
    void binsHoldTheirValues();
    void sortsMissingNumbersLast();
    void filteringKeepsTheChosenSentence();
    void columnsFollowTheWidth();
    void columnsAreChosenInAMenu();
    void keepsItsPlaceWhileNumbersChange();
    void savesWhatIsShown();
    void exportsTheHistograms();
    void anOpenedRunHasItsScores();

private:
    static WatchedSentence sentence(int id, const std::string& source, const std::string& target = "t")
    {
        WatchedSentence made;
        made.id = SentenceId(id);
        made.source = source;
        made.target = target;
        return made;
    }
    static AttentionSnapshotPtr picture(int id, double loss)
    {
        auto made = std::make_shared<AttentionSnapshot>();
        made->sentence = SentenceId(id);
        made->sourceTokens = {"a", "b", "</s>"};
        made->targetTokens = {"A", "B", "</s>"};
        made->weights = {1, 0, 0, 0.5F, 0.5F, 0, 0, 0, 1};
        made->forced = true;
        made->loss = loss;
        return made;
    }
    static double value(const SentenceModel& model, int row, SentenceMeasure measure)
    {
        return model.index(row, SentenceModel::columnOf(measure)).data(SentenceModel::SortRole).toDouble();
    }
    static void trainOne(WindowFixture& f)
    {
        f.loadCorpus();
        f.useTinyModel();
        f.action("actionStart")->trigger();
        QTRY_VERIFY(f.lastStep > 20); // a validation
        f.action("actionPause")->trigger();
        auto* rows = f.find<QTableView>("sentenceTable")->model();
        const int bleu = SentenceModel::columnOf(SentenceMeasure::Bleu);
        QTRY_VERIFY(rows->rowCount() > 6 && rows->index(rows->rowCount() - 1, bleu).data().isValid());
    }
};

void SentenceTableTest::measuresOfAMatrixByHand()
{
    SentenceModel model;
    QAbstractItemModelTester tester(&model);
    WatchedSentence one = sentence(0, "a b");
    one.gold = GoldAlignment{{{0, 0}, {1, 1}}, {}};
    model.add(one);
    model.takePictures({picture(0, 2.5)});
    QCOMPARE(value(model, 0, SentenceMeasure::Length), 2.0);
    QCOMPARE(value(model, 0, SentenceMeasure::Loss), 2.5);
    // entropies of the rows: 0, ln 2, 0
    QVERIFY(std::abs(value(model, 0, SentenceMeasure::Entropy) - std::log(2.0) / 3) < 1e-6);
    QVERIFY(std::abs(value(model, 0, SentenceMeasure::AbsentmindednessOut) + std::log(2.0) / 3) < 1e-6);
    // coverage 1.5, 0.5, 1: −(2 · ln 1.25) / 3
    QVERIFY(std::abs(value(model, 0, SentenceMeasure::Coverage) + 2 * std::log(1.25) / 3) < 1e-6);
    // strongest looks 0-0, 0-1; sure 0-0, 1-1: 1 − (1 + 1) / (2 + 2), in per cent
    QVERIFY(std::abs(value(model, 0, SentenceMeasure::AlignmentErrors) - 50) < 1e-9);
    model.takeScores({1, {{SentenceId(0), "le b", 42.4, 60}}});
    QCOMPARE(model.index(0, SentenceModel::columnOf(SentenceMeasure::Bleu)).data().toString(), QString("42"));
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains("le b"));
    model.setGold([](const WatchedSentence&) -> const GoldAlignment* {
        static const GoldAlignment other{{{0, 0}, {0, 1}}, {}};
        return &other;
    });
    QVERIFY(std::abs(value(model, 0, SentenceMeasure::AlignmentErrors)) < 1e-9);
    model.setGold({});
    QVERIFY(std::abs(value(model, 0, SentenceMeasure::AlignmentErrors) - 50) < 1e-9);
}

void SentenceTableTest::everySentenceIsMeasuredWhileTraining()
{
    WindowFixture f;
    trainOne(f);
    auto* table = f.find<QTableView>("sentenceTable");
    const int count = table->model()->rowCount();
    QCOMPARE(count, 15); // the corpus keeps so many pairs for validation
    for (int row = 0; row < count; ++row)
        for (const SentenceMeasure measure : ui::measuresOf(Task::Translation)) {
            if (measure == SentenceMeasure::AlignmentErrors) // nothing is known
                continue;
            const int column = SentenceModel::columnOf(measure);
            QTRY_VERIFY2(!table->model()->index(row, column).data().toString().isEmpty(),
                         qPrintable(QString("row %1 column %2").arg(row).arg(column)));
        }
    QTRY_COMPARE(f.find<QLabel>("sentenceCount")->text(), QString("15 sentences"));
}

void SentenceTableTest::changesAreToldByRanges()
{
    SentenceModel model;
    for (int id = 0; id < 50; ++id)
        model.add(sentence(id, "a b"));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    std::vector<AttentionSnapshotPtr> pictures;
    for (int id = 10; id < 40; ++id)
        pictures.push_back(picture(id, id));
    model.takePictures(pictures);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][0].toModelIndex().row(), 10);
    QCOMPARE(changes[0][1].toModelIndex().row(), 39);
    model.takePictures(pictures); // nothing is different
    QCOMPARE(changes.size(), 1);
}

void SentenceTableTest::findsText()
{
    SentenceModel model;
    model.add(sentence(0, "The cat", "le chat"));
    model.add(sentence(1, "the dog", "le chien"));
    model.setPending({"a mouse ||| une souris"});
    model.takeScores(SentencesScored{1, {{SentenceId(1), "la souris", 0, 0}}});
    ui::SentenceFilter filter(model);
    QAbstractItemModelTester tester(&filter);
    filter.setText("CAT");
    QCOMPARE(filter.rowCount(), 1);
    filter.setText("chien");
    QCOMPARE(filter.rowCount(), 1);
    filter.setText("souris"); // in one's own translation, and in one that waits
    QCOMPARE(filter.rowCount(), 2);
    filter.setText("nowhere");
    QCOMPARE(filter.rowCount(), 0);
    QVERIFY(filter.filters());
    filter.clear();
    QCOMPARE(filter.rowCount(), 3);
    QVERIFY(!filter.filters());
}

void SentenceTableTest::brushesCombine()
{
    WindowFixture f;
    trainOne(f);
    auto* table = f.find<QTableView>("sentenceTable");
    f.action("actionHistograms")->setChecked(true);
    auto* length = f.find<ui::MeasureHistogram>("histogram_length");
    auto* loss = f.find<ui::MeasureHistogram>("histogram_loss");
    QTRY_VERIFY(length->isVisible() && length->bins().size() > 1);
    int all = 0;
    for (const int count : length->bins().all)
        all += count;
    QCOMPARE(all, 15);
    const int last = length->bins().size() - 1;
    QTest::mousePress(length, Qt::LeftButton, {}, length->barRect(1).center().toPoint());
    QTest::mouseMove(length, length->barRect(last).center().toPoint());
    QTest::mouseRelease(length, Qt::LeftButton, {}, length->barRect(last).center().toPoint());
    QVERIFY(length->range());
    int expected = 0;
    for (int bin = 1; bin <= last; ++bin)
        expected += length->bins().all[static_cast<std::size_t>(bin)];
    QVERIFY(expected < 15);
    QCOMPARE(table->model()->rowCount(), expected);
    QCOMPARE(f.find<QLabel>("sentenceCount")->text(), QString("%1 of 15 sentences").arg(expected));
    QTest::mouseClick(loss, Qt::LeftButton, {}, loss->barRect(0).center().toPoint());
    int both = 0;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const auto at = [&](SentenceMeasure measure) {
            return table->model()
                ->index(row, SentenceModel::columnOf(measure))
                .data(SentenceModel::SortRole)
                .toDouble();
        };
        QVERIFY(length->range()->contains(at(SentenceMeasure::Length)));
        QVERIFY(loss->range()->contains(at(SentenceMeasure::Loss)));
        ++both;
    }
    QVERIFY(both < expected || expected == loss->bins().passing[0]);
    QTest::mouseDClick(length, Qt::LeftButton, {}, length->barRect(0).center().toPoint());
    QVERIFY(!length->range());
    QTest::mouseClick(f.find<QToolButton>("sentenceClear"), Qt::LeftButton);
    QVERIFY(!loss->range());
    QCOMPARE(table->model()->rowCount(), 15);
}

void SentenceTableTest::brushesByKeyboard()
{
    ui::MeasureHistogram histogram(SentenceMeasure::Length);
    histogram.resize(200, histogram.sizeHint().height());
    histogram.setValues({1, 2, 3, 4, 5}, {true, true, true, true, true});
    QCOMPARE(histogram.bins().size(), 5);
    QSignalSpy changes(&histogram, &ui::MeasureHistogram::rangeChanged);
    QTest::keyClick(&histogram, Qt::Key_Right);
    QCOMPARE(*histogram.range(), (ui::MeasureRange{1, 1}));
    QTest::keyClick(&histogram, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&histogram, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(*histogram.range(), (ui::MeasureRange{1, 3}));
    QTest::keyClick(&histogram, Qt::Key_Right);
    QCOMPARE(*histogram.range(), (ui::MeasureRange{2, 4}));
    QTest::keyClick(&histogram, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(*histogram.range(), (ui::MeasureRange{2, 3}));
    QTest::keyClick(&histogram, Qt::Key_Left);
    QTest::keyClick(&histogram, Qt::Key_Left); // no further than the first
    QCOMPARE(*histogram.range(), (ui::MeasureRange{1, 2}));
    QTest::keyClick(&histogram, Qt::Key_Escape);
    QVERIFY(!histogram.range());
    QCOMPARE(changes.size(), 7);
}

void SentenceTableTest::binsHoldTheirValues()
{
    const auto whole = ui::HistogramBins::over({3, 3, 9}, true);
    QCOMPARE(whole.width, 1.0);
    QCOMPARE(whole.size(), 7);
    QCOMPARE(whole.least, 3.0); // what is written at the ends
    QCOMPARE(whole.most, 9.0);
    const auto even = ui::HistogramBins::over({0.5, 0.5}, false);
    QCOMPARE(even.size(), 1);
    QCOMPARE(ui::HistogramBins::over({}, false).size(), 0);
    std::vector<double> values;
    for (int i = 0; i < 300; ++i)
        values.push_back(-2 + i * 0.0137);
    auto bins = ui::HistogramBins::over(values, false);
    QVERIFY(bins.size() >= 8 && bins.size() <= 21); // twenty, made wider by at most 2.5 to be round
    bins.count(values, std::vector<bool>(300, true));
    int all = 0;
    for (int bin = 0; bin < bins.size(); ++bin)
        all += bins.all[static_cast<std::size_t>(bin)];
    QCOMPARE(all, 300);
    QCOMPARE(bins.binOf(bins.edge(3)), 3); // a bin holds its lower edge
}

void SentenceTableTest::sortsMissingNumbersLast()
{
    SentenceModel model;
    for (int id = 0; id < 3; ++id)
        model.add(sentence(id, "s" + std::to_string(id)));
    model.takePictures({picture(1, 5), picture(2, 3)});
    ui::SentenceFilter filter(model);
    const auto order = [&] {
        QString text;
        for (int row = 0; row < filter.rowCount(); ++row)
            text += filter.index(row, 0).data().toString();
        return text;
    };
    filter.sort(SentenceModel::LossColumn, Qt::AscendingOrder);
    QCOMPARE(order(), QString("s2s1s0"));
    filter.sort(SentenceModel::LossColumn, Qt::DescendingOrder);
    QCOMPARE(order(), QString("s1s2s0"));
    model.takePictures({picture(2, 9)});
    QCOMPARE(order(), QString("s1s2s0")); // rows stay where they are …
    filter.refresh();
    QCOMPARE(order(), QString("s2s1s0")); // … until they are sorted again
}

void SentenceTableTest::filteringKeepsTheChosenSentence()
{
    WindowFixture f;
    trainOne(f);
    auto* table = f.find<QTableView>("sentenceTable");
    auto* heatmap = f.find<ui::HeatmapView>("attentionHeatmap");
    table->selectRow(3);
    const int chosen = table->model()->index(3, 0).data(SentenceModel::IdRole).toInt();
    QTRY_VERIFY(heatmap->snapshot() && index(heatmap->snapshot()->sentence) == chosen);
    auto* find = f.find<QLineEdit>("sentenceFilter");
    f.action("actionFindSentence")->trigger();
    QTRY_VERIFY(find->hasFocus() || !f.window->isActiveWindow());
    QTest::keyClicks(find, "no such text");
    QCOMPARE(table->model()->rowCount(), 0);
    QCOMPARE(index(heatmap->snapshot()->sentence), chosen);
    QTest::keyClick(find, Qt::Key_Escape);
    QCOMPARE(table->model()->rowCount(), 15);
    QVERIFY(table->selectionModel()->isRowSelected(3));
    QCOMPARE(index(heatmap->snapshot()->sentence), chosen);
}

void SentenceTableTest::columnsFollowTheWidth()
{
    WindowFixture f;
    f.window->resize(1600, 900);
    trainOne(f);
    auto* table = f.find<QTableView>("sentenceTable");
    const auto shown = [&] {
        int count = 0;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            count += table->isColumnHidden(column) ? 0 : 1;
        return count;
    };
    QCOMPARE(shown(), 4); // sentence, length, loss, BLEU
    f.action("actionWideTable")->setChecked(true);
    QTRY_COMPARE(shown(), static_cast<int>(SentenceModel::columnsOf(Task::Translation).size()));
    QVERIFY(table->columnWidth(0) > 100);
    f.action("actionWideTable")->setChecked(false);
    QTRY_COMPARE(shown(), 4);
}

void SentenceTableTest::columnsAreChosenInAMenu()
{
    WindowFixture f;
    auto* table = f.find<QTableView>("sentenceTable");
    const int entropy = SentenceModel::columnOf(SentenceMeasure::Entropy);
    QVERIFY(table->isColumnHidden(entropy));
    f.action("column_entropy")->trigger();
    QVERIFY(!table->isColumnHidden(entropy));
    f.action("column_bleu")->trigger();
    QVERIFY(table->isColumnHidden(SentenceModel::columnOf(SentenceMeasure::Bleu)));
    f.reopen();
    QVERIFY(!f.find<QTableView>("sentenceTable")->isColumnHidden(entropy));
    QVERIFY(f.action("column_entropy")->isChecked());
}

void SentenceTableTest::keepsItsPlaceWhileNumbersChange()
{
    SentenceModel model;
    QSettings settings(QDir::temp().filePath("unused.ini"), QSettings::IniFormat);
    ui::SentenceTablePanel panel(model, settings);
    for (int id = 0; id < 200; ++id)
        model.add(sentence(id, "sentence " + std::to_string(id)));
    std::vector<AttentionSnapshotPtr> pictures;
    for (int id = 0; id < 200; ++id)
        pictures.push_back(picture(id, id));
    model.takePictures(pictures);
    panel.resize(300, 300);
    panel.show();
    auto* table = panel.findChild<QTableView*>("sentenceTable");
    table->sortByColumn(SentenceModel::LossColumn, Qt::AscendingOrder);
    QSignalSpy chosen(&panel, &ui::SentenceTablePanel::sentenceChosen);
    table->selectRow(100);
    QCOMPARE(chosen.size(), 1);
    table->verticalScrollBar()->setValue(1500);
    const int place = table->verticalScrollBar()->value();
    QVERIFY(place > 0);
    for (AttentionSnapshotPtr& one : pictures)
        one = picture(index(one->sentence), 200 - one->loss); // the order turns round
    model.takePictures(pictures);
    QTRY_COMPARE(table->model()->index(0, 0).data(SentenceModel::IdRole).toInt(), 199);
    QCOMPARE(table->verticalScrollBar()->value(), place);
    QCOMPARE(panel.chosenRow().data(SentenceModel::IdRole).toInt(), 100);
    QCOMPARE(chosen.size(), 1); // nobody chose another one
}

void SentenceTableTest::exportsTheHistograms()
{
    WindowFixture f;
    trainOne(f);
    const auto* rows = f.find<QTableView>("sentenceTable")->model();
    QTRY_VERIFY(rows->index(rows->rowCount() - 1, SentenceModel::LossColumn).data().isValid());
    f.action("actionSaveHistograms")->trigger();
    auto* dialog = f.find<ui::ExportDialog>("exportDialog");
    QVERIFY(dialog);
    const QString file = ui::toQString(f.folder.path() / "spread.svg");
    dialog->setFormat("svg");
    dialog->setAskForFile([file](QWidget*, const QString&, const QString&) { return file; });
    dialog->save();
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QString svg = QString::fromUtf8(saved.readAll());
    for (const char* title : {"Length", "Loss", "BLEU", "Confidence"})
        QVERIFY2(svg.contains(QString("aria-label=\"%1\"").arg(title)), title);
    QVERIFY(svg.contains("sentences</title>")); // a bar says how many
}

void SentenceTableTest::savesWhatIsShown()
{
    SentenceModel model;
    QSettings settings(QDir::temp().filePath("unused.ini"), QSettings::IniFormat);
    ui::SentenceTablePanel panel(model, settings);
    model.add(sentence(0, "say \"hi\"", "dis « salut »"));
    model.add(sentence(1, "bye", "salut"));
    model.takePictures({picture(0, 2.5)});
    model.takeScores({1, {{SentenceId(0), "salut", 12.5, 30}}});
    TemporaryFolder folder;
    const QString path = ui::toQString(folder.path() / "table");
    panel.askForFile = [&](QWidget*, const QString&) { return path; };
    panel.findChild<QLineEdit*>("sentenceFilter")->setText("dis");
    panel.save->trigger();
    QFile file(path + ".csv");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split("\r\n");
    QCOMPARE(lines.size(), 3); // head, one sentence, nothing
    QVERIFY(lines[0].startsWith("sentence,source,target,translation,length,loss,bleu,chrf,entropy,"));
    QVERIFY(lines[1].startsWith("0,\"say \"\"hi\"\"\",dis « salut »,salut,2,2.5,12.5,30,"));
    QSignalSpy failed(&panel, &ui::SentenceTablePanel::failed);
    panel.askForFile = [](QWidget*, const QString&) { return QString("/nowhere/at/all.csv"); };
    panel.save->trigger();
    QCOMPARE(failed.size(), 1);
}

void SentenceTableTest::anOpenedRunHasItsScores()
{
    WindowFixture f;
    trainOne(f);
    const auto run = f.bench().folder();
    f.action("actionStop")->trigger();
    QTRY_VERIFY(!f.session().active());
    f.reopen();
    f.bench().openRun(run);
    auto* table = f.find<QTableView>("sentenceTable");
    const int bleu = SentenceModel::columnOf(SentenceMeasure::Bleu), loss = SentenceModel::LossColumn;
    QTRY_COMPARE(table->model()->rowCount(), 15);
    for (int row = 0; row < 15; ++row) {
        QTRY_VERIFY(!table->model()->index(row, bleu).data().toString().isEmpty());
        QTRY_VERIFY(!table->model()->index(row, loss).data().toString().isEmpty());
    }
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::SentenceTableTest)

#include "sentence_table_test.moc"
