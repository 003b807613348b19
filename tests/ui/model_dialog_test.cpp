// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window_fixture.h"

#include "ui/dialogs/model_dialog.h"

#include "alignoscope/model_size.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

namespace alignoscope::testing {

class ModelDialogTest : public QObject {
    Q_OBJECT

private slots:
    void givesBackWhatItWasGiven();
    void givesBackEveryPartOfAModel();
    void presetsFillTheFields();
    void showsWhatAKindReads_data();
    void showsWhatAKindReads();
    void saysWhatTheModelIs();
    void fitsASmallScreen();
    void saysHowManyNumbersAreLearned();
    void staysOpenOnImpossibleValues();
    void changesTheModelOfTheWindow();
};

void ModelDialogTest::givesBackWhatItWasGiven()
{
    Experiment experiment;
    experiment.model = {17, 23, 5, 9, Initialization::Glorot};
    TrainingOptions& t = experiment.training;
    t.optimizer = OptimizerKind::Adadelta;
    t.learningRate = 0.0125;
    t.clip = 0;
    t.dropout = 0.3;
    t.labelSmoothing = 0.1;
    t.annealing = 0.5;
    t.batch = 33;
    t.epochs = 0;
    t.steps = 1234;
    t.minutes = 2.5;
    t.patience = 4;
    t.seed = 99;
    t.threads = 3;
    t.snapshotEvery = 10;
    t.validateEvery = 20;
    const ui::ModelDialog dialog(experiment, 0, 0);
    QVERIFY(dialog.model() == experiment.model);
    QVERIFY(dialog.training() == experiment.training);
    QVERIFY(dialog.preset().empty());
}

void ModelDialogTest::givesBackEveryPartOfAModel()
{
    Experiment experiment;
    ModelOptions& m = experiment.model;
    m.encoderCell = RecurrentCell::Lstm;
    m.decoderCell = RecurrentCell::Gru;
    m.layers = 2;
    m.bidirectional = false;
    m.decoder = DecoderKind::Luong;
    m.inputFeeding = true;
    m.tieEmbeddings = true;
    m.attention.coverage = true;
    m.attention.coverageLoss = 0.5;
    m.attention.dropout = 0.25;
    m.attention.limit = {StateLimit::Window, 5};
    m.classifier.units = 12; // which no page shows
    const ui::ModelDialog dialog(experiment, 0, 0);
    QVERIFY(dialog.model() == m);
}

void ModelDialogTest::showsWhatAKindReads_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t row = 0; row < attentionKinds().size(); ++row)
        QTest::newRow(attentionKinds()[row].name.c_str()) << static_cast<int>(row);
}

void ModelDialogTest::showsWhatAKindReads()
{
    QFETCH(int, row);
    const AttentionKind& kind = attentionKinds()[static_cast<std::size_t>(row)];
    ui::ModelDialog dialog({}, 50, 60);
    dialog.show();
    dialog.findChild<QTabWidget*>("modelPages")->setCurrentIndex(1);
    dialog.findChild<QListWidget*>("attentionKinds")->setCurrentRow(row);
    QVERIFY(dialog.model().attention == kind.defaults);
    for (const auto& [label, words] :
         {std::pair("attentionTitle", kind.title), std::pair("attentionSummary", kind.summary),
          std::pair("attentionEquation", kind.equation), std::pair("attentionSource", kind.source)}) {
        QCOMPARE(dialog.findChild<QLabel*>(label)->text(), QString::fromStdString(words));
        QVERIFY2(!words.empty(), label);
    }
    const std::vector<std::pair<const char*, AttentionOption>> fields{
        {"attentionWindow", AttentionOption::Window},        {"attentionCoverage", AttentionOption::Coverage},
        {"attentionScale", AttentionOption::Scale},          {"attentionScoreMode", AttentionOption::ScoreMode},
        {"attentionCausal", AttentionOption::Causal},        {"attentionDropout", AttentionOption::Dropout},
        {"attentionCoverageLoss", AttentionOption::Coverage}};
    for (const auto& [name, option] : fields)
        QVERIFY2(dialog.findChild<QWidget*>(name)->isVisible() == kind.reads(option), name);
    QCOMPARE(dialog.findChild<QWidget*>("attentionLimit")->isVisible(), kind.aligns);
    QVERIFY(dialog.findChild<QLabel*>("modelWords")->text().contains(QString::fromStdString(kind.source)));
    dialog.accept();
    QVERIFY2(!dialog.isVisible(), dialog.findChild<QLabel*>("modelProblem")->text().toUtf8());
}

void ModelDialogTest::saysWhatTheModelIs()
{
    ui::ModelDialog dialog({}, 50, 60);
    const auto* words = dialog.findChild<QLabel*>("modelWords");
    QVERIFY(words->text().contains("both directions"));
    QVERIFY(words->text().contains("as in Bahdanau, Cho and Bengio (2015)"));
    auto* feeding = dialog.findChild<QCheckBox*>("modelInputFeeding");
    QVERIFY(!feeding->isEnabled());
    dialog.findChild<QComboBox*>("modelDecoder")->setCurrentIndex(1);
    QVERIFY(words->text().contains("Luong"));
    feeding->setChecked(true);
    QVERIFY(dialog.model().inputFeeding);
    dialog.findChild<QComboBox*>("modelEncoderCell")->setCurrentIndex(1);
    QVERIFY(words->text().contains("a layer of LSTM cells, reads"));
    dialog.findChild<QSpinBox*>("modelLayers")->setValue(3);
    QVERIFY(words->text().contains("3 layers of GRU cells"));
    dialog.findChild<QComboBox*>("modelDecoder")->setCurrentIndex(0);
    QVERIFY(!dialog.model().inputFeeding); // only the other decoder can
}

void ModelDialogTest::fitsASmallScreen()
{
    ui::ModelDialog dialog({}, 5000, 6000);
    dialog.show();
    const int kinds = static_cast<int>(attentionKinds().size());
    for (int row = 0; row < kinds; ++row) {
        dialog.findChild<QListWidget*>("attentionKinds")->setCurrentRow(row);
        dialog.adjustSize();
        QVERIFY2(dialog.width() <= 1000 && dialog.height() <= 640,
                 qPrintable(QString("%1 × %2").arg(dialog.width()).arg(dialog.height())));
    }
}

void ModelDialogTest::presetsFillTheFields()
{
    Experiment experiment;
    experiment.training.seed = 7;
    ui::ModelDialog dialog(experiment, 100, 100);
    auto* list = dialog.findChild<QComboBox*>("modelPreset");
    for (const Preset& preset : presets()) {
        const int index = list->findData(QString::fromStdString(preset.name));
        if (preset.model.task != experiment.model.task) { // the dataset decides which task it is
            QCOMPARE(index, -1);
            continue;
        }
        list->setCurrentIndex(index);
        emit list->activated(index);
        QVERIFY2(dialog.model() == preset.model, preset.name.c_str());
        QCOMPARE(dialog.preset(), preset.name);
        QCOMPARE(dialog.training().seed, 7u); // stays the experiment's own
    }
    dialog.findChild<QSpinBox*>("modelHidden")->setValue(77);
    QCOMPARE(list->currentData().toString(), QString());
}

void ModelDialogTest::saysHowManyNumbersAreLearned()
{
    ModelOptions model;
    model.embedding = 2;
    model.hidden = 3;
    model.alignment = 4;
    model.maxout = 5;
    // embeddings 10+20 words; encoder 2·3·(3·2+3·3+3); attention 4·3+4·6+4; decoder 3·(6+9+18+3)+9+3; output 10·12+20·6
    QCOMPARE(countParameters(model, 10, 20), 60 + 108 + 40 + 120 + 240);
    Experiment experiment;
    QVERIFY(ui::ModelDialog(experiment, 0, 0).findChild<QLabel*>("modelEstimate")->text().contains("choose one first"));
    QVERIFY(ui::ModelDialog(experiment, 9, 9).findChild<QLabel*>("modelEstimate")->text().contains("About"));
}

void ModelDialogTest::staysOpenOnImpossibleValues()
{
    ui::ModelDialog dialog({}, 10, 10);
    for (const char* limit : {"modelEpochs", "modelSteps"})
        dialog.findChild<QSpinBox*>(limit)->setValue(0); // nothing says when to stop
    dialog.show();
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QVERIFY(!dialog.findChild<QLabel*>("modelProblem")->text().isEmpty());
    dialog.findChild<QSpinBox*>("modelEpochs")->setValue(1);
    dialog.accept();
    QVERIFY(!dialog.isVisible());
}

void ModelDialogTest::changesTheModelOfTheWindow()
{
    WindowFixture f;
    f.action("actionModelSettings")->trigger();
    auto* dialog = f.find<ui::ModelDialog>("modelDialog");
    QVERIFY(dialog);
    dialog->findChild<QSpinBox*>("modelHidden")->setValue(44);
    auto* buttons = dialog->findChild<QDialogButtonBox*>("modelButtons");
    QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QCOMPARE(f.bench().experiment().model.hidden, 44);
    f.action("actionPreset_rnnsearch")->trigger();
    QCOMPARE(f.bench().experiment().model.hidden, 1000);
    QVERIFY(f.action("actionPreset_rnnsearch")->isChecked());
}

} // namespace alignoscope::testing

ALIGNOSCOPE_WINDOW_TEST(alignoscope::testing::ModelDialogTest)

#include "model_dialog_test.moc"
