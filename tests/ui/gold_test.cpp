// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"
#include "sample_snapshot.h"

#include "ui/dialogs/gold_dialog.h"
#include "ui/dialogs/links_preview.h"
#include "ui/models/sentence_model.h"
#include "ui/panels/gold_actions.h"
#include "ui/views/curves_view.h"
#include "ui/views/heatmap_view.h"

#include "alignoscope/attention_export.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace alignoscope::testing {

using ui::SentenceMeasure;
using ui::SentenceModel;

/// Alignments made by hand, from a file into the window.
class GoldTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhatItRecognised();
    void saysWhyAFileDoesNotBelong();
    void aRunIsTrainedWithIt();
    void aRunOnTheTableTakesItLater();
    void offersToSplitAtWhiteSpace();
    void importedAttentionTakesItByItsLines();

private:
    /// For the fixture's corpus: the letters stand backwards. NAACL's syntax, or a line a pair.
    static std::string links(bool naacl)
    {
        std::string text;
        for (int i = 0; i < 300; ++i) {
            int length = 0;
            for (int rest = 8 + i * 13; rest > 0; rest /= 8)
                ++length;
            for (int k = 0; k < length; ++k)
                text += naacl
                    ? std::to_string(i + 1) + ' ' + std::to_string(k + 1) + ' ' + std::to_string(length - k) + " S\n"
                    : std::to_string(k) + '-' + std::to_string(length - 1 - k) + ' ';
            if (!naacl)
                text += '\n';
        }
        return text;
    }
    static ui::GoldDialog* open(WindowFixture& f, const std::filesystem::path& file)
    {
        const auto actions = f.window->findChild<ui::GoldActions*>();
        actions->askForFile = [file](QWidget*) { return ui::toQString(file); };
        f.action("actionLoadGold")->trigger();
        return f.find<ui::GoldDialog>("goldDialog");
    }
    static QPushButton* use(ui::GoldDialog* dialog) { return dialog->findChild<QPushButton*>("goldUse"); }
};

void GoldTest::saysWhatItRecognised()
{
    WindowFixture f;
    QVERIFY(!f.action("actionLoadGold")->isEnabled()); // of which sentences?
    f.loadCorpus();
    QTRY_VERIFY(f.action("actionLoadGold")->isEnabled());
    auto* dialog = open(f, f.folder.write("known.wa", links(true)));
    QVERIFY(dialog);
    auto* summary = dialog->findChild<QLabel*>("goldSummary");
    QTRY_VERIFY(summary->text().contains("NAACL"));
    QVERIFY(summary->text().contains("first word has number 1"));
    QTRY_VERIFY(use(dialog)->isEnabled());
    QVERIFY(dialog->findChild<QLabel*>("goldFit")->text().contains("pairs of the dataset"));
    QVERIFY(!dialog->findChild<QCheckBox*>("goldWhiteSpace")->isVisible());
    const QString shown = dialog->findChild<ui::LinksPreview*>("goldPreview")->accessibleDescription();
    QVERIFY2(shown.endsWith("0-1 1-0"), qPrintable(shown));        // two letters, backwards
    dialog->findChild<QComboBox*>("goldBase")->setCurrentIndex(1); // from 0: then links lie beyond the sentence
    QTRY_VERIFY(dialog->findChild<QLabel*>("goldProblem")->text().contains("beyond the sentence"));
    QVERIFY(!use(dialog)->isEnabled());
}

void GoldTest::saysWhyAFileDoesNotBelong()
{
    WindowFixture f;
    f.loadCorpus();
    QTRY_VERIFY(f.action("actionLoadGold")->isEnabled());
    auto* dialog = open(f, f.folder.write("short.txt", "0-0\n0-0\n"));
    auto* problem = dialog->findChild<QLabel*>("goldProblem");
    QTRY_VERIFY(problem->text().contains("2 lines"));
    QVERIFY(problem->text().contains("300 pairs"));
    QVERIFY(!use(dialog)->isEnabled());
}

void GoldTest::aRunIsTrainedWithIt()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    QTRY_VERIFY(f.action("actionLoadGold")->isEnabled());
    auto* dialog = open(f, f.folder.write("known.txt", links(false)));
    QTRY_VERIFY(use(dialog)->isEnabled());
    use(dialog)->click();
    QTRY_VERIFY(!f.bench().experiment().gold.file.empty());
    std::vector<ValidationReport> reports;
    connect(&f.session(), &ui::TrainingSession::validated, this,
            [&](const ValidationReport& report) { reports.push_back(report); });
    f.action("actionStart")->trigger();
    QTRY_VERIFY(!reports.empty());
    QVERIFY(reports.front().aer >= 0);
    QVERIFY(reports.front().mass > 0);
    auto* rows = f.find<QTableView>("sentenceTable")->model();
    const int aer = SentenceModel::columnOf(SentenceMeasure::AlignmentErrors);
    QTRY_VERIFY(!rows->index(0, aer).data().toString().isEmpty());
    const auto run = f.bench().folder();
    f.action("actionStop")->trigger();
    QTRY_VERIFY(!f.session().active());
    QCOMPARE(Run::open(run).experiment().gold.file.filename().string(), std::string("known.txt"));
}

void GoldTest::aRunOnTheTableTakesItLater()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    f.action("actionStart")->trigger();
    QTRY_VERIFY(f.lastStep > 45);
    const auto run = f.bench().folder();
    f.action("actionStop")->trigger();
    QTRY_VERIFY(!f.session().active());
    f.reopen();
    f.bench().openRun(run);
    QTRY_VERIFY(f.action("actionLoadGold")->isEnabled());
    auto* rows = f.find<QTableView>("sentenceTable")->model();
    const int aer = SentenceModel::columnOf(SentenceMeasure::AlignmentErrors);
    QTRY_COMPARE(rows->rowCount(), 15);
    QVERIFY(rows->index(0, aer).data().toString().isEmpty());
    std::vector<ui::AlignmentPoint> points;
    connect(&f.bench().reader(), &ui::RunReader::alignmentRead, this,
            [&](const std::vector<ui::AlignmentPoint>& read) { points = read; });
    auto* dialog = open(f, f.folder.write("known.wa", links(true)));
    QTRY_VERIFY(use(dialog)->isEnabled());
    use(dialog)->click();
    for (int row = 0; row < 15; ++row)
        QTRY_VERIFY(!rows->index(row, aer).data().toString().isEmpty());
    QTRY_VERIFY(points.size() >= 3); // the start and two validations
    QCOMPARE(points.front().step, std::int64_t(0));
    QCOMPARE(points.front().score.sentences, std::int64_t(15));
    QVERIFY(points.front().agreement.mass() > 0);
    QVERIFY(f.action("actionGold")->isChecked());
    auto* heatmap = f.find<ui::HeatmapView>("attentionHeatmap");
    QTRY_VERIFY(heatmap->gold());
    // in the curves, as any other measure
    auto* curves = f.find<ui::CurvesView>("curves");
    for (const auto measure : {ui::CurvesView::Measure::AlignmentErrorRate, ui::CurvesView::Measure::Mass}) {
        curves->setMeasure(measure);
        QTRY_VERIFY(curves->measuredPoints() >= 3);
    }
    f.bench().loadCorpus(CorpusSource::parse({"builtin:reverse"})); // another corpus: it is forgotten
    QTRY_COMPARE(rows->rowCount(), 0);
    QVERIFY(f.bench().experiment().gold.file.empty());
}

void GoldTest::offersToSplitAtWhiteSpace()
{
    WindowFixture f;
    const auto corpus = f.folder.write("marks.tsv", [] {
        std::string text;
        for (int i = 0; i < 60; ++i)
            text += "word" + std::to_string(i) + "! yes\toui mot" + std::to_string(i) + "!\n"; // "word7!" is two tokens
        return text;
    }());
    f.bench().loadCorpus(CorpusSource::parse({corpus.string()}));
    QTRY_VERIFY(f.action("actionLoadGold")->isEnabled());
    std::string known;
    for (int i = 0; i < 60; ++i)
        known += "0-1 1-0\n";
    auto* dialog = open(f, f.folder.write("known.txt", known));
    QTRY_VERIFY(use(dialog)->isEnabled());
    auto* whiteSpace = dialog->findChild<QCheckBox*>("goldWhiteSpace");
    QVERIFY(whiteSpace->isVisible());
    QVERIFY(dialog->findChild<QLabel*>("goldFit")->text().contains("60 of the 60"));
    whiteSpace->setChecked(true);
    use(dialog)->click();
    QTRY_COMPARE(f.bench().experiment().dataset.text.sourceTokenizer, TokenizerKind::Whitespace);
    QCOMPARE(f.bench().dataset()->options.text.targetTokenizer, TokenizerKind::Whitespace);
    QCOMPARE(f.bench().dataset()->corpus->gold.size(), std::size_t(60));
}

// The file has two sentences, so two lines of links belong to them; the second one's first word is in two pieces.
void GoldTest::importedAttentionTakesItByItsLines()
{
    WindowFixture f;
    const auto file =
        f.folder.write("attention.json",
                       attentionToJson({diagonal({"the", "cat", "</s>"}, {"le", "chat", "</s>"}),
                                        diagonal({"▁sleep", "ing", "▁dog"}, {"▁chien", "▁qui", "▁dort"})}));
    f.window->openPaths({ui::toQString(file)});
    QTRY_VERIFY(f.bench().attention());
    QTRY_VERIFY(f.action("actionLoadGold")->isEnabled());
    auto* dialog = open(f, f.folder.write("known.txt", "0-0 1-1\n0-2 1p0\n"));
    QTRY_VERIFY(use(dialog)->isEnabled());
    use(dialog)->click();

    auto* table = f.find<QTableView>("sentenceTable");
    const auto errors = [&](int row) {
        const int column = SentenceModel::columnOf(SentenceMeasure::AlignmentErrors);
        return table->model()->index(row, column).data(SentenceModel::SortRole);
    };
    QTRY_VERIFY(errors(0).isValid());
    QCOMPARE(errors(0).toDouble(), 0.0); // the diagonal is what is known
    // Sure: ▁sleep-▁dort (0-2), and ing-▁dort possible; dog-chien (2-0) possible. The diagonal 0-0 1-1 2-2 hits none:
    // AER = 1 − (0 + 0) / (3 + 1).
    QCOMPARE(errors(1).toDouble(), 100.0);
    QTRY_VERIFY(f.action("actionGold")->isChecked());
    f.bench().newRun();
    QCOMPARE(table->model()->rowCount(), 0);
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::GoldTest)

#include "gold_test.moc"
