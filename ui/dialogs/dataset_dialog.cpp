// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dataset_dialog.h"

#include "ui/bridge/corpus_job.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace alignoscope::ui {

class DatasetDialog::Parts {
public:
    CorpusJob job;
    std::optional<ChosenDataset> ready, chosen;
    std::function<QStringList(QWidget*)> chooser;
    QLabel* message = nullptr;
    QPushButton* use = nullptr;
};

DatasetDialog::DatasetDialog(QWidget* parent) : QDialog(parent), m_parts(std::make_unique<Parts>())
{
    setObjectName("datasetDialog");
    setWindowTitle(tr("Open dataset"));
    auto* layout = new QVBoxLayout(this);
    auto* corpora = new QComboBox;
    for (const BuiltinCorpus& corpus : builtinCorpora())
        corpora->addItem(QString::fromStdString(corpus.name));
    auto* files = new QPushButton(tr("Choose &files…"));
    m_parts->message = new QLabel;
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_parts->use = buttons->addButton(tr("&Use this dataset"), QDialogButtonBox::AcceptRole);
    m_parts->use->setEnabled(false);
    for (QWidget* widget : {static_cast<QWidget*>(corpora), static_cast<QWidget*>(files),
                            static_cast<QWidget*>(m_parts->message), static_cast<QWidget*>(buttons)})
        layout->addWidget(widget);
    m_parts->chooser = [](QWidget* owner) { return QFileDialog::getOpenFileNames(owner); };
    connect(corpora, &QComboBox::textActivated, this, [this](const QString& name) {
        CorpusSource source;
        source.builtin = name.toStdString();
        open(source);
    });
    connect(files, &QPushButton::clicked, this, [this] { openFiles(m_parts->chooser(this)); });
    connect(buttons, &QDialogButtonBox::accepted, this, &DatasetDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &DatasetDialog::reject);
    connect(&m_parts->job, &CorpusJob::failed, m_parts->message, &QLabel::setText);
    connect(&m_parts->job, &CorpusJob::progressed, m_parts->message,
            [this](double, const QString& what) { m_parts->message->setText(what); });
    connect(&m_parts->job, &CorpusJob::finished, this, [this](const ChosenDataset& dataset) {
        m_parts->ready = dataset;
        m_parts->use->setEnabled(true);
        m_parts->message->setText(tr("%n pair(s)", nullptr, static_cast<int>(dataset.dataset->training.size())));
    });
}

DatasetDialog::~DatasetDialog() = default;

void DatasetDialog::open(const CorpusSource& source)
{
    CorpusTask task;
    task.source = source;
    task.suggestedText = true;
    m_parts->job.start(std::move(task));
}

void DatasetDialog::openFiles(const QStringList& files)
{
    if (files.isEmpty())
        return;
    CorpusSource source;
    source.file = files.at(0).toStdString();
    if (files.size() > 1)
        source.targetFile = files.at(1).toStdString();
    open(source);
}

const std::optional<ChosenDataset>& DatasetDialog::chosen() const
{
    return m_parts->chosen;
}

void DatasetDialog::setFileChooser(std::function<QStringList(QWidget*)> chooser)
{
    m_parts->chooser = std::move(chooser);
}

void DatasetDialog::accept()
{
    if (!m_parts->ready)
        return;
    m_parts->chosen = m_parts->ready;
    QDialog::accept();
}

void DatasetDialog::reject()
{
    m_parts->job.cancel();
    QDialog::reject();
}

} // namespace alignoscope::ui
