// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "sample_snapshot.h"

#include "ui/panels/file_actions.h"
#include "ui/views/heatmap_view.h"

#include "alignoscope/attention_export.h"

#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
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
    const auto bad = f.folder.write("bad.json", R"([{"source": ["a", "b"], "target": ["c"], "attention": [[0.5, 0.5]]},
                        {"source": ["a", "b"], "target": ["c"], "attention": [[0.5]]}])");
    f.window->openPaths({ui::toQString(bad)});
    QTRY_VERIFY(message(f).contains("sentence 2, row 1"));
    QVERIFY(message(f).contains("2 numbers"));
    QCOMPARE(f.bench().attention()->file.filename().string(), std::string("attention.json"));
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

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::ImportedAttentionTest)

#include "imported_attention_test.moc"
