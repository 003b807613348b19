// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/dialogs/model_dialog.h"
#include "ui/views/heatmap_view.h"

#include "alignoscope/attention_measures.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>
#include <numeric>

namespace alignoscope::testing {

/// Every kind of attention, chosen in the dialog, trained, looked at and asked for a translation.
class AttentionKindsTest : public QObject {
    Q_OBJECT

private slots:
    void isChosenTrainedAndSeen_data();
    void isChosenTrainedAndSeen();
    void everyPresetTrains_data();
    void everyPresetTrains();
    void looksAtAFewWordsAlone();
    void saysWhereThereIsNothingToSee();

private:
    static void choose(WindowFixture& f, const QString& kind);
    static void accept(WindowFixture& f);
    static void train(WindowFixture& f);
    static void seePicture(WindowFixture& f, const AttentionKind& kind);
    static void translate(WindowFixture& f, bool aligns);
};

/// In the dialog that is open.
void AttentionKindsTest::choose(WindowFixture& f, const QString& kind)
{
    auto* list = f.find<QListWidget>("attentionKinds");
    QVERIFY(list);
    for (int row = 0; row < list->count(); ++row)
        if (list->item(row)->data(Qt::UserRole).toString() == kind)
            list->setCurrentRow(row);
    QCOMPARE(list->currentItem()->data(Qt::UserRole).toString(), kind);
}

void AttentionKindsTest::accept(WindowFixture& f)
{
    auto* dialog = f.find<ui::ModelDialog>("modelDialog");
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>("modelButtons")->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    QVERIFY2(!dialog->isVisible(), dialog->findChild<QLabel*>("modelProblem")->text().toUtf8());
}

void AttentionKindsTest::train(WindowFixture& f)
{
    f.action("actionStart")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().active() && f.lastStep >= 30, 60000);
}

void AttentionKindsTest::seePicture(WindowFixture& f, const AttentionKind& kind)
{
    auto* heatmap = f.find<ui::HeatmapView>("attentionHeatmap");
    auto* note = heatmap->parentWidget()->findChild<QWidget*>("noAlignment");
    QCOMPARE(note->isVisible(), !kind.aligns);
    QCOMPARE(heatmap->isVisible(), kind.aligns);
    if (!kind.aligns) {
        QVERIFY(!f.action("actionExport")->isEnabled());
        return;
    }
    QTRY_VERIFY(heatmap->snapshot());
    const AttentionSnapshot& picture = *heatmap->snapshot();
    for (int target = 0; target < picture.targets(); ++target) {
        const auto row = picture.row(target);
        const float sum = std::accumulate(row.begin(), row.end(), 0.0F);
        QVERIFY2(sum > 0 && sum < 1.001F, qPrintable(QString::number(sum))); // "local-p" says less than 1
    }
    if (kind.reads(AttentionOption::Window))
        QCOMPARE(picture.centres.size(), picture.targetTokens.size());
    else
        QVERIFY(picture.centres.empty());
}

void AttentionKindsTest::translate(WindowFixture& f, bool aligns)
{
    f.showTab("Translate");
    f.find<QLineEdit>("translateSource")->setText("a b c");
    QTest::mouseClick(f.find<QPushButton>("translateButton"), Qt::LeftButton);
    QTRY_VERIFY(f.find<QTableView>("hypothesisTable")->model()->rowCount() > 0);
    auto* heatmap = f.find<ui::HeatmapView>("translateHeatmap");
    QCOMPARE(heatmap->snapshot() != nullptr, aligns);
    QCOMPARE(heatmap->isVisible(), aligns);
}

void AttentionKindsTest::isChosenTrainedAndSeen_data()
{
    QTest::addColumn<int>("number");
    for (std::size_t number = 0; number < attentionKinds().size(); ++number)
        QTest::newRow(attentionKinds()[number].name.c_str()) << static_cast<int>(number);
}

void AttentionKindsTest::isChosenTrainedAndSeen()
{
    QFETCH(int, number);
    const AttentionKind& kind = attentionKinds()[static_cast<std::size_t>(number)];
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel(30);
    f.action("actionModelSettings")->trigger();
    choose(f, QString::fromStdString(kind.name));
    accept(f);
    QCOMPARE(f.bench().experiment().model.attention.kind, kind.name);
    train(f);
    seePicture(f, kind);
    translate(f, kind.aligns);
}

void AttentionKindsTest::everyPresetTrains_data()
{
    QTest::addColumn<QString>("preset");
    for (const Preset& preset : presets())
        if (preset.model.task == Task::Translation)
            QTest::newRow(preset.name.c_str()) << QString::fromStdString(preset.name);
}

/// As it is, but for the sizes.
void AttentionKindsTest::everyPresetTrains()
{
    QFETCH(QString, preset);
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel(30);
    const TrainingOptions training = f.bench().experiment().training;
    ModelOptions model = alignoscope::preset(preset.toStdString()).model;
    model.embedding = model.hidden = 16;
    model.alignment = model.maxout = 0;
    f.bench().setOptions(model, training, preset.toStdString());
    train(f);
    seePicture(f, attentionKind(model.attention.kind));
}

void AttentionKindsTest::looksAtAFewWordsAlone()
{
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel(30);
    f.action("actionModelSettings")->trigger();
    auto* limit = f.find<QComboBox>("attentionLimit");
    limit->setCurrentIndex(limit->findData(static_cast<int>(StateLimit::Best)));
    f.find<QSpinBox>("attentionStates")->setValue(2);
    accept(f);
    train(f);
    const AttentionSnapshotPtr picture = f.find<ui::HeatmapView>("attentionHeatmap")->snapshot();
    QVERIFY(picture && picture->sources() > 2);
    for (int target = 0; target < picture->targets(); ++target) {
        const auto row = picture->row(target);
        QVERIFY(std::count_if(row.begin(), row.end(), [](float weight) { return weight > 0; }) <= 2);
    }
}

/// Every view of a model without attention, and the way to what can be measured.
void AttentionKindsTest::saysWhereThereIsNothingToSee()
{
    const auto& kinds = attentionKinds();
    const auto without = std::ranges::find_if(kinds, [](const AttentionKind& kind) { return !kind.aligns; });
    if (without == kinds.end())
        QSKIP("this build has no kind without alignment");
    WindowFixture f;
    f.loadCorpus();
    f.useTinyModel(30);
    ModelOptions model = f.bench().experiment().model;
    model.attention = without->defaults;
    f.bench().setOptions(model, f.bench().experiment().training, {});
    train(f);
    f.showTab("Links");
    QVERIFY(!f.find<QWidget>("linksView")->isVisible());
    f.showTab("Compare");
    QVERIFY(!f.find<ui::HeatmapView>("compareAHeatmap")->snapshot());
    QVERIFY(f.find<ui::HeatmapView>("compareAHeatmap")->accessibleDescription().contains("no attention"));
    f.showTab("Attention");
    auto* note = f.find<ui::HeatmapView>("attentionHeatmap")->parentWidget()->findChild<QWidget*>("noAlignment");
    QTest::mouseClick(note->findChild<QPushButton*>("noAlignmentExplain"), Qt::LeftButton);
    QCOMPARE(f.find<QTabWidget>("tabs")->tabText(f.find<QTabWidget>("tabs")->currentIndex()).remove('&'),
             "Explanation");
    auto* gradient = f.find<ui::HeatmapView>("explanationGradient");
    QTRY_VERIFY_WITH_TIMEOUT(gradient->isVisible() && gradient->snapshot(), 20000);
    QVERIFY(hasAlignment(gradient->snapshot()->weights));
    QVERIFY(f.find<ui::HeatmapView>("explanationLeaveOneOut")->isVisible());
    QVERIFY(!f.find<ui::HeatmapView>("explanationAttention")->isVisible());
    QVERIFY(!f.find<QWidget>("explanationPlot")->isVisible());
    QVERIFY(f.find<QLabel>("explanationVerdict")->text().contains("no attention to judge"));
    QVERIFY(!f.find<QLabel>("explanationFindings")->text().contains("Shuffled"));
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::AttentionKindsTest)

#include "attention_kinds_test.moc"
