// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset_dialog_fixture.h"
#include "support/pipe_file.h"
#include "support/shared_data.h"
#include "ui/dialogs/dataset_dialog.h"
#include "ui/models/pairs_model.h"

#include <QComboBox>
#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>
#include <QProgressBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QtTest>

#include <memory>
#include <vector>

namespace alignoscope::testing {

using namespace ui;

/// The real dialog, driven by its object names as a person drives it with mouse and keyboard.
class DatasetDialogTest : public QObject, private DatasetDialogFixture {
    Q_OBJECT

private slots:
    void init();
    void startsEmptyAndSaysWhy();
    void builtinCorpusFromTheList();
    void tsvFileThroughTheFileChooser();
    void columnsOfAWideTable();
    void twoFilesInTheOrderTheirNamesSuggest();
    void swapExchangesTheSides();
    void minimumCountChangesTheVocabulary();
    void lowerCaseJoinsWords();
    void skippedLinesAreListed();
    void tooLongPairsAreListed();
    void validationSplitIsTold();
    void errorsKeepWhatWasOpen_data();
    void errorsKeepWhatWasOpen();
    void optionsThatLeaveNothingAreRefused();
    void focusIsNoChoice();
    void threeFilesAreNoTranslations();
    void stopLoadingGoesBack();
    void aLargeFileShowsItsFirstPairsWhileItIsRead();
    void aPreviewGoesWhenReadingFails();
    void pairsAreCountedAndReadingStopsAtOnce();
    void choosingAgainCancelsTheEarlier();
    void droppedFilesAreOpened();
    void acceptGivesTheDataset();
    void rightToLeftTextIsRead();
    void everyControlHasANameToSay();
    void tatoeba();
};

namespace {

const std::string fivePairs = "The cat sleeps\tLe chat dort\n"
                              "the dog sleeps\tle chien dort\n"
                              "A cat runs\tUn chat court\n"
                              "the dog runs\tle chien court\n"
                              "The cat eats\tLe chat mange\n";

std::string manyPairs(int count)
{
    std::string lines;
    for (int i = 0; i < count; ++i)
        lines += "the number " + std::to_string(i) + "\tle nombre " + std::to_string(i) + "\n";
    return lines;
}

} // namespace

void DatasetDialogTest::init()
{
    reopen();
}

void DatasetDialogTest::startsEmptyAndSaysWhy()
{
    QVERIFY(!usable());
    QVERIFY(!find<QPushButton>("datasetUse")->toolTip().isEmpty());
    QVERIFY(find<QLabel>("datasetEmpty")->isVisible());
    QVERIFY(!find<QLabel>("datasetMessage")->isVisible());
    QVERIFY(!find<QProgressBar>("datasetProgress")->isVisible());
    QVERIFY(!m_dialog->chosen());
    m_dialog->accept(); // nothing to accept
    QVERIFY(m_dialog->isVisible());
}

void DatasetDialogTest::builtinCorpusFromTheList()
{
    auto* list = find<QListWidget>("datasetSources");
    QCOMPARE(list->count(), static_cast<int>(builtinCorpora().size()));
    const auto dates = list->findItems("dates", Qt::MatchExactly);
    QCOMPARE(dates.size(), 1);
    QVERIFY(dates.first()->data(Qt::UserRole).toString().contains("pairs"));
    list->setCurrentItem(dates.first());
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QCOMPARE(text("datasetName"), "dates");
    QCOMPARE(find<QComboBox>("datasetSourceTokenizer")->currentData().toInt(),
             static_cast<int>(TokenizerKind::Characters));
    QVERIFY(find<QTableView>("datasetPreview")->model()->rowCount() > 50);
    QVERIFY(text("lengthHistogramCaption").contains("average"));
}

void DatasetDialogTest::tsvFileThroughTheFileChooser()
{
    const QString file = path("small.tsv", fivePairs);
    QStringList begunIn;
    m_dialog->setFileChooser([file, &begunIn](QWidget*, const QString& folder) {
        begunIn << folder;
        return QStringList{file};
    });
    QTest::mouseClick(find<QPushButton>("datasetChooseFiles"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QCOMPARE(text("datasetName"), "small.tsv");
    QVERIFY(text("datasetFormat").startsWith("Tab-separated text with 2 columns, UTF-8"));
    QVERIFY(text("datasetPairs").startsWith("5 pairs"));
    QCOMPARE(text("datasetTokensSource"), "15");
    QCOMPARE(text("datasetTypesTarget"), "8");
    QVERIFY(!find<QComboBox>("datasetSourceColumn")->isVisible());
    QCOMPARE(previewed(0, 1), QStringList({"Le", "chat", "dort"}));
    QCOMPARE(find<QListWidget>("datasetSources")->currentItem()->text(), "small.tsv");
    QTest::mouseClick(find<QPushButton>("datasetChooseFiles"), Qt::LeftButton);
    QCOMPARE(begunIn, QStringList({QDir::homePath(), QFileInfo(file).absolutePath()}));
}

void DatasetDialogTest::columnsOfAWideTable()
{
    openAndWait({path("wide.tsv", "a b\tc d\te f\ng h\ti j\tk l\nm n\to p\tq r\n")});
    auto* source = find<QComboBox>("datasetSourceColumn");
    auto* target = find<QComboBox>("datasetTargetColumn");
    QVERIFY(source->isVisible());
    QCOMPARE(source->count(), 3);
    QTest::keyClick(target, Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 1), QStringList({"e", "f"}), patience);
    QCOMPARE(previewed(0, 0), QStringList({"a", "b"}));
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QTest::keyClick(source, Qt::Key_End); // the target's column: they change places
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 0), QStringList({"e", "f"}), patience);
    QCOMPARE(previewed(0, 1), QStringList({"a", "b"}));
}

void DatasetDialogTest::twoFilesInTheOrderTheirNamesSuggest()
{
    const QString target = path("train.tgt", "le chat\nle chien\nun chat\n");
    const QString source = path("train.src", "the cat\nthe dog\na cat\n");
    openAndWait({target, source});
    QVERIFY(text("datasetFormat").startsWith("Two files, line by line"));
    QCOMPARE(text("datasetSourceName"), "train.src");
    QCOMPARE(previewed(0, 0), QStringList({"the", "cat"}));
    QCOMPARE(previewed(0, 1), QStringList({"le", "chat"}));
}

void DatasetDialogTest::swapExchangesTheSides()
{
    openAndWait({path("pairs.txt", "the cat ||| le chat\nthe dog ||| le chien\na cat ||| un chat\n")});
    auto* sourceTokens = find<QComboBox>("datasetSourceTokenizer");
    sourceTokens->setCurrentIndex(sourceTokens->findData(static_cast<int>(TokenizerKind::Characters)));
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 0).size(), 7, patience);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QTest::mouseClick(find<QToolButton>("datasetSwap"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 0), QStringList({"le", "chat"}), patience);
    QCOMPARE(previewed(0, 1).size(), 7); // the tokeniser went with its side
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QTest::mouseClick(find<QToolButton>("datasetSwap"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(previewed(0, 1), QStringList({"le", "chat"}), patience);
}

void DatasetDialogTest::minimumCountChangesTheVocabulary()
{
    openAndWait({path("small.tsv", fivePairs)});
    find<QDoubleSpinBox>("datasetValidation")->setValue(0);
    QTRY_COMPARE_WITH_TIMEOUT(text("datasetVocabularySource"), "11", patience); // 8 words and 3 marks
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    find<QSpinBox>("datasetMinCount")->setValue(2);
    QVERIFY(!usable());
    QTRY_COMPARE_WITH_TIMEOUT(text("datasetVocabularySource"), "9", patience); // without A and eats
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QCOMPARE(text("datasetTypesSource"), "8");
    find<QSpinBox>("datasetVocabularyLimit")->setValue(1);
    QTRY_COMPARE_WITH_TIMEOUT(text("datasetVocabularySource"), "4", patience);
}

void DatasetDialogTest::lowerCaseJoinsWords()
{
    openAndWait({path("small.tsv", fivePairs)});
    QCOMPARE(text("datasetTypesSource"), "8");
    find<QWidget>("datasetLowercase")->setFocus();
    QTest::keyClick(find<QWidget>("datasetLowercase"), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(text("datasetTypesSource"), "7", patience);
    QCOMPARE(previewed(0, 0).first(), "the");
}

void DatasetDialogTest::skippedLinesAreListed()
{
    openAndWait({path("holes.tsv", "a b\tc d\nno tab here\ne f\tg h\n\ti j\nk l\tm n\n")});
    const auto* skipped = find<QTableView>("datasetSkipped")->model();
    QCOMPARE(skipped->rowCount(), 2);
    QCOMPARE(skipped->index(0, 0).data().toInt(), 2);
    QCOMPARE(skipped->index(1, 0).data().toInt(), 4);
    QVERIFY(!skipped->index(0, 1).data().toString().isEmpty());
    QVERIFY(find<QTabWidget>("datasetTabs")->tabText(2).contains("(2)"));
    QVERIFY(text("datasetPairs").contains("2 lines skipped"));
}

void DatasetDialogTest::tooLongPairsAreListed()
{
    openAndWait({path("small.tsv", fivePairs + "one two three four five\tun deux trois\n")});
    find<QSpinBox>("datasetMaxLength")->setValue(4);
    const auto* skipped = find<QTableView>("datasetSkipped")->model();
    QTRY_COMPARE_WITH_TIMEOUT(skipped->rowCount(), 1, patience);
    QCOMPARE(skipped->index(0, 0).data().toInt(), 6);
    QVERIFY(skipped->index(0, 1).data().toString().contains("5 source and 3 target"));
    QVERIFY(find<QTabWidget>("datasetTabs")->tabText(2).contains("(1)"));
    QVERIFY(text("lengthHistogramCaption").contains("1 pair is longer"));
}

void DatasetDialogTest::validationSplitIsTold()
{
    std::string lines;
    for (int i = 0; i < 40; ++i)
        lines += "word" + std::to_string(i) + "\tmot" + std::to_string(i) + "\n";
    openAndWait({path("forty.tsv", lines)});
    find<QDoubleSpinBox>("datasetValidation")->setValue(25);
    QTRY_COMPARE_WITH_TIMEOUT(text("datasetSplit").simplified(), "30 pairs to train on, 10 to validate", patience);
}

void DatasetDialogTest::errorsKeepWhatWasOpen_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("missing") << QStringList{"missing.tsv"} << QString() << QString();
    QTest::newRow("empty") << QStringList{"empty.tsv"} << QStringLiteral("") << QString();
    QTest::newRow("no pairs") << QStringList{"plain.txt"} << QStringLiteral("one\ntwo\nthree\n") << QString();
    QTest::newRow("not text") << QStringList{"picture.png"} << QString(4000, QChar(0)) << QString();
    QTest::newRow("unequal") << QStringList{"a.en", "a.fr"} << QStringLiteral("one\ntwo\nthree\n")
                             << QStringLiteral("un\ndeux\n");
}

void DatasetDialogTest::errorsKeepWhatWasOpen()
{
    QFETCH(QStringList, names);
    QFETCH(QString, first);
    QFETCH(QString, second);
    openAndWait({path("small.tsv", fivePairs)});
    QStringList files;
    for (const QString& name : names) {
        const QString& contents = files.isEmpty() ? first : second;
        files << (contents.isNull() ? QString::fromStdString((m_folder->path() / name.toStdString()).string())
                                    : path(name.toStdString(), contents.toStdString()));
    }
    m_dialog->openFiles(files);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("datasetMessage")->isVisible(), patience);
    QVERIFY(text("datasetMessage").contains(names.first()));
    QVERIFY(usable());
    QCOMPARE(text("datasetName"), "small.tsv");
    auto* list = find<QListWidget>("datasetSources");
    QCOMPARE(list->currentItem()->text(), "small.tsv");
    QCOMPARE(list->count(), static_cast<int>(builtinCorpora().size()) + 1);
    QTest::mouseClick(find<QToolButton>("datasetMessageClose"), Qt::LeftButton);
    QVERIFY(!find<QLabel>("datasetMessage")->isVisible());
}

void DatasetDialogTest::optionsThatLeaveNothingAreRefused()
{
    openAndWait({path("small.tsv", fivePairs)});
    find<QSpinBox>("datasetMaxLength")->setValue(1);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("datasetMessage")->isVisible(), patience);
    QVERIFY(!usable());
    QVERIFY(find<QPushButton>("datasetUse")->toolTip().contains("message"));
    find<QSpinBox>("datasetMaxLength")->setValue(10);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QVERIFY(!find<QLabel>("datasetMessage")->isVisible());
}

void DatasetDialogTest::focusIsNoChoice()
{
    auto* list = find<QListWidget>("datasetSources");
    QFocusEvent focus(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(list, &focus);
    QVERIFY(!find<QProgressBar>("datasetProgress")->isVisible());
    QVERIFY(find<QLabel>("datasetEmpty")->isVisible());
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(find<QProgressBar>("datasetProgress")->isVisible());
}

void DatasetDialogTest::threeFilesAreNoTranslations()
{
    find<QComboBox>("datasetFilesHold")->setCurrentIndex(1); // translations
    m_dialog->openFiles({"a", "b", "c"});
    QVERIFY(text("datasetMessage").contains("3 files"));
}

void DatasetDialogTest::stopLoadingGoesBack()
{
    openAndWait({path("small.tsv", fivePairs)});
    CorpusSource large;
    large.builtin = "phrases-en-fr";
    m_dialog->open(large);
    QVERIFY(find<QProgressBar>("datasetProgress")->isVisible());
    QVERIFY(!usable());
    QTest::mouseClick(find<QToolButton>("datasetCancelLoading"), Qt::LeftButton);
    QVERIFY(usable());
    QVERIFY(!find<QProgressBar>("datasetProgress")->isVisible());
    QCOMPARE(text("datasetName"), "small.tsv");
    QCOMPARE(find<QListWidget>("datasetSources")->currentItem()->text(), "small.tsv");
}

void DatasetDialogTest::aLargeFileShowsItsFirstPairsWhileItIsRead()
{
    const auto* preview = find<QTableView>("datasetPreview")->model();
    struct Seen {
        int rows = 0;
        bool loading = false, usable = true;
        QString name, pairs;
    };
    std::vector<Seen> seen;
    connect(preview, &QAbstractItemModel::modelReset, this, [&] {
        if (preview->rowCount() > 0)
            seen.push_back({preview->rowCount(), find<QProgressBar>("datasetProgress")->isVisible(), usable(),
                            text("datasetName"), text("datasetPairs")});
    });
    openAndWait({path("large.tsv", manyPairs(60'000))});
    QCOMPARE(seen.size(), std::size_t{1}); // the whole begins with the same rows: they stay where they are
    QCOMPARE(seen[0].rows, static_cast<int>(PairsModel::mostRows));
    QVERIFY(seen[0].loading);
    QVERIFY(!seen[0].usable);
    QCOMPARE(seen[0].name, "large.tsv");
    QVERIFY(seen[0].pairs.endsWith("pairs so far"));
    QCOMPARE(preview->rowCount(), static_cast<int>(PairsModel::mostRows));
    QVERIFY(text("datasetPairs").startsWith("60,000 pairs"));
    QVERIFY(!text("datasetPairs").contains("so far"));
}

void DatasetDialogTest::aPreviewGoesWhenReadingFails()
{
    openAndWait({path("small.tsv", fivePairs)});
    std::string source, target;
    for (int i = 0; i < 100'000; ++i) {
        source += "the number " + std::to_string(i) + "\n";
        target += "le nombre " + std::to_string(i) + "\n";
    }
    bool previewed = false;
    connect(find<QTableView>("datasetPreview")->model(), &QAbstractItemModel::modelReset, this,
            [&] { previewed |= text("datasetName").startsWith("long"); });
    m_dialog->openFiles({path("long.en", source), path("long.fr", target + "one line more\n")});
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QVERIFY(previewed);
    QVERIFY(text("datasetMessage").contains("number of lines"));
    QCOMPARE(text("datasetName"), "small.tsv");
    QVERIFY(text("datasetPairs").startsWith("5 pairs"));
}

void DatasetDialogTest::pairsAreCountedAndReadingStopsAtOnce()
{
    openAndWait({path("small.tsv", fivePairs)});
    PipeFile pipe(m_folder->path() / "endless.tsv", manyPairs(20'000));
    m_dialog->openFiles({QString::fromStdString(pipe.path().string())});
    QTRY_VERIFY_WITH_TIMEOUT(text("datasetProgressText").contains(" so far"), patience);
    QVERIFY(!usable());
    QTest::mouseClick(find<QToolButton>("datasetCancelLoading"), Qt::LeftButton);
    QVERIFY(usable()); // although the reader still waits for the pipe
    QCOMPARE(text("datasetName"), "small.tsv");
    QVERIFY(text("datasetPairs").startsWith("5 pairs"));
    pipe.end();
}

void DatasetDialogTest::choosingAgainCancelsTheEarlier()
{
    CorpusSource large;
    large.builtin = "phrases-en-fr";
    m_dialog->open(large);
    openAndWait({path("small.tsv", fivePairs)});
    QCOMPARE(text("datasetName"), "small.tsv");
}

void DatasetDialogTest::droppedFilesAreOpened()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path("small.tsv", fivePairs))});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_dialog.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_dialog.get(), &drop);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QCOMPARE(text("datasetName"), "small.tsv");
}

void DatasetDialogTest::acceptGivesTheDataset()
{
    openAndWait({path("small.tsv", fivePairs)});
    find<QSpinBox>("datasetMinCount")->setValue(2);
    QTRY_VERIFY_WITH_TIMEOUT(usable(), patience);
    QTest::mouseClick(find<QPushButton>("datasetUse"), Qt::LeftButton);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_dialog->chosen());
    const ChosenDataset& chosen = *m_dialog->chosen();
    QCOMPARE(chosen.options.minCount, 2);
    QCOMPARE(chosen.dataset->options, chosen.options);
    QCOMPARE(chosen.source.file.filename().string(), std::string("small.tsv"));
    QVERIFY(chosen.dataset->training.size() > 0);
}

void DatasetDialogTest::rightToLeftTextIsRead()
{
    openAndWait({path("rtl.tsv", "the house\tالبيت الكبير\nthe book\tالكتاب\nthe sea\tالبحر\n")});
    QCOMPARE(previewed(0, 1).size(), 2);
    QVERIFY(previewed(0, 1).first().isRightToLeft());
    QVERIFY(!m_dialog->grab().isNull());
}

void DatasetDialogTest::everyControlHasANameToSay()
{
    openAndWait({path("small.tsv", fivePairs)});
    for (const auto* widget : m_dialog->findChildren<QWidget*>()) {
        const bool control = qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget)
            || qobject_cast<const QTableView*>(widget) || qobject_cast<const QListWidget*>(widget);
        if (control)
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

void DatasetDialogTest::tatoeba()
{
    const auto file = sharedData("parallel/tatoeba/eng-fra.tsv.gz");
    if (!file)
        QSKIP("the shared data is not here");
    openAndWait({QString::fromStdString(file->string())});
    QVERIFY(text("datasetFormat").contains("gzip"));
    QVERIFY(text("datasetPairs").startsWith("142,787 pairs"));
    QVERIFY(text("datasetSplit").endsWith("2,000 to validate"));
}

} // namespace alignoscope::testing

QTEST_MAIN(alignoscope::testing::DatasetDialogTest)
#include "dataset_dialog_test.moc"
