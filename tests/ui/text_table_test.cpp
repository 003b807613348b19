// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_text.h"
#include "support/shared_data.h"
#include "ui/application.h"
#include "ui/bridge/paths.h"
#include "ui/models/sentence_filter.h"
#include "ui/models/sentence_model.h"
#include "ui/panels/sentence_table_panel.h"
#include "ui/views/curves_view.h"
#include "ui/views/measure_histogram.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTableView>
#include <QtTest>

namespace alignoscope::testing {

using namespace ui;

/// The table of texts with labels, fed by hand.
class TextTableTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void numbersOfAText();
    void scoresThatComeBeforeTheirText();
    void textsWithoutALabel();
    void columnsOfTexts();
    void sortsByLabelConfidenceAndLoss();
    void filtersRightAndWrong();
    void filtersByText();
    void histogramsAreThoseOfTexts();
    void savesTexts();
    void sentencesComeBack();
    void curvesShowAccuracy();

private:
    void add(int id, const std::string& text, const std::string& label, const std::string& predicted, double confidence,
             double loss)
    {
        WatchedSentence watched;
        watched.id = SentenceId(id);
        watched.source = text;
        watched.target = label;
        watched.fromValidation = true;
        m_model->add(watched);
        m_model->takeScores(TextsClassified{20, {{SentenceId(id), label, predicted, confidence, loss}}});
    }
    void addThree()
    {
        add(0, "what a film", "good", "good", 0.8, 0.22);
        add(1, "so dull", "bad", "good", 0.6, 0.92);
        add(2, "never again", "bad", "bad", 0.99, 0.01);
    }
    QVariant value(int row, SentenceMeasure measure) const
    {
        return m_model->index(row, SentenceModel::columnOf(measure)).data(SentenceModel::SortRole);
    }
    QStringList texts() const
    {
        const QAbstractItemModel& rows = *table()->model();
        QStringList all;
        for (int row = 0; row < rows.rowCount(); ++row)
            all << rows.index(row, 0).data().toString();
        return all;
    }
    QTableView* table() const { return m_panel->findChild<QTableView*>("sentenceTable"); }

    std::unique_ptr<TemporaryFolder> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SentenceModel> m_model;
    std::unique_ptr<SentenceTablePanel> m_panel;
};

void TextTableTest::init()
{
    m_panel.reset();
    m_folder = std::make_unique<TemporaryFolder>();
    m_settings = std::make_unique<QSettings>(toQString(m_folder->path() / "settings.ini"), QSettings::IniFormat);
    m_model = std::make_unique<SentenceModel>();
    m_panel = std::make_unique<SentenceTablePanel>(*m_model, *m_settings);
    m_panel->setTask(Task::Classification);
    m_panel->resize(700, 300);
    m_panel->show();
}

void TextTableTest::numbersOfAText()
{
    QAbstractItemModelTester tester(m_model.get());
    add(0, "so dull", "bad", "good", 0.6, 0.92);
    auto picture = textPicture({"so", "dull", "."}, {0.5F, 0.5F, 0}, "good", 0.7);
    picture->sentence = SentenceId(0);
    m_model->takePictures({picture});
    QCOMPARE(value(0, SentenceMeasure::Length).toDouble(), 3.0); // no mark of an end is taken off
    QVERIFY(std::abs(value(0, SentenceMeasure::Entropy).toDouble() - std::log(2.0)) < 1e-6);
    QCOMPARE(value(0, SentenceMeasure::LabelConfidence).toDouble(), 0.6); // of the validation, as is the loss
    QCOMPARE(value(0, SentenceMeasure::Loss).toDouble(), 0.92);
    QCOMPARE(m_model->index(0, SentenceModel::LabelColumn).data().toString(), QString("bad"));
    QCOMPARE(m_model->index(0, SentenceModel::PredictedColumn).data().toString(), QString("✗ good"));
    QCOMPARE(m_model->index(0, SentenceModel::PredictedColumn).data(SentenceModel::SortRole).toString(),
             QString("good"));
    QCOMPARE(m_model->index(0, 0).data(SentenceModel::RightRole), QVariant(false));
    QVERIFY(m_model->index(0, 0).data(Qt::ToolTipRole).toString().contains("Label: bad"));
    for (const SentenceMeasure none : {SentenceMeasure::Bleu, SentenceMeasure::Chrf, SentenceMeasure::AlignmentErrors,
                                       SentenceMeasure::Coverage, SentenceMeasure::Confidence})
        QVERIFY(!value(0, none).isValid());
    m_model->takeScores(TextsClassified{40, {{SentenceId(0), "bad", "bad", 0.9, 0.1}}});
    QCOMPARE(m_model->index(0, SentenceModel::PredictedColumn).data().toString(), QString("bad"));
    QCOMPARE(m_model->index(0, 0).data(SentenceModel::RightRole), QVariant(true));
}

void TextTableTest::scoresThatComeBeforeTheirText()
{
    m_model->takeScores(TextsClassified{20, {{SentenceId(4), "bad", "good", 0.6, 0.92}}});
    QCOMPARE(m_model->rowCount(), 0);
    WatchedSentence late;
    late.id = SentenceId(4);
    late.source = "so dull";
    late.target = "bad";
    m_model->add(late);
    QCOMPARE(value(0, SentenceMeasure::Loss).toDouble(), 0.92);
}

void TextTableTest::textsWithoutALabel()
{
    WatchedSentence own;
    own.id = SentenceId(0);
    own.source = "my own text";
    m_model->add(own);
    auto picture = textPicture({"my", "own", "text"}, {0.2F, 0.3F, 0.5F}, "good", 0.7);
    picture->sentence = SentenceId(0);
    m_model->takePictures({picture});
    QCOMPARE(m_model->index(0, SentenceModel::PredictedColumn).data().toString(), QString("good"));
    QVERIFY(std::abs(value(0, SentenceMeasure::LabelConfidence).toDouble() - 0.7) < 1e-9);
    QVERIFY(!value(0, SentenceMeasure::Loss).isValid()); // there is nothing to be surprised by
    QVERIFY(!m_model->index(0, 0).data(SentenceModel::RightRole).isValid());
}

void TextTableTest::columnsOfTexts()
{
    const QHeaderView* header = table()->horizontalHeader();
    QStringList seen;
    for (int place = 0; place < header->count(); ++place)
        if (const int column = header->logicalIndex(place); !table()->isColumnHidden(column))
            seen << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QCOMPARE(seen, QStringList({"Text", "Label", "Predicted", "Confidence", "Loss", "Length", "Entropy"}));
    QVERIFY(!m_panel->findChild<QAction*>("column_bleu")->isVisible());
    QVERIFY(m_panel->findChild<QAction*>("column_predicted")->isVisible());
    m_panel->resize(300, 300);
    QVERIFY(table()->isColumnHidden(SentenceModel::LabelColumn)); // the mark of a wrong one says enough
    QVERIFY(!table()->isColumnHidden(SentenceModel::PredictedColumn));
    QVERIFY(table()->columnWidth(0) >= 60);
}

void TextTableTest::sortsByLabelConfidenceAndLoss()
{
    addThree();
    const auto sorted = [this](int column, Qt::SortOrder order) {
        table()->sortByColumn(column, order);
        return texts();
    };
    const QStringList byConfidence{"so dull", "what a film", "never again"};
    QCOMPARE(sorted(SentenceModel::columnOf(SentenceMeasure::LabelConfidence), Qt::AscendingOrder), byConfidence);
    const QStringList byLoss{"so dull", "what a film", "never again"};
    QCOMPARE(sorted(SentenceModel::LossColumn, Qt::DescendingOrder), byLoss);
    // the mark ✗ does not count: "bad" before "good"
    QCOMPARE(sorted(SentenceModel::PredictedColumn, Qt::AscendingOrder).front(), QString("never again"));
    QCOMPARE(sorted(SentenceModel::PredictedColumn, Qt::DescendingOrder).back(), QString("never again"));
    QCOMPARE(sorted(SentenceModel::LabelColumn, Qt::DescendingOrder).front(), QString("what a film"));
}

void TextTableTest::filtersRightAndWrong()
{
    addThree();
    auto* verdict = m_panel->findChild<QComboBox*>("sentenceVerdict");
    QVERIFY(verdict->isVisible());
    verdict->setFocus();
    QTest::keyClick(verdict, Qt::Key_End);
    QCOMPARE(texts(), QStringList({"so dull"}));
    QCOMPARE(m_panel->findChild<QLabel*>("sentenceCount")->text(), QString("1 of 3 texts"));
    verdict->setCurrentIndex(1);
    QCOMPARE(texts(), QStringList({"what a film", "never again"}));
    m_panel->clear->trigger();
    QCOMPARE(texts().size(), 3);
    QCOMPARE(verdict->currentIndex(), 0);
}

void TextTableTest::filtersByText()
{
    addThree();
    auto* line = m_panel->findChild<QLineEdit*>("sentenceFilter");
    QTest::keyClicks(line, "film");
    QCOMPARE(texts(), QStringList({"what a film"}));
    line->setText("bad"); // labels are found as well
    QCOMPARE(texts(), QStringList({"so dull", "never again"}));
}

void TextTableTest::histogramsAreThoseOfTexts()
{
    addThree();
    m_panel->histograms->setChecked(true);
    const auto seen = [this](const char* name) {
        const auto* histogram = m_panel->findChild<MeasureHistogram*>(name);
        return histogram && !histogram->isHidden();
    };
    QTRY_VERIFY(seen("histogram_label_confidence"));
    QVERIFY(seen("histogram_loss"));
    QVERIFY(!seen("histogram_bleu"));
    QVERIFY(!seen("histogram_confidence"));
}

void TextTableTest::savesTexts()
{
    add(0, "what, a \"film\"", "good", "bad", 0.75, 1.5);
    const QString path = toQString(m_folder->path() / "texts.csv");
    m_panel->askForFile = [&path](QWidget*, const QString& suggestion) {
        return suggestion.endsWith("texts.csv") ? path : QString();
    };
    m_panel->save->trigger();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()),
             QString("id,text,label,predicted,confidence,loss,length,entropy\r\n"
                     "0,\"what, a \"\"film\"\"\",good,bad,0.75,1.5,,\r\n"));
}

void TextTableTest::sentencesComeBack()
{
    m_panel->setTask(Task::Translation);
    const QHeaderView* header = table()->horizontalHeader();
    QCOMPARE(header->logicalIndex(1), static_cast<int>(SentenceModel::LengthColumn));
    QVERIFY(table()->isColumnHidden(SentenceModel::LabelColumn));
    QVERIFY(!m_panel->findChild<QComboBox*>("sentenceVerdict")->isVisible());
    QCOMPARE(m_model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QString("Sentence"));
    QCOMPARE(m_panel->findChild<QLabel*>("sentenceCount")->text(), QString("0 sentences"));
}

void TextTableTest::curvesShowAccuracy()
{
    CurvesView curves;
    curves.setTask(Task::Classification);
    QCOMPARE(curves.measure(), CurvesView::Measure::TextAccuracy);
    const auto* box = curves.findChild<QComboBox*>("curvesMeasure");
    QCOMPARE(box->currentText(), QString("right texts, %"));
    for (int i = 0; i < box->count(); ++i)
        QVERIFY(!box->itemText(i).contains("BLEU") && !box->itemText(i).contains("alignment"));
    ValidationReport report;
    report.step = 10;
    report.loss = 0.5;
    report.tokenAccuracy = 0.75;
    curves.addValidation(report);
    QCOMPARE(curves.measuredPoints(), 1);
    curves.setTask(Task::Translation);
    QCOMPARE(curves.measure(), CurvesView::Measure::AlignmentErrorRate);
    QCOMPARE(curves.measuredPoints(), 0);
}

} // namespace alignoscope::testing

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    alignoscope::ui::prepareApplication(application);
    alignoscope::testing::TextTableTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "text_table_test.moc"
