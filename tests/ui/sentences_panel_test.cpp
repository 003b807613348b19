// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/models/sentence_model.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/weight_bars.h"
#include "ui/views/heatmap_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

namespace alignoscope::testing {

/// The list of watched sentences, and the inspector of the chosen one.
class SentencesPanelTest : public QObject {
    Q_OBJECT

private slots:
    void keepsSentencesForTheStart();
    void addsWhileTrainingAndShowsIt();
    void choosesAndRemoves();
    void measuresMayComeBeforeTheirSentence();
    void inspectorSpellsACellOut();

private:
    static void type(WindowFixture& f, const QString& source, const QString& target = {})
    {
        f.find<QLineEdit>("watchSource")->setText(source);
        f.find<QLineEdit>("watchTarget")->setText(target);
        QTest::keyClick(f.find<QLineEdit>("watchSource"), Qt::Key_Return);
    }
};

void SentencesPanelTest::keepsSentencesForTheStart()
{
    WindowFixture f;
    auto* rows = f.find<QTableView>("sentenceTable")->model();
    QVERIFY(!f.find<QToolButton>("watchAdd")->isEnabled());
    type(f, "  a   b ", "b a");
    type(f, "c d");
    QCOMPARE(rows->rowCount(), 2);
    QCOMPARE(rows->index(0, 0).data().toString(), QString("a b"));
    f.find<QTableView>("sentenceTable")->selectRow(0);
    QTest::mouseClick(f.find<QToolButton>("watchRemove"), Qt::LeftButton);
    QCOMPARE(f.bench().pending(), QStringList{"c d"});
    QVERIFY(f.find<QLineEdit>("watchSource")->text().isEmpty());
}

void SentencesPanelTest::addsWhileTrainingAndShowsIt()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    f.action("actionStep")->trigger(); // then paused: a sentence is watched at once nevertheless
    QTRY_COMPARE(f.lastStep, 1);
    type(f, "a b c d", "d c b a");
    auto* heatmap = f.find<ui::HeatmapView>("attentionHeatmap");
    QTRY_COMPARE(heatmap->snapshot() ? heatmap->snapshot()->sources() : 0, 5);
    QVERIFY(heatmap->snapshot()->forced);
    QCOMPARE(heatmap->snapshot()->sourceTokens.front(), std::string("a"));
}

void SentencesPanelTest::choosesAndRemoves()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel();
    f.action("actionStep")->trigger();
    QTRY_COMPARE(f.lastStep, 1);
    auto* table = f.find<QTableView>("sentenceTable");
    auto* heatmap = f.find<ui::HeatmapView>("attentionHeatmap");
    const int count = table->model()->rowCount();
    QVERIFY(count > 2);
    table->selectRow(count - 1);
    const QString chosen = table->model()->index(count - 1, 0).data().toString();
    QTRY_COMPARE(QString::fromStdString(heatmap->snapshot()->sourceTokens.front()), chosen.left(1));
    QTRY_VERIFY(!table->model()->index(count - 1, 2).data().toString().isEmpty()); // its loss
    QTest::mouseClick(f.find<QToolButton>("watchRemove"), Qt::LeftButton);
    QTRY_COMPARE(table->model()->rowCount(), count - 1);
    QTRY_VERIFY(heatmap->snapshot());
}

void SentencesPanelTest::measuresMayComeBeforeTheirSentence()
{
    auto picture = std::make_shared<AttentionSnapshot>();
    picture->sentence = SentenceId(3);
    picture->sourceTokens = {"a", "b", "c", "d", "</s>"};
    picture->targetTokens = {"</s>"};
    picture->weights = {0, 0, 0, 0, 1};
    picture->loss = 1.25;
    ui::SentenceModel model;
    model.takePictures({picture});
    model.add({SentenceId(3), "a b c d", "d c b a", true, {}});
    QCOMPARE(model.index(0, 1).data().toInt(), 4);
    QCOMPARE(model.index(0, 2).data(ui::SentenceModel::SortRole).toDouble(), 1.25);
    model.clear();
    model.add({SentenceId(3), "another run", "", true, {}});
    QVERIFY(!model.index(0, 2).data(ui::SentenceModel::SortRole).isValid());
}

void SentencesPanelTest::inspectorSpellsACellOut()
{
    auto snapshot = std::make_shared<AttentionSnapshot>();
    snapshot->sourceTokens = {"the", "Area", "</s>"};
    snapshot->targetTokens = {"la", "zone", "</s>"};
    snapshot->weights = {0.8f, 0.1f, 0.1f, 0.25f, 0.5f, 0.25f, 0, 0, 1};
    ui::InspectorPanel panel;
    panel.setSnapshot(snapshot);
    panel.setCell(1, 1);
    QString cell = panel.findChild<QLabel*>("inspectorCell")->text();
    QCOMPARE(cell.remove(QChar(0x2068)).remove(QChar(0x2069)), QString("zone ← Area")); // words are isolated
    QVERIFY(panel.findChild<QLabel*>("inspectorWeight")->text().contains("0.5000"));
    const auto& bars = panel.findChild<ui::WeightBars*>("inspectorBars")->bars();
    QCOMPARE(bars.size(), std::size_t(3));
    QCOMPARE(bars.front().word, QString("Area"));
    QVERIFY(panel.findChild<QLabel*>("inspectorSpread")->text().contains("1.04")); // −Σ p ln p
    auto shorter = std::make_shared<AttentionSnapshot>(*snapshot);
    shorter->targetTokens = {"</s>"};
    shorter->weights = {0, 0, 1};
    panel.setSnapshot(shorter); // the cell is gone
    panel.setSnapshot(nullptr);
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::SentencesPanelTest)

#include "sentences_panel_test.moc"
