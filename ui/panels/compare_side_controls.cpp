// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/compare_side_controls.h"

#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"
#include "ui/models/sentence_model.h"
#include "ui/panels/attention_filter.h"
#include "ui/panels/step_chooser.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace alignoscope::ui {

static QComboBox* comboBox(const QString& name, const QString& tip, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->setToolTip(tip);
    box->setAccessibleName(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long sentence must not widen it
    box->setMinimumContentsLength(6);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

static QVBoxLayout* rowsIn(QWidget* page)
{
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    return rows;
}

CompareSideControls::CompareSideControls(const QString& letter, ComparisonSide& side, Workbench& workbench,
                                         const SentenceModel& sentences, QWidget* parent)
    : QWidget(parent), m_side(side), m_workbench(workbench), m_sentences(sentences),
      m_askForRun([](QWidget* window, const QString& title, const QString& start) {
          return QFileDialog::getExistingDirectory(window, title, start);
      }),
      m_askForFile([](QWidget* window, const QString& title, const QString& start) {
          return QFileDialog::getOpenFileName(window, title, start, attentionFilter());
      })
{
    build(letter);
    connectParts();
    fillRuns();
    fillSentences();
    fillFileSentences();
    refresh();
}

void CompareSideControls::build(const QString& letter)
{
    const QString prefix = "compare" + letter;
    m_kind = comboBox(prefix + "Kind", tr("What side %1 shows").arg(letter), this);
    m_kind->addItems({tr("this run now"), tr("this run at step…"), tr("another run…"), tr("another sentence…"),
                      tr("an attention file…")}); // in the order of SideChoice::Kind
    auto* name = new QLabel(letter, this);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    name->setBuddy(m_kind);

    m_step = new StepChooser(prefix + "Step", tr("Step of side %1").arg(letter), this);
    m_sentence = comboBox(prefix + "Sentence", tr("Sentence of side %1").arg(letter), this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(new QWidget(this));
    m_pages->addWidget(m_step);
    m_pages->addWidget(buildRunPage(prefix));
    m_pages->addWidget(m_sentence);
    m_pages->addWidget(buildFilePage(prefix));

    auto* first = new QHBoxLayout;
    first->addWidget(name);
    first->addWidget(m_kind, 1);
    QVBoxLayout* rows = rowsIn(this);
    rows->addLayout(first);
    rows->addWidget(m_pages);
    rows->addStretch(1);
}

QWidget* CompareSideControls::buildRunPage(const QString& prefix)
{
    m_run = comboBox(prefix + "Run", tr("The run to compare with, of those used lately or another folder"), this);
    m_runStep = new StepChooser(prefix + "RunStep", tr("Step of that run"), this);
    auto* page = new QWidget(this);
    QVBoxLayout* rows = rowsIn(page);
    rows->addWidget(m_run);
    rows->addWidget(m_runStep);
    return page;
}

QWidget* CompareSideControls::buildFilePage(const QString& prefix)
{
    m_file = new QPushButton(this);
    m_file->setObjectName(prefix + "File");
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_fileSentence = comboBox(prefix + "FileSentence", tr("The sentence of the file"), this);
    auto* page = new QWidget(this);
    QVBoxLayout* rows = rowsIn(page);
    rows->addWidget(m_file);
    rows->addWidget(m_fileSentence);
    return page;
}

void CompareSideControls::connectParts()
{
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int kind) {
        change([kind](SideChoice& choice) { choice.kind = static_cast<SideChoice::Kind>(kind); });
    });
    connect(m_step, &StepChooser::chosen, this,
            [this](qint64 step) { change([step](SideChoice& choice) { choice.step = step; }); });
    connect(m_runStep, &StepChooser::chosen, this,
            [this](qint64 step) { change([step](SideChoice& choice) { choice.runStep = step; }); });
    connect(m_run, &QComboBox::activated, this, &CompareSideControls::chooseRun);
    connect(m_sentence, &QComboBox::currentIndexChanged, this, [this] {
        const SentenceId sentence{m_sentence->currentData().toInt()};
        change([sentence](SideChoice& choice) { choice.sentence = sentence; });
    });
    connect(m_file, &QPushButton::clicked, this, &CompareSideControls::chooseFile);
    connect(m_fileSentence, &QComboBox::currentIndexChanged, this, [this] {
        const SentenceId sentence{m_fileSentence->currentData().toInt()};
        change([sentence](SideChoice& choice) { choice.fileSentence = sentence; });
    });
    connect(&m_side, &ComparisonSide::choiceChanged, this, &CompareSideControls::refresh);
    connect(&m_side, &ComparisonSide::stepsChanged, this, &CompareSideControls::refresh);
    connect(&m_side, &ComparisonSide::fileChanged, this, [this] {
        fillFileSentences();
        refresh();
    });
    connect(&m_workbench.library(), &RunLibrary::recentChanged, this, &CompareSideControls::fillRuns);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_sentences, signal, this, &CompareSideControls::fillSentences);
    connect(&m_sentences, &QAbstractItemModel::modelReset, this, &CompareSideControls::fillSentences);
}

void CompareSideControls::change(const std::function<void(SideChoice&)>& edit)
{
    SideChoice choice = m_side.choice();
    edit(choice);
    m_side.setChoice(choice);
}

void CompareSideControls::chooseRun(int item)
{
    QString folder = m_run->itemData(item).toString();
    if (folder.isEmpty() && item == m_run->count() - 1)
        folder = m_askForRun(window(), tr("Compare with which run?"), m_workbench.library().home());
    if (!folder.isEmpty()) {
        change([&folder](SideChoice& choice) {
            choice.run = toPath(folder);
            choice.runStep = SideChoice::last;
        });
    }
    fillRuns();
}

void CompareSideControls::chooseFile()
{
    const std::filesystem::path& open = m_side.choice().file;
    const QString start = open.empty() ? QDir::homePath() : toQString(open.parent_path());
    const QString file = m_askForFile(window(), tr("Compare with which file?"), start);
    if (file.isEmpty())
        return;
    change([&file](SideChoice& choice) {
        choice.file = toPath(file);
        choice.fileSentence = SentenceId{-1};
    });
}

// The chosen run stands there too, wherever it is; last the way to others.
void CompareSideControls::fillRuns()
{
    const QSignalBlocker quiet(m_run);
    const QString chosen = toQString(m_side.choice().run);
    QStringList runs = m_workbench.library().recent();
    runs.removeAll(toQString(m_workbench.folder())); // that is this run
    if (!chosen.isEmpty() && !runs.contains(chosen))
        runs.prepend(chosen);
    m_run->clear();
    m_run->setPlaceholderText(tr("choose a run"));
    for (const QString& run : runs) {
        m_run->addItem(QFileInfo(run).fileName(), run);
        m_run->setItemData(m_run->count() - 1, run, Qt::ToolTipRole);
    }
    m_run->addItem(tr("Another folder…"));
    m_run->setCurrentIndex(chosen.isEmpty() ? -1 : m_run->findData(chosen));
}

void CompareSideControls::fillSentences()
{
    const QSignalBlocker quiet(m_sentence);
    m_sentence->clear();
    m_sentence->setPlaceholderText(tr("choose a sentence"));
    for (int row = 0; row < m_sentences.rowCount(); ++row) {
        const QModelIndex sentence = m_sentences.index(row, SentenceModel::SentenceColumn);
        if (const int id = sentence.data(SentenceModel::IdRole).toInt(); id >= 0)
            m_sentence->addItem(sentence.data().toString(), id);
    }
    refresh();
}

void CompareSideControls::fillFileSentences()
{
    const QSignalBlocker quiet(m_fileSentence);
    m_fileSentence->clear();
    m_fileSentence->addItem(tr("the same sentence"), -1);
    if (m_side.file())
        for (const WatchedSentence& sentence : m_side.file()->sentences)
            m_fileSentence->addItem(QString::fromStdString(sentence.source), index(sentence.id));
}

void CompareSideControls::refresh()
{
    const SideChoice& choice = m_side.choice();
    const QSignalBlocker quietKind(m_kind), quietSentence(m_sentence), quietFile(m_fileSentence);
    m_kind->setCurrentIndex(static_cast<int>(choice.kind));
    for (int page = 0; page < m_pages->count(); ++page) // only the one in front takes room
        m_pages->widget(page)->setSizePolicy(
            QSizePolicy::Preferred, page == static_cast<int>(choice.kind) ? QSizePolicy::Fixed : QSizePolicy::Ignored);
    m_pages->setCurrentIndex(static_cast<int>(choice.kind));
    m_step->setSteps(m_side.steps());
    m_step->setStep(choice.step);
    m_runStep->setSteps(m_side.steps());
    m_runStep->setStep(choice.runStep);
    m_sentence->setCurrentIndex(m_sentence->findData(index(choice.sentence)));
    m_file->setText(choice.file.empty() ? tr("Choose a file…") : toQString(choice.file.filename()));
    m_file->setToolTip(choice.file.empty() ? tr("Attention or links that another program or run wrote")
                                           : toQString(choice.file));
    m_file->setAccessibleName(tr("The file to compare with: %1").arg(m_file->text()));
    m_fileSentence->setCurrentIndex(std::max(0, m_fileSentence->findData(index(choice.fileSentence))));
    m_fileSentence->setEnabled(!choice.file.empty());
    const QString run = toQString(choice.run);
    if (m_run->currentData().toString() != run)
        fillRuns();
}

} // namespace alignoscope::ui
