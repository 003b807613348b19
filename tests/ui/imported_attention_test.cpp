// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "sample_snapshot.h"

#include "ui/panels/file_actions.h"
#include "ui/views/heatmap_view.h"

#include "alignoscope/attention_export.h"

#include <QDialog>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTableView>
#include <QToolButton>

namespace alignoscope::testing {

/// Attention of other programs in the window.
class ImportedAttentionTest : public QObject {
    Q_OBJECT

private slots:
    void fillsTheSentencesAndShowsTheChosenOne();
    void whatNeedsAModelIsGreyAndSaysWhy();
    void opensFromTheMenuAndByDragAndDrop();
    void aDamagedFileIsAMessageAndChangesNothing();
    void anEmptyListIsAMessage();
    void aDatasetPutsItAside();
    void newRunBringsTheDatasetBack();
    void aRunPutsItAside();
    void tenThousandSentencesStayFluid();
    void everyFormatOpensByItsContent_data();
    void everyFormatOpensByItsContent();
    void whatWasAssumedIsAlwaysInReach();
    void skippedSentencesAreTold();
    void missingWordsAreAskedForAndTaken();
    void textsDroppedWithTheFileAreItsWords();
    void aCorpusIsStillACorpus();

private:
    static std::filesystem::path write(const WindowFixture& f, const std::vector<AttentionSnapshotPtr>& pictures,
                                       const std::string& name = "attention.json")
    {
        return f.folder.write(name, attentionToJson(pictures));
    }
    static std::filesystem::path writeTwo(const WindowFixture& f)
    {
        return write(f,
                     {diagonal({"the", "cat", "</s>"}, {"le", "chat", "</s>"}),
                      diagonal({"▁sleep", "ing", "</s>"}, {"▁dort", "</s>"}, 0.5F)});
    }
    static void open(WindowFixture& f, const std::filesystem::path& file)
    {
        f.window->openPaths({ui::toQString(file)});
        QTRY_VERIFY(f.bench().attention());
    }
    static ui::HeatmapView* heatmap(WindowFixture& f) { return f.find<ui::HeatmapView>("attentionHeatmap"); }
    static QString message(WindowFixture& f) { return f.find<QLabel>("message")->text(); }
};

void ImportedAttentionTest::fillsTheSentencesAndShowsTheChosenOne()
{
    WindowFixture f;
    open(f, writeTwo(f));
    auto* table = f.find<QTableView>("sentenceTable");
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QString("the cat"));
    QCOMPARE(table->model()->index(1, 0).data().toString(), QString("sleeping")); // pieces are joined
    QVERIFY(table->selectionModel()->isRowSelected(0));
    QVERIFY(heatmap(f)->snapshot());
    QCOMPARE(heatmap(f)->snapshot()->targetTokens[1], std::string("chat"));
    QCOMPARE(heatmap(f)->snapshot()->weight(1, 1), 0.75F);
    QVERIFY(f.find<QLabel>("attentionCaption")->text().contains("Imported"));
    table->selectRow(1);
    QCOMPARE(heatmap(f)->snapshot()->sources(), 3);
    QCOMPARE(heatmap(f)->snapshot()->targets(), 2);
    QVERIFY(f.window->windowTitle().contains("attention.json"));
    QTRY_COMPARE(table->model()->index(1, 1).data().toInt(), 2);      // its length, the end left out
    QVERIFY(table->model()->index(1, 2).data().toString().isEmpty()); // its loss is not known
}

void ImportedAttentionTest::whatNeedsAModelIsGreyAndSaysWhy()
{
    WindowFixture f;
    f.loadCorpus();
    f.bench().watch("a b", "b a");
    open(f, writeTwo(f));
    for (const char* name : {"actionStart", "actionPause", "actionStep", "actionStop", "actionModelSettings"}) {
        QVERIFY2(!f.action(name)->isEnabled(), name);
        QVERIFY2(f.action(name)->toolTip().contains("There is no model here: the attention was imported"), name);
    }
    QVERIFY(!f.action("actionSaveRunAs")->isEnabled());
    QVERIFY(f.bench().whyNotTranslate().contains("imported"));
    QVERIFY(f.action("actionExport")->isEnabled());
    QVERIFY(!f.find<QLineEdit>("watchSource")->isEnabled());
    QVERIFY(f.find<QLineEdit>("watchSource")->toolTip().contains("of the file"));
    QCOMPARE(f.find<QTableView>("sentenceTable")->model()->rowCount(), 2); // what waits for training waits elsewhere
}

void ImportedAttentionTest::opensFromTheMenuAndByDragAndDrop()
{
    WindowFixture f;
    const QString file = ui::toQString(writeTwo(f));
    f.window->findChild<ui::FileActions*>()->setAskForFile(
        [file](QWidget*, const QString&, const QString&) { return file; });
    f.action("actionOpenAttention")->trigger();
    QTRY_VERIFY(f.bench().attention());

    WindowFixture g;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDropEvent drop({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    static_cast<QObject*>(g.window.get())->event(&drop); // the application passes on only what a pointer dragged in
    QTRY_VERIFY(g.bench().attention());
    QCOMPARE(g.bench().attention()->sentences.size(), 2u);
}

void ImportedAttentionTest::aDamagedFileIsAMessageAndChangesNothing()
{
    WindowFixture f;
    open(f, writeTwo(f));
    const auto bad = f.folder.write("bad.json", R"([{"source": ["a", "b"], "target": ["c"], "attention": [[0.5]]}])");
    f.window->openPaths({ui::toQString(bad)});
    QTRY_VERIFY(message(f).contains("no sentence of it can be read"));
    QVERIFY(message(f).contains("1 columns for 2 source words"));
    QCOMPARE(f.bench().attention()->request.file.filename().string(), std::string("attention.json"));
    QVERIFY(heatmap(f)->snapshot());
}

void ImportedAttentionTest::anEmptyListIsAMessage()
{
    WindowFixture f;
    f.window->openPaths({ui::toQString(f.folder.write("none.json", "[]"))});
    QTRY_VERIFY(message(f).contains("no sentence"));
    QVERIFY(!f.bench().attention());
}

void ImportedAttentionTest::aDatasetPutsItAside()
{
    WindowFixture f;
    open(f, writeTwo(f));
    f.loadCorpus();
    QVERIFY(!f.bench().attention());
    QVERIFY(!heatmap(f)->snapshot());
    QCOMPARE(f.find<QTableView>("sentenceTable")->model()->rowCount(), 0);
    QVERIFY(f.action("actionStart")->isEnabled());
    QVERIFY(!f.window->windowTitle().contains("attention.json"));
    f.useTinyModel(4);
    f.action("actionStart")->trigger();
    QTRY_VERIFY(heatmap(f)->snapshot());
    QTRY_VERIFY(!f.session().active());
    QVERIFY(f.find<QLabel>("attentionCaption")->text().contains("steps"));
}

void ImportedAttentionTest::newRunBringsTheDatasetBack()
{
    WindowFixture f;
    f.loadCorpus();
    f.bench().watch("a b", "b a");
    open(f, writeTwo(f));
    QVERIFY(f.action("actionNewRun")->isEnabled());
    f.action("actionNewRun")->trigger();
    QVERIFY(!f.bench().attention());
    QVERIFY(f.action("actionStart")->isEnabled());
    QCOMPARE(f.find<QTableView>("sentenceTable")->model()->rowCount(), 1);
    QVERIFY(f.window->windowTitle().contains("backwards"));
}

void ImportedAttentionTest::aRunPutsItAside()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel(4);
    f.action("actionStart")->trigger();
    QTRY_VERIFY(f.session().active());
    f.window->openPaths({ui::toQString(writeTwo(f))}); // not while something trains
    QTRY_VERIFY(!f.session().active());
    QVERIFY(!f.bench().attention());
    const auto folder = f.bench().folder();
    open(f, writeTwo(f));
    QVERIFY(f.bench().folder().empty());
    f.window->openPaths({ui::toQString(folder)});
    QTRY_VERIFY(!f.bench().folder().empty());
    QVERIFY(!f.bench().attention());
    QTRY_VERIFY(heatmap(f)->snapshot());
    QVERIFY(f.find<QLabel>("attentionCaption")->text().contains("steps"));
}

void ImportedAttentionTest::tenThousandSentencesStayFluid()
{
    WindowFixture f;
    std::vector<AttentionSnapshotPtr> pictures;
    for (int i = 0; i < 10'000; ++i)
        pictures.push_back(diagonal({"word" + std::to_string(i), "b", "c", "d", "</s>"}, {"e", "f", "g", "</s>"}));
    const auto file = write(f, pictures);
    QElapsedTimer watch;
    qint64 longest = 0;
    QTimer frames; // nothing keeps the window's thread for long
    connect(&frames, &QTimer::timeout, this, [&] { longest = std::max(longest, watch.restart()); });
    frames.start(1);
    watch.start();
    open(f, file);
    auto* table = f.find<QTableView>("sentenceTable");
    QCOMPARE(table->model()->rowCount(), 10'000);
    QTRY_COMPARE(table->model()->index(9'999, 1).data().toInt(), 4);
    table->selectRow(9'000);
    QCOMPARE(heatmap(f)->snapshot()->sourceTokens[0], std::string("word9000"));
    qInfo("longest time between two turns of the event loop: %lld ms", longest);
}

void ImportedAttentionTest::everyFormatOpensByItsContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    const auto bytes = [](const std::string& text) { return QByteArray::fromStdString(text); };
    const std::vector<AttentionSnapshotPtr> pictures = {diagonal({"the", "cat", "</s>"}, {"le", "chat", "</s>"}),
                                                        diagonal({"no", "</s>"}, {"non", "</s>"})};
    QTest::newRow("json") << bytes(attentionToJson(pictures)) << "JSON";
    QTest::newRow("marian soft") << bytes(attentionToMarianSoft(pictures)) << "Marian, weights";
    QTest::newRow("marian hard") << bytes(attentionToMarianHard(pictures)) << "Marian, links";
    QTest::newRow("nematus") << bytes(attentionToNematus(pictures)) << "Nematus";
    QTest::newRow("npy") << bytes(attentionToNpy(pictures)) << "NumPy array";
    QTest::newRow("pharaoh") << bytes(attentionToPharaoh(pictures)) << "links";
    QTest::newRow("opennmt") << QByteArray("0 ||| le chat ||| 0 ||| the cat ||| 0 0\n0.7 0.3\n0.1 0.9\n\n"
                                           "0 ||| non ||| 0 ||| no ||| 0 0\n1\n\n")
                             << "OpenNMT-lua";
    QTest::newRow("amunmt") << QByteArray("le chat ||| 0-0 1-0\nnon ||| 0-0\n") << "AmuNMT";
    QTest::newRow("giza") << QByteArray("# Sentence pair (1)\nle chat\nNULL ({ 1 }) cat ({ 2 })\n"
                                        "# Sentence pair (2)\nnon\nNULL ({ }) no ({ 1 })\n")
                          << "GIZA++ links";
}

void ImportedAttentionTest::everyFormatOpensByItsContent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    WindowFixture f;
    open(f, f.folder.write("attention.dat", bytes.toStdString())); // its name says nothing
    QCOMPARE(f.find<QTableView>("sentenceTable")->model()->rowCount(), 2);
    QVERIFY(heatmap(f)->snapshot());
    QVERIFY(f.find<QWidget>("importNote")->isVisible());
    QCOMPARE(f.find<QLabel>("importText")->text(), format + " · 2 sentences");
}

void ImportedAttentionTest::whatWasAssumedIsAlwaysInReach()
{
    WindowFixture f;
    QVERIFY(!f.find<QWidget>("importNote")->isVisible());
    open(f, f.folder.write("soft", "le chat ||| 0.7,0.2,0.1 0.1,0.8,0.1 0.2,0.2,0.6\n"));
    f.find<QToolButton>("importDetails")->click();
    auto* dialog = f.window->findChild<QDialog*>("importDialog");
    QVERIFY(dialog && dialog->isVisible());
    const QString told = dialog->findChild<QPlainTextEdit*>("importDetailsText")->toPlainText();
    QVERIFY2(told.contains("The last row and column are the end of the sentence."), qPrintable(told));
    QVERIFY(told.contains("no source words"));
    dialog->reject();
    f.loadCorpus();
    QVERIFY(!f.find<QWidget>("importNote")->isVisible());
}

void ImportedAttentionTest::skippedSentencesAreTold()
{
    WindowFixture f;
    open(f, f.folder.write("soft", "le ||| 0.5,0.5 0,1\nle chat ||| 0.5,0.5\nnon ||| 0.5,0.5 x,1\n"));
    QVERIFY(f.find<QLabel>("importText")->text().contains("2 left out"));
    QVERIFY(f.find<QLabel>("importText")->toolTip().contains("2 sentences could not be read:"));
    QVERIFY(f.find<QLabel>("importText")->toolTip().contains("Line 2: 1 rows for 2 target words"));
    auto* line = f.find<QLabel>("importText");
    QVERIFY(line->fontMetrics().horizontalAdvance(line->text()) <= line->width());
}

void ImportedAttentionTest::missingWordsAreAskedForAndTaken()
{
    WindowFixture f;
    open(f, f.folder.write("links", "0-0 1-1\n0-0\n"));
    QVERIFY(f.find<QToolButton>("importSourceText")->isVisible());
    QVERIFY(f.find<QToolButton>("importTargetText")->isVisible());
    QCOMPARE(heatmap(f)->snapshot()->sourceTokens[1], std::string("2"));
    auto* files = f.window->findChild<ui::FileActions*>();
    files->setAskForText([](QWidget*, const QString&, const QString&) { return QString(); });
    f.find<QToolButton>("importSourceText")->click(); // a refusal changes nothing
    QVERIFY(!f.bench().loading());
    const QString source = ui::toQString(f.folder.write("source", "the cat\nno\n"));
    files->setAskForText([source](QWidget*, const QString&, const QString&) { return source; });
    f.find<QToolButton>("importSourceText")->click();
    QTRY_VERIFY(!f.find<QToolButton>("importSourceText")->isVisible());
    QTRY_COMPARE(heatmap(f)->snapshot()->sourceTokens[1], std::string("cat"));
    const QString target = ui::toQString(f.folder.write("target", "le chat\nnon\n"));
    files->setAskForText([target](QWidget*, const QString&, const QString&) { return target; });
    f.find<QToolButton>("importTargetText")->click();
    QTRY_VERIFY(!f.find<QToolButton>("importTargetText")->isVisible());
    QTRY_COMPARE(heatmap(f)->snapshot()->targetTokens[1], std::string("chat"));
    QCOMPARE(heatmap(f)->snapshot()->sourceTokens[1], std::string("cat")); // what was given before stays
}

void ImportedAttentionTest::textsDroppedWithTheFileAreItsWords()
{
    WindowFixture f;
    f.window->openPaths({ui::toQString(f.folder.write("links", "0-0 1-1\n")),
                         ui::toQString(f.folder.write("source", "the cat\n")),
                         ui::toQString(f.folder.write("target", "le chat\n"))});
    QTRY_VERIFY(f.bench().attention());
    QCOMPARE(heatmap(f)->snapshot()->sourceTokens[1], std::string("cat"));
    QCOMPARE(heatmap(f)->snapshot()->targetTokens[1], std::string("chat"));
}

void ImportedAttentionTest::aCorpusIsStillACorpus()
{
    WindowFixture f;
    f.window->openPaths({ui::toQString(f.folder.write("pairs.json", "{\"en\": \"the cat\", \"fr\": \"le chat\"}\n"))});
    QVERIFY(f.window->findChild<QDialog*>("datasetDialog"));
    QVERIFY(!f.bench().loading());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::ImportedAttentionTest)

#include "imported_attention_test.moc"
