// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/training_fields.h"

#include "ui/dialogs/option_form.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace alignoscope::ui {

static QString words(const char* text)
{
    return QCoreApplication::translate("TrainingFields", text);
}

QGroupBox* TrainingFields::buildTraining(QWidget* parent)
{
    QGroupBox* box = new QGroupBox(words("Training"), parent);
    const OptionForm form(box);
    m_batch = form.whole("modelBatch", words("&Batch"), 1, 65536, words("Sentence pairs of one update"));
    m_optimizer = form.choice("modelOptimizer", words("&Optimiser"),
                              {{"Adam", static_cast<int>(OptimizerKind::Adam)},
                               {words("Adadelta (as in the paper)"), static_cast<int>(OptimizerKind::Adadelta)},
                               {words("SGD (plain gradient descent)"), static_cast<int>(OptimizerKind::Sgd)}},
                              words("How an update follows from the gradient"));
    m_rate = form.real("modelRate", words("Learning &rate"), 1e-6, 100, 6,
                       words("How far an update goes; usual are 0.001 for Adam and 1 for the others"));
    m_annealing = form.real("modelAnnealing", words("Slo&w down in the last"), 0, 100, 0,
                            words("The last part of the run, in which the learning rate falls to zero"));
    m_annealing->setSuffix(" %");
    m_clip = form.real("modelClip", words("Longest &gradient"), 0, 1e6, 2,
                       words("A longer one is shortened to this length"));
    m_clip->setSpecialValueText(words("any"));
    m_dropout = form.real("modelDropout", words("Dropo&ut"), 0, 95, 0,
                          words("Share of units switched off by chance while training, against learning by heart"));
    m_dropout->setSuffix(" %");
    m_smoothing = form.real("modelSmoothing", words("&Label smoothing"), 0, 95, 0,
                            words("Share of the certainty spread over all words"));
    m_smoothing->setSuffix(" %");
    m_seed = form.whole("modelSeed", words("See&d"), 0, std::numeric_limits<int>::max(),
                        words("The same seed gives the same run"));
    m_seed->setGroupSeparatorShown(false);
    m_threads = form.whole("modelThreads", words("T&hreads"), 0, 1024, words("Processor threads used for training"));
    m_threads->setSpecialValueText(words("all of the processor"));
    return box;
}

QGroupBox* TrainingFields::buildLimits(QWidget* parent)
{
    QGroupBox* box = new QGroupBox(words("Stop after (the first that is reached)"), parent);
    const OptionForm form(box);
    m_epochs =
        form.whole("modelEpochs", words("&Epochs"), 0, 1000000, words("Times the whole dataset is gone through"));
    m_steps =
        form.whole("modelSteps", words("Step&s"), 0, std::numeric_limits<int>::max(), words("Updates of the model"));
    m_minutes = form.real("modelMinutes", words("M&inutes"), 0, 1e6, 1, words("Time of training"));
    m_patience = form.whole("modelPatience", words("Chec&ks without gain"), 0, 1000000,
                            words("Checks on unseen sentences in a row in which the model got no better"));
    for (QSpinBox* field : {m_epochs, m_steps, m_patience})
        field->setSpecialValueText(words("no limit"));
    m_minutes->setSpecialValueText(words("no limit"));
    return box;
}

QGroupBox* TrainingFields::buildRecords(QWidget* parent)
{
    QGroupBox* box = new QGroupBox(words("Record"), parent);
    const OptionForm form(box);
    m_snapshots = form.whole("modelSnapshots", words("A picture ever&y"), 0, 1000000000,
                             words("How often the attention of watched sentences goes into the timeline"));
    m_snapshots->setSpecialValueText(words("often at first, then rarer"));
    m_snapshots->setSuffix(words(" steps"));
    m_validations = form.whole("modelValidations", words("A check e&very"), 0, 1000000000,
                               words("How often the model is tried on sentences it was not trained on, and saved"));
    m_validations->setSpecialValueText(words("once an epoch"));
    m_validations->setSuffix(words(" steps"));
    return box;
}

void TrainingFields::onChange(QWidget* context, const std::function<void()>& changed) const
{
    for (QSpinBox* box : {m_batch, m_epochs, m_steps, m_patience, m_seed, m_threads, m_snapshots, m_validations})
        QObject::connect(box, &QSpinBox::valueChanged, context, changed);
    for (QDoubleSpinBox* box : {m_rate, m_clip, m_dropout, m_smoothing, m_annealing, m_minutes})
        QObject::connect(box, &QDoubleSpinBox::valueChanged, context, changed);
    QObject::connect(m_optimizer, &QComboBox::activated, context, changed);
}

void TrainingFields::setTraining(const TrainingOptions& training)
{
    m_batch->setValue(training.batch);
    m_optimizer->setCurrentIndex(m_optimizer->findData(static_cast<int>(training.optimizer)));
    m_rate->setValue(training.learningRate);
    m_annealing->setValue(training.annealing * 100);
    m_clip->setValue(training.clip);
    m_dropout->setValue(training.dropout * 100);
    m_smoothing->setValue(training.labelSmoothing * 100);
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(training.seed, std::numeric_limits<int>::max())));
    m_threads->setValue(training.threads);
    m_epochs->setValue(training.epochs);
    m_steps->setValue(static_cast<int>(std::min<std::int64_t>(training.steps, std::numeric_limits<int>::max())));
    m_minutes->setValue(training.minutes);
    m_patience->setValue(training.patience);
    m_snapshots->setValue(training.snapshotEvery);
    m_validations->setValue(training.validateEvery);
}

TrainingOptions TrainingFields::training() const
{
    TrainingOptions training;
    training.batch = m_batch->value();
    training.optimizer = static_cast<OptimizerKind>(m_optimizer->currentData().toInt());
    training.learningRate = m_rate->value();
    training.annealing = m_annealing->value() / 100;
    training.clip = m_clip->value();
    training.dropout = m_dropout->value() / 100;
    training.labelSmoothing = m_smoothing->value() / 100;
    training.seed = static_cast<std::uint64_t>(m_seed->value());
    training.threads = m_threads->value();
    training.epochs = m_epochs->value();
    training.steps = m_steps->value();
    training.minutes = m_minutes->value();
    training.patience = m_patience->value();
    training.snapshotEvery = m_snapshots->value();
    training.validateEvery = m_validations->value();
    return training;
}

} // namespace alignoscope::ui
