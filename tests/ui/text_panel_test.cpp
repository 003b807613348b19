// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/dialogs/dataset_dialog.h"
#include "ui/dialogs/dataset_labels.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/models/sentence_model.h"
#include "ui/panels/weight_bars.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/links_scene.h"
#include "ui/views/links_view.h"
#include "ui/views/text_attention_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

namespace alignoscope::testing {

using namespace ui;

/// The way of a classifier through the real window: dataset, training, text, table, export, and the run again.
class TextPanelTest : public QObject {
    Q_OBJECT

private slots:
    void reviewsChooseTheClassifier();
    void textIsLiveWhileItTrains();
    void tableShowsTheText();
    void typedTextsAreSorted();
    void wordsAreReadInTheInspector();
    void exportsWhatIsSeen();
    void paddingTakesItsShare();
    void anOpenedRunAnswers();
    void translationsComeBack();
    void everyControlHasANameToSay();

private:
    struct Window : WindowFixture {
        Window() { window->resize(1280, 800); }
        TextAttentionView* text() { return find<TextAttentionView>("textAttentionView"); }
        QAbstractItemModel* rows() { return find<QTableView>("sentenceTable")->model(); }
        QString said(const char* label)
        {
            return find<QLabel>(label)->text().remove(QChar(0x2068)).remove(QChar(0x2069)); // isolates of a label
        }
        bool sees(const QString& title)
        {
            auto* tabs = find<QTabWidget>("tabs");
            for (int tab = 0; tab < tabs->count(); ++tab)
                if (tabs->tabText(tab).remove('&') == title)
                    return tabs->isTabVisible(tab);
            return false;
        }
        /// Texts whose label is the word that stands in them: learnt in moments.
        void loadTexts()
        {
            std::string lines;
            const std::vector<std::string> fill{"the", "film", "was", "and", "then", "it", "went", "on"};
            for (int i = 0; i < 400; ++i) {
                const bool good = i % 2 == 0;
                std::string text;
                for (int word = 0; word < 4 + i % 5; ++word)
                    text += fill[static_cast<std::size_t>((i * 7 + word * (1 + i % 3)) % 8)] + ' ';
                text += good ? "wonderful " : "dreadful ";
                text += fill[static_cast<std::size_t>(i / 8 % 8)] + ' ' + fill[static_cast<std::size_t>(i / 64)];
                lines += (good ? "good\t" : "bad\t") + text + '\n';
            }
            bench().loadCorpus(CorpusSource::parse({folder.write("texts.tsv", lines).string()}));
            QTRY_VERIFY(bench().dataset());
            QCOMPARE(bench().task(), Task::Classification);
        }
        void useTinyClassifier(bool maskPadding = true)
        {
            ModelOptions model;
            model.task = Task::Classification;
            model.classifier.embedding = 16;
            model.classifier.units = model.classifier.filters = model.classifier.dense = 8;
            model.classifier.positions = 20;
            model.classifier.maskPadding = maskPadding;
            TrainingOptions training;
            training.batch = 16;
            training.epochs = 0;
            training.steps = 1000000;
            training.learningRate = 0.01;
            training.threads = 1;
            training.snapshotEvery = 2;
            training.validateEvery = 20;
            bench().setOptions(model, training, {});
        }
        void train(qint64 steps = 60)
        {
            action("actionStart")->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(lastStep > steps, 60'000);
            action("actionPause")->trigger();
            QTRY_VERIFY(text()->snapshot());
            const int loss = SentenceModel::LossColumn;
            QTRY_VERIFY(rows()->rowCount() > 5 && rows()->index(rows()->rowCount() - 1, loss).data().isValid());
        }
        /// Types a text and waits for the answer.
        void ask(const QString& question)
        {
            auto* line = find<QLineEdit>("textSource");
            QTRY_VERIFY(line->isEnabled());
            line->setText(question);
            QTest::keyClick(line, Qt::Key_Return);
            QTRY_VERIFY(text()->snapshot()
                        && static_cast<int>(text()->snapshot()->sourceTokens.size()) == question.split(' ').size());
        }
    };
};

void TextPanelTest::reviewsChooseTheClassifier()
{
    Window f;
    QVERIFY(!f.sees("Text"));
    f.action("actionOpenDataset")->trigger();
    auto* dialog = f.window->findChild<DatasetDialog*>();
    auto* sources = dialog->findChild<QListWidget*>("datasetSources");
    const auto reviews = sources->findItems("reviews", Qt::MatchExactly);
    QCOMPARE(reviews.size(), 1);
    sources->setCurrentItem(reviews.first());
    auto* use = dialog->findChild<QPushButton*>("datasetUse");
    QTRY_VERIFY_WITH_TIMEOUT(use->isEnabled(), 60'000);
    const auto* labels = dialog->findChild<DatasetLabels*>("datasetLabels");
    QVERIFY(labels->isVisible());
    QVERIFY2(labels->words().contains("negative ") && labels->words().contains("positive "),
             qPrintable(labels->words()));
    QVERIFY(!dialog->findChild<QWidget*>("datasetTargetTokenizer")->isVisible());
    QTest::mouseClick(use, Qt::LeftButton);
    QTRY_COMPARE(f.bench().task(), Task::Classification);
    QVERIFY(f.bench().whyNotStart().isEmpty());
    for (const char* seen : {"Text", "Attention", "Links"})
        QVERIFY2(f.sees(seen), seen);
    for (const char* hidden : {"Translate", "Beam", "What if", "Compare", "Explanation", "States"})
        QVERIFY2(!f.sees(hidden), hidden);
    QCOMPARE(f.find<QTabWidget>("tabs")->tabText(f.find<QTabWidget>("tabs")->currentIndex()).remove('&'),
             QString("Text"));
    QVERIFY(!f.bench().whyNotTranslate().isEmpty());
    QVERIFY(f.action("actionPreset_quick") && !f.action("actionPreset_quick")->isEnabled());
    QVERIFY(f.action("actionPreset_quick")->toolTip().contains("translates"));
}

void TextPanelTest::textIsLiveWhileItTrains()
{
    Window f;
    f.loadTexts();
    f.useTinyClassifier();
    f.action("actionStart")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(f.text()->snapshot(), 60'000);
    const qint64 first = f.text()->snapshot()->step;
    QTRY_VERIFY_WITH_TIMEOUT(f.text()->snapshot()->step > first, 60'000); // by itself
    QTRY_VERIFY(f.said("textDecision").contains("% sure"));
    QVERIFY(f.said("textCaption").contains("after"));
    QTRY_VERIFY(f.find<WeightBars>("textBars")->bars().size() == 2); // both labels, once the model was asked
    const auto bars = f.find<WeightBars>("textBars")->bars();
    QVERIFY(std::abs(bars[0].weight + bars[1].weight - 1) < 1e-6);
    QVERIFY(f.find<QComboBox>("curvesMeasure")->currentText().contains("right texts"));
}

void TextPanelTest::tableShowsTheText()
{
    Window f;
    f.loadTexts();
    f.useTinyClassifier();
    f.train();
    auto* table = f.find<QTableView>("sentenceTable");
    table->sortByColumn(SentenceModel::columnOf(SentenceMeasure::LabelConfidence), Qt::AscendingOrder);
    double before = 0;
    for (int row = 0; row < f.rows()->rowCount(); ++row) {
        const QVariant confidence = f.rows()
                                        ->index(row, SentenceModel::columnOf(SentenceMeasure::LabelConfidence))
                                        .data(SentenceModel::SortRole);
        QVERIFY(confidence.toDouble() >= before);
        before = confidence.toDouble();
    }
    const int id = f.rows()->index(3, 0).data(SentenceModel::IdRole).toInt();
    table->selectRow(3);
    QTRY_VERIFY(f.text()->snapshot() && index(f.text()->snapshot()->sentence) == id);
    const QString label = f.rows()->index(3, SentenceModel::LabelColumn).data().toString();
    QVERIFY(f.said("textTruth").contains("right") || f.said("textTruth").contains(label));
    // the other views show the same text
    f.showTab("Attention");
    QTRY_COMPARE(index(f.find<HeatmapView>("attentionHeatmap")->snapshot()->sentence), id);
    QCOMPARE(f.find<HeatmapView>("attentionHeatmap")->look().across, QString("words"));
    QVERIFY(f.said("attentionCaption").contains("% sure"));
    f.showTab("Links");
    const auto* links = f.window->findChild<LinksView*>();
    QCOMPARE(links->snapshot()->sentence, f.text()->snapshot()->sentence);
    QCOMPARE(links->scene().below, QString("label"));
}

void TextPanelTest::typedTextsAreSorted()
{
    Window f;
    f.loadTexts();
    f.useTinyClassifier();
    f.train(300);
    f.ask("then it was dreadful and on");
    QVERIFY(f.said("textCaption").startsWith("Your text"));
    QTRY_VERIFY(f.said("textDecision").startsWith("bad"));
    QVERIFY(f.said("textTruth").contains("Nobody"));
    f.ask("the wonderful film");
    QTRY_VERIFY(f.said("textDecision").startsWith("good"));
    QTest::keyClick(f.find<QLineEdit>("textSource"), Qt::Key_Escape); // back to the chosen one
    QTRY_VERIFY(f.said("textCaption").startsWith("The chosen text"));
}

void TextPanelTest::wordsAreReadInTheInspector()
{
    Window f;
    f.loadTexts();
    f.useTinyClassifier();
    f.train();
    f.text()->setFocus();
    QTest::keyClick(f.text(), Qt::Key_Home);
    const QString word = QString::fromStdString(f.text()->snapshot()->sourceTokens.front());
    QTRY_VERIFY(f.said("inspectorCell").endsWith("← " + word));
    QVERIFY(f.said("inspectorRow").startsWith("When it decides for"));
    QVERIFY(f.said("textReadout").contains(word));
    f.ask("it was wonderful"); // no word of it is pointed at
    QTRY_VERIFY(!f.said("textReadout").contains("rank"));
}

void TextPanelTest::exportsWhatIsSeen()
{
    Window f;
    QVERIFY(!f.action("actionExport")->isEnabled());
    f.loadTexts();
    f.useTinyClassifier();
    f.train();
    const auto save = [&f](const QString& ending) {
        const QString path = toQString(f.folder.path()) + "/figure." + ending;
        f.action("actionExport")->trigger();
        auto* dialog = f.window->findChild<ExportDialog*>();
        dialog->setFormat(ending);
        dialog->setAskForFile([path](QWidget*, const QString&, const QString&) { return path; });
        QTest::mouseClick(dialog->findChild<QPushButton*>("exportSave"), Qt::LeftButton);
        delete dialog;
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY(f.action("actionExport")->isEnabled());
    QVERIFY(save("pdf").startsWith("%PDF"));
    QVERIFY(save("svg").contains("<svg"));
    const QByteArray csv = save("csv");
    QVERIFY(csv.startsWith("position,word,unknown,weight"));
    QCOMPARE(csv.count('\n'), f.text()->snapshot()->sources() + 1);
    QVERIFY(save("json").contains("\"predicted\""));
}

void TextPanelTest::paddingTakesItsShare()
{
    Window f;
    f.loadTexts();
    f.useTinyClassifier(false);
    f.train();
    auto* box = f.find<QCheckBox>("textPadding");
    QTRY_VERIFY(box->isEnabled());
    QVERIFY(box->isChecked());
    QVERIFY2(f.text()->paddingText().startsWith("padding 0."), qPrintable(f.text()->paddingText()));
    QTest::keyClick(box, Qt::Key_Space);
    QCOMPARE(f.text()->paddingText(), QString());

    Window masked;
    masked.loadTexts();
    masked.useTinyClassifier();
    masked.train();
    QVERIFY(!masked.find<QCheckBox>("textPadding")->isEnabled());
    QCOMPARE(masked.text()->paddingText(), QString());
    QVERIFY(!masked.find<QCheckBox>("textPadding")->toolTip().isEmpty());
}

void TextPanelTest::anOpenedRunAnswers()
{
    Window f;
    f.loadTexts();
    f.useTinyClassifier();
    f.train(100);
    f.action("actionStop")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().active(), 60'000);
    const std::filesystem::path run = f.bench().folder();
    f.reopen();
    f.window->resize(1280, 800);
    QVERIFY(!f.sees("Text"));
    f.bench().openRun(run);
    QTRY_VERIFY_WITH_TIMEOUT(f.bench().task() == Task::Classification && f.text()->snapshot(), 60'000);
    QVERIFY(f.sees("Text"));
    QTRY_VERIFY(f.rows()->rowCount() > 5);
    QVERIFY(f.rows()->index(f.rows()->rowCount() - 1, SentenceModel::LossColumn).data().isValid());
    f.ask("the dreadful film went on");
    QTRY_VERIFY(f.said("textDecision").contains("% sure"));
    QTRY_COMPARE(f.find<WeightBars>("textBars")->bars().size(), std::size_t{2});
}

void TextPanelTest::translationsComeBack()
{
    Window f;
    f.loadTexts();
    QVERIFY(f.sees("Text"));
    f.bench().loadCorpus(CorpusSource::parse({f.writeCorpus().string()}));
    QTRY_COMPARE(f.bench().task(), Task::Translation);
    QVERIFY(!f.sees("Text"));
    QVERIFY(f.sees("Translate"));
    QCOMPARE(f.find<QTabWidget>("tabs")->tabText(f.find<QTabWidget>("tabs")->currentIndex()).remove('&'),
             QString("Attention"));
    QVERIFY(f.bench().whyNotStart().isEmpty());
    QCOMPARE(f.find<QLineEdit>("watchSource")->placeholderText(), QString("Watch a sentence…"));
}

void TextPanelTest::everyControlHasANameToSay()
{
    Window f;
    f.loadTexts();
    for (const char* name :
         {"textSource", "textClassify", "textStretched", "textPadding", "textZoomIn", "textZoomOut"}) {
        auto* widget = f.find<QWidget>(name);
        QVERIFY2(widget, name);
        auto* button = qobject_cast<QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), name);
        QVERIFY2(!widget->toolTip().isEmpty(), name);
        QVERIFY2(widget->focusPolicy() & Qt::TabFocus, name);
    }
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::TextPanelTest)
#include "text_panel_test.moc"
