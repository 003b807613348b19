// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"
#include "ui/dialogs/classifier_form.h"
#include "ui/dialogs/model_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QtTest>

namespace alignoscope::testing {

using namespace ui;

/// The classifier's page of the Model dialog.
class ClassifierFormTest : public QObject {
    Q_OBJECT

private slots:
    void everyOptionHasAField();
    void vectorsComeFromAFile();
    void dialogShowsThePageOfTheTask();
    void presetsAreThoseOfTheTask();
    void everyFieldExplainsItself();

private:
    static Experiment ofClassifier()
    {
        Experiment experiment;
        for (const Preset& preset : presets())
            if (preset.model.task == Task::Classification) {
                experiment.model = preset.model;
                experiment.training = preset.training;
                experiment.preset = preset.name;
                break;
            }
        return experiment;
    }
};

void ClassifierFormTest::everyOptionHasAField()
{
    ClassifierForm form;
    ModelOptions model;
    model.classifier = {.embedding = 50,
                        .vectors = "/some/vectors.txt",
                        .frozen = false,
                        .spatialDropout = 0.25,
                        .units = 20,
                        .filters = 30,
                        .kernel = 5,
                        .dense = 40,
                        .positions = 60,
                        .maskPadding = false};
    form.setModel(model);
    ModelOptions read;
    read.hidden = 77; // is left as it is
    form.read(read);
    QCOMPARE(read.task, Task::Classification);
    QVERIFY(read.classifier == model.classifier);
    QCOMPARE(read.hidden, 77);

    QSignalSpy changes(&form, &ClassifierForm::changed);
    form.findChild<QSpinBox*>("classifierUnits")->setValue(21);
    form.findChild<QDoubleSpinBox*>("classifierSpatialDropout")->setValue(40);
    form.findChild<QCheckBox*>("classifierMaskPadding")->setChecked(true);
    QCOMPARE(changes.size(), 3);
    form.read(read);
    QCOMPARE(read.classifier.units, 21);
    QCOMPARE(read.classifier.spatialDropout, 0.4);
    QVERIFY(read.classifier.maskPadding);
}

void ClassifierFormTest::vectorsComeFromAFile()
{
    ClassifierForm form;
    form.show();
    auto* frozen = form.findChild<QCheckBox*>("classifierFrozen");
    auto* size = form.findChild<QSpinBox*>("classifierEmbedding");
    QVERIFY(!frozen->isEnabled());
    QVERIFY(size->isEnabled());
    form.setFileChooser([](QWidget*) { return QString("/data/glove.txt"); });
    QTest::mouseClick(form.findChild<QToolButton*>("classifierBrowse"), Qt::LeftButton);
    ModelOptions model;
    form.read(model);
    QCOMPARE(model.classifier.vectors, std::filesystem::path("/data/glove.txt"));
    QVERIFY(frozen->isEnabled());
    QVERIFY(!size->isEnabled());                             // the file says how many
    form.setFileChooser([](QWidget*) { return QString(); }); // cancelled: as it was
    QTest::mouseClick(form.findChild<QToolButton*>("classifierBrowse"), Qt::LeftButton);
    form.read(model);
    QCOMPARE(model.classifier.vectors, std::filesystem::path("/data/glove.txt"));
    form.findChild<QLineEdit*>("classifierVectors")->clear();
    form.read(model);
    QVERIFY(model.classifier.vectors.empty());
}

void ClassifierFormTest::dialogShowsThePageOfTheTask()
{
    ModelDialog classifier(ofClassifier(), 1000, 5);
    classifier.show();
    QVERIFY(classifier.findChild<QSpinBox*>("classifierUnits")->isVisible());
    QVERIFY(!classifier.findChild<QSpinBox*>("modelHidden")->isVisible());
    const QString estimate = classifier.findChild<QLabel*>("modelEstimate")->text();
    QVERIFY2(estimate.contains("2 labels"), qPrintable(estimate)); // 5 without the three marks
    classifier.findChild<QSpinBox*>("classifierKernel")->setValue(4);
    QCOMPARE(classifier.model().classifier.kernel, 4);
    QCOMPARE(classifier.model().task, Task::Classification);
    QVERIFY(classifier.preset().empty());

    ModelDialog translator(Experiment{}, 1000, 1000);
    translator.show();
    QVERIFY(!translator.findChild<QSpinBox*>("classifierUnits")->isVisible());
    QVERIFY(translator.findChild<QSpinBox*>("modelHidden")->isVisible());
    QCOMPARE(translator.model().task, Task::Translation);
}

void ClassifierFormTest::presetsAreThoseOfTheTask()
{
    const auto offered = [](const ModelDialog& dialog) {
        QStringList names;
        const auto* box = dialog.findChild<QComboBox*>("modelPreset");
        for (int i = 0; i < box->count(); ++i)
            names << box->itemData(i).toString();
        return names;
    };
    const ModelDialog classifier(ofClassifier(), 0, 0);
    QVERIFY(!offered(classifier).contains("quick"));
    QVERIFY(offered(classifier).contains(QString::fromStdString(ofClassifier().preset)));
    QCOMPARE(classifier.preset(), ofClassifier().preset);
    const ModelDialog translator(Experiment{}, 0, 0);
    QVERIFY(offered(translator).contains("quick"));
    QVERIFY(!offered(translator).contains(QString::fromStdString(ofClassifier().preset)));
}

void ClassifierFormTest::everyFieldExplainsItself()
{
    ClassifierForm form;
    for (const char* name : {"classifierVectors", "classifierBrowse", "classifierFrozen", "classifierEmbedding",
                             "classifierSpatialDropout", "classifierUnits", "classifierFilters", "classifierKernel",
                             "classifierDense", "classifierPositions", "classifierMaskPadding"}) {
        const auto* field = form.findChild<QWidget*>(name);
        QVERIFY2(field && !field->toolTip().isEmpty(), name);
    }
    QVERIFY(form.findChild<QCheckBox*>("classifierMaskPadding")->toolTip().contains("Keras"));
    ClassifierOptions attends;
    attends.maskPadding = false;
    QVERIFY(classifierInWords(attends) != classifierInWords({}));
}

} // namespace alignoscope::testing

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    alignoscope::ui::prepareApplication(application);
    alignoscope::testing::ClassifierFormTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "classifier_form_test.moc"
