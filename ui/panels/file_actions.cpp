// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/file_actions.h"

#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"
#include "ui/dialogs/dataset_dialog.h"
#include "ui/icons.h"
#include "ui/panels/attention_filter.h"
#include "ui/panels/training_actions.h"

#include "alignoscope/attention_import.h"
#include "alignoscope/error.h"
#include "alignoscope/run.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMenu>

namespace alignoscope::ui {

FileActions::FileActions(Workbench& workbench, QWidget* window)
    : QObject(window), m_workbench(workbench), m_window(window),
      m_askForFolder([](QWidget* parent, const QString& title, const QString& start) {
          return QFileDialog::getExistingDirectory(parent, title, start);
      }),
      m_askForFile([](QWidget* parent, const QString& title, const QString& start) {
          return QFileDialog::getOpenFileName(parent, title, start, attentionFilter());
      }),
      m_askForText([](QWidget* parent, const QString& title, const QString& start) {
          return QFileDialog::getOpenFileName(parent, title, start, tr("All files (*)"));
      })
{
    openDataset = new QAction(themedIcon("dataset"), tr("&Open dataset…"), this);
    openDataset->setObjectName("actionOpenDataset");
    openDataset->setShortcut(QKeySequence::Open);
    openRun = new QAction(themedIcon("run"), tr("Open &run…"), this);
    openRun->setObjectName("actionOpenRun");
    openRun->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    openAttention = new QAction(themedIcon("attention"), tr("Open &attention…"), this);
    openAttention->setObjectName("actionOpenAttention");
    openAttention->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    saveRunAs = new QAction(tr("&Save run as…"), this);
    saveRunAs->setObjectName("actionSaveRunAs");
    saveRunAs->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    recentRuns = new QMenu(tr("Re&cent runs"), window);
    recentRuns->setObjectName("menuRecentRuns");
    connect(openDataset, &QAction::triggered, this, [this] {
        showDatasetDialog([this](DatasetDialog& dialog) {
            if (m_workbench.dataset())
                dialog.open(m_workbench.experiment().corpus);
        });
    });
    connect(openRun, &QAction::triggered, this, &FileActions::chooseRun);
    connect(openAttention, &QAction::triggered, this, &FileActions::chooseAttention);
    connect(saveRunAs, &QAction::triggered, this, &FileActions::copyRun);
    connect(recentRuns, &QMenu::aboutToShow, this, &FileActions::fillRecent);
    connectWorkbench();
    refresh();
}

void FileActions::connectWorkbench()
{
    RunLibrary& library = m_workbench.library();
    connect(&library, &RunLibrary::copied, this,
            [this](const QString& to) { emit message(tr("The run was copied to %1.").arg(to), false); });
    connect(&library, &RunLibrary::copyFailed, this, [this](const QString& text) { emit message(text, true); });
    connect(&library, &RunLibrary::recentChanged, this, &FileActions::fillRecent);
    connect(&m_workbench, &Workbench::changed, this, &FileActions::refresh);
    fillRecent();
}

void FileActions::refresh()
{
    const QString why = m_workbench.whyNotChooseData();
    setPossible(openDataset, why, tr("Choose the sentence pairs to learn from"));
    setPossible(openRun, why, tr("Open a run that was trained before"));
    setPossible(openAttention, why, tr("Open attention or alignments of another program"));
    setPossible(saveRunAs, m_workbench.whyNotCopyRun(), tr("Copy this run to another folder"));
    recentRuns->setEnabled(why.isEmpty());
}

bool FileActions::isAttention(const QStringList& paths)
{
    if (paths.front().startsWith("builtin:") || paths.size() > 3)
        return false;
    try {
        return recognizeAttention(toPath(paths.front())) != AttentionFormat::Automatic;
    } catch (const Error&) {
        return false; // the dataset dialog says what is the matter with the file
    }
}

void FileActions::showDatasetDialog(const std::function<void(DatasetDialog&)>& prepare)
{
    auto* dialog = new DatasetDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->chosen())
            m_workbench.setDataset(*dialog->chosen());
    });
    prepare(*dialog);
    dialog->QDialog::open();
}

void FileActions::openPaths(const QStringList& paths)
{
    if (const QString why = m_workbench.whyNotChooseData(); !why.isEmpty()) {
        emit message(why, false);
        return;
    }
    if (paths.isEmpty()) {
        m_workbench.loadCorpus(CorpusSource::parse({"builtin:" + builtinCorpora().front().name}));
        return;
    }
    if (QFileInfo(paths.front()).isDir()) {
        m_workbench.openRun(toPath(paths.front()));
        return;
    }
    if (isAttention(paths)) {
        m_workbench.openAttention(
            {toPath(paths.front()), toPath(paths.value(1)), toPath(paths.value(2))}); // the text of either side
        return;
    }
    if (paths.size() == 1 && QFileInfo(paths.front()).suffix().toLower() == "safetensors") {
        emit modelFileChosen(paths.front());
        return;
    }
    if (!paths.front().startsWith("builtin:")) {
        showDatasetDialog([&paths](DatasetDialog& dialog) { dialog.openFiles(paths); });
        return;
    }
    try {
        m_workbench.loadCorpus(CorpusSource::parse({paths.front().toStdString()}));
    } catch (const Error& error) {
        emit message(QString::fromUtf8(error.what()), true);
    }
}

void FileActions::chooseRun()
{
    const QString folder = m_askForFolder(m_window, tr("Open run"), m_workbench.library().home());
    if (!folder.isEmpty())
        m_workbench.openRun(toPath(folder));
}

void FileActions::chooseAttention()
{
    const OpenedAttentionPtr& open = m_workbench.attention();
    const QString start = open ? toQString(open->request.file.parent_path()) : QDir::homePath();
    const QString file = m_askForFile(m_window, tr("Open attention"), start);
    if (!file.isEmpty())
        m_workbench.openAttention({toPath(file)});
}

void FileActions::chooseAttentionText(bool source)
{
    const OpenedAttentionPtr open = m_workbench.attention();
    if (!open)
        return;
    const QString title = source ? tr("Choose the text of the source") : tr("Choose the text of the target");
    const QString text = m_askForText(m_window, title, toQString(open->request.file.parent_path()));
    if (text.isEmpty())
        return;
    AttentionRequest request = open->request;
    (source ? request.sourceText : request.targetText) = toPath(text);
    m_workbench.openAttention(request);
}

void FileActions::copyRun()
{
    const QString place = m_askForFolder(m_window, tr("Copy the run into which folder?"), QDir::homePath());
    if (place.isEmpty())
        return;
    const std::filesystem::path& run = m_workbench.folder();
    m_workbench.library().copy(run, toPath(place) / run.filename());
}

void FileActions::fillRecent()
{
    recentRuns->clear();
    for (const QString& run : m_workbench.library().recent()) {
        QAction* action = recentRuns->addAction(QFileInfo(run).fileName());
        action->setToolTip(run);
        connect(action, &QAction::triggered, this, [this, run] { m_workbench.openRun(toPath(run)); });
    }
    if (recentRuns->isEmpty())
        recentRuns->addAction(tr("(none yet)"))->setEnabled(false);
}

} // namespace alignoscope::ui
