// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/model_dialog.h"

#include "ui/dialogs/option_fields.h"
#include "ui/panels/wording.h"

#include "alignoscope/error.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>

namespace alignoscope::ui {

struct ModelDialog::Parts {
    Experiment experiment;
    int sourceWords = 0;
    int targetWords = 0;
    QComboBox* presets = nullptr;
    QLabel* summary = nullptr;
    QLabel* estimate = nullptr;
    QLabel* problem = nullptr;
    OptionFields fields;
};

qint64 countParameters(const ModelOptions& model, int sourceWords, int targetWords)
{
    const qint64 m = model.embedding;
    const qint64 n = model.hidden;
    const qint64 a = model.alignment > 0 ? model.alignment : n;
    const qint64 l = model.maxout > 0 ? model.maxout : n / 2;
    const qint64 embeddings = (qint64(sourceWords) + targetWords) * m;
    const qint64 encoder = 2 * 3 * (n * m + n * n + n);
    const qint64 attention = a * n + a * 2 * n + a;
    const qint64 decoder = 3 * (n * m + n * n + n * 2 * n + n) + n * n + n;
    const qint64 output = 2 * l * (n + m + 2 * n + 1) + qint64(targetWords) * (l + 1);
    return embeddings + encoder + attention + decoder + output;
}

ModelDialog::ModelDialog(const Experiment& experiment, int sourceWords, int targetWords, QWidget* parent)
    : QDialog(parent), m_parts(std::make_unique<Parts>())
{
    m_parts->experiment = experiment;
    m_parts->sourceWords = sourceWords;
    m_parts->targetWords = targetWords;
    setObjectName("modelDialog");
    setWindowTitle(tr("Model settings"));
    build();
    m_parts->fields.setModel(experiment.model);
    m_parts->fields.setTraining(experiment.training);
    refresh();
}

ModelDialog::~ModelDialog() = default;

void ModelDialog::build()
{
    Parts& p = *m_parts;
    p.presets = new QComboBox(this);
    p.presets->setObjectName("modelPreset");
    p.presets->setAccessibleName(tr("Preset"));
    for (const Preset& preset : presets())
        p.presets->addItem(QString::fromStdString(preset.title), QString::fromStdString(preset.name));
    p.presets->addItem(tr("Your own"), QString());
    p.summary = new QLabel(this);
    p.summary->setObjectName("modelSummary");
    p.summary->setWordWrap(true);
    auto* presetLabel = new QLabel(tr("&Preset"), this);
    presetLabel->setBuddy(p.presets);

    auto* paper =
        new QLabel(tr("An encoder that reads the sentence in both directions, and a decoder that looks back at "
                      "it for every word: the model of Bahdanau, Cho and Bengio (2015), "
                      "arXiv 1409.0473, appendix A. Letters in brackets are the paper’s."),
                   this);
    paper->setWordWrap(true);
    paper->setForegroundRole(QPalette::PlaceholderText);
    p.estimate = new QLabel(this);
    p.estimate->setObjectName("modelEstimate");
    p.estimate->setWordWrap(true);
    p.problem = new QLabel(this);
    p.problem->setObjectName("modelProblem");
    p.problem->setWordWrap(true);
    p.problem->hide();

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setObjectName("modelButtons");
    auto* grid = new QGridLayout(this);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    auto* top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(presetLabel);
    top->addWidget(p.presets);
    top->addSpacing(6);
    top->addWidget(p.summary, 1);
    grid->addLayout(top, 0, 0, 1, 2);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(p.fields.buildModel(this));
    left->addWidget(p.estimate);
    left->addWidget(paper);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(p.fields.buildTraining(this));
    right->addWidget(p.fields.buildLimits(this));
    right->addStretch(1);
    left->insertWidget(1, p.fields.buildRecords(this));
    grid->addLayout(left, 1, 0);
    grid->addLayout(right, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(p.problem, 2, 0, 1, 2);
    grid->addWidget(buttons, 3, 0, 1, 2);

    connect(p.presets, &QComboBox::activated, this, [this] {
        const QString name = m_parts->presets->currentData().toString();
        if (!name.isEmpty())
            fill(alignoscope::preset(name.toStdString()));
    });
    p.fields.onChange(this, [this] { refresh(); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ModelDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ModelDialog::reject);
}

void ModelDialog::fill(const Preset& preset)
{
    TrainingOptions training = preset.training;
    const TrainingOptions kept = m_parts->fields.training();
    training.seed = kept.seed; // these belong to the machine and the experiment, not to the preset
    training.threads = kept.threads;
    m_parts->fields.setModel(preset.model);
    m_parts->fields.setTraining(training);
    refresh();
}

ModelOptions ModelDialog::model() const
{
    return m_parts->fields.model();
}

TrainingOptions ModelDialog::training() const
{
    return m_parts->fields.training();
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
    const std::string name = preset();
    m_parts->presets->setCurrentIndex(m_parts->presets->findData(QString::fromStdString(name)));
    m_parts->summary->setText(name.empty() ? tr("Values of your own.")
                                           : QString::fromStdString(alignoscope::preset(name).summary));
    if (m_parts->sourceWords == 0) {
        m_parts->estimate->setText(tr("How many numbers the model learns depends on the dataset: choose one first."));
        return;
    }
    const qint64 count = countParameters(model(), m_parts->sourceWords, m_parts->targetWords);
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
