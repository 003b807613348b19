// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/model_dialog.h"

#include "ui/dialogs/attention_form.h"
#include "ui/dialogs/model_words.h"
#include "ui/dialogs/recurrent_form.h"
#include "ui/dialogs/training_fields.h"
#include "ui/panels/wording.h"

#include "alignoscope/error.h"
#include "alignoscope/model_size.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace alignoscope::ui {

struct ModelDialog::Parts {
    Experiment experiment;
    int sourceWords = 0;
    int targetWords = 0;
    QComboBox* presets = nullptr;
    QLabel* summary = nullptr;
    QTabWidget* pages = nullptr;
    RecurrentForm* recurrent = nullptr;
    AttentionForm* attention = nullptr;
    TrainingFields training;
    QLabel* words = nullptr;
    QLabel* estimate = nullptr;
    QLabel* problem = nullptr;
    bool filling = false;

    void setModel(const ModelOptions& model)
    {
        experiment.model = model;
        filling = true;
        recurrent->setModel(model);
        attention->setModel(model);
        filling = false;
    }
};

namespace {

QLabel* wrapped(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ModelDialog::ModelDialog(const Experiment& experiment, int sourceWords, int targetWords, QWidget* parent)
    : QDialog(parent), m_parts(std::make_unique<Parts>())
{
    m_parts->experiment = experiment;
    m_parts->sourceWords = sourceWords;
    m_parts->targetWords = targetWords;
    setObjectName("modelDialog");
    setWindowTitle(tr("Model settings"));
    build();
    m_parts->setModel(experiment.model);
    m_parts->training.setTraining(experiment.training);
    refresh();
}

ModelDialog::~ModelDialog() = default;

void ModelDialog::build()
{
    Parts& p = *m_parts;
    p.words = wrapped("modelWords", this);
    p.words->setForegroundRole(QPalette::PlaceholderText);
    p.words->setMinimumHeight(3 * fontMetrics().lineSpacing()); // the pages stay where they are
    p.words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    p.estimate = wrapped("modelEstimate", this);
    p.problem = wrapped("modelProblem", this);
    p.problem->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setObjectName("modelButtons");
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addLayout(buildPresets());
    column->addWidget(buildPages(), 1);
    for (QLabel* label : {p.words, p.estimate, p.problem})
        column->addWidget(label);
    column->addWidget(buttons);

    connect(p.recurrent, &RecurrentForm::changed, this, &ModelDialog::refresh);
    connect(p.attention, &AttentionForm::changed, this, &ModelDialog::refresh);
    p.training.onChange(this, [this] { refresh(); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ModelDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ModelDialog::reject);
}

QLayout* ModelDialog::buildPresets()
{
    Parts& p = *m_parts;
    p.presets = new QComboBox(this);
    p.presets->setObjectName("modelPreset");
    p.presets->setAccessibleName(tr("Preset"));
    p.presets->setToolTip(tr("Settings that go together; each of them can be changed below"));
    for (const Preset& preset : presets())
        p.presets->addItem(QString::fromStdString(preset.title), QString::fromStdString(preset.name));
    p.presets->addItem(tr("Your own"), QString());
    p.summary = wrapped("modelSummary", this);
    p.summary->setMinimumHeight(2 * fontMetrics().lineSpacing());
    auto* label = new QLabel(tr("&Preset"), this);
    label->setBuddy(p.presets);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(label);
    row->addWidget(p.presets);
    row->addSpacing(6);
    row->addWidget(p.summary, 1);
    connect(p.presets, &QComboBox::activated, this, [this] {
        const QString name = m_parts->presets->currentData().toString();
        if (!name.isEmpty())
            fill(alignoscope::preset(name.toStdString()));
    });
    return row;
}

QWidget* ModelDialog::buildPages()
{
    Parts& p = *m_parts;
    p.pages = new QTabWidget(this);
    p.pages->setObjectName("modelPages");
    p.recurrent = new RecurrentForm(p.pages);
    p.attention = new AttentionForm(p.pages);
    p.pages->addTab(p.recurrent, tr("&Model"));
    p.pages->addTab(p.attention, tr("&Attention"));
    p.pages->addTab(buildTraining(), tr("&Training"));
    return p.pages;
}

QWidget* ModelDialog::buildTraining()
{
    auto* page = new QWidget(m_parts->pages);
    auto* left = new QVBoxLayout;
    left->addWidget(m_parts->training.buildTraining(page));
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_parts->training.buildLimits(page));
    right->addWidget(m_parts->training.buildRecords(page));
    right->addStretch(1);
    auto* columns = new QHBoxLayout(page);
    columns->setSpacing(16);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    return page;
}

void ModelDialog::fill(const Preset& preset)
{
    TrainingOptions training = preset.training;
    const TrainingOptions kept = m_parts->training.training();
    training.seed = kept.seed; // these belong to the machine and the experiment, not to the preset
    training.threads = kept.threads;
    m_parts->setModel(preset.model);
    m_parts->training.setTraining(training);
    refresh();
}

ModelOptions ModelDialog::model() const
{
    ModelOptions model = m_parts->experiment.model; // with what no page shows
    m_parts->recurrent->read(model);
    m_parts->attention->read(model);
    return model;
}

TrainingOptions ModelDialog::training() const
{
    return m_parts->training.training();
}

std::string ModelDialog::preset() const
{
    for (const Preset& preset : presets()) {
        TrainingOptions wanted = preset.training;
        wanted.seed = training().seed;
        wanted.threads = training().threads;
        if (preset.model == model() && wanted == training())
            return preset.name;
    }
    return {};
}

void ModelDialog::refresh()
{
    if (m_parts->filling)
        return;
    m_parts->problem->hide();
    m_parts->words->setText(modelInWords(model()));
    const std::string name = preset();
    m_parts->presets->setCurrentIndex(m_parts->presets->findData(QString::fromStdString(name)));
    m_parts->summary->setText(name.empty() ? tr("Values of your own.")
                                           : QString::fromStdString(alignoscope::preset(name).summary));
    if (m_parts->sourceWords == 0) {
        m_parts->estimate->setText(tr("How many numbers the model learns depends on the dataset: choose one first."));
        return;
    }
    const std::int64_t count =
        countParameters(model(), m_parts->sourceWords, m_parts->targetWords, m_parts->experiment.dataset.maxLength);
    m_parts->estimate->setText(tr("About %1 numbers to learn, for %2 source and %3 target words.")
                                   .arg(roughCountText(static_cast<double>(count)), countText(m_parts->sourceWords),
                                        countText(m_parts->targetWords)));
}

void ModelDialog::accept()
{
    Experiment experiment = m_parts->experiment;
    experiment.model = model();
    experiment.training = training();
    try {
        validate(experiment);
    } catch (const Error& error) {
        m_parts->problem->setText(QString::fromUtf8(error.what()));
        m_parts->problem->show();
        return;
    }
    QDialog::accept();
}

} // namespace alignoscope::ui
