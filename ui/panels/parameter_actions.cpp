// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/parameter_actions.h"

#include "ui/bridge/paths.h"
#include "ui/bridge/workbench.h"
#include "ui/panels/training_actions.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>

namespace alignoscope::ui {

ParameterActions::ParameterActions(Workbench& workbench, QWidget* window)
    : QObject(window), m_workbench(workbench), m_window(window),
      m_askForNewFile([](QWidget* parent, const QString& title, const QString& start) {
          return QFileDialog::getSaveFileName(parent, title, start, tr("Parameters (*.safetensors)"));
      }),
      m_askForFile([](QWidget* parent, const QString& title, const QString& start) {
          return QFileDialog::getOpenFileName(parent, title, start, tr("Parameters (*.safetensors)"));
      })
{
    exportBest = new QAction(tr("Export &best parameters…"), this);
    exportBest->setObjectName("actionExportBestParameters");
    exportLast = new QAction(tr("Export ne&west parameters…"), this);
    exportLast->setObjectName("actionExportNewestParameters");
    import = new QAction(tr("&Import parameters…"), this);
    import->setObjectName("actionImportParameters");
    connect(exportBest, &QAction::triggered, this, [this] { exportParameters(true); });
    connect(exportLast, &QAction::triggered, this, [this] { exportParameters(false); });
    connect(import, &QAction::triggered, this, &ParameterActions::chooseFile);
    connect(&m_job, &ModelFileJob::exported, this,
            [this](const QString& file) { emit message(tr("The parameters were written to %1.").arg(file), false); });
    connect(&m_job, &ModelFileJob::imported, this, [this](const QString& run) { m_workbench.openRun(toPath(run)); });
    connect(&m_job, &ModelFileJob::failed, this, [this](const QString& text) { emit message(text, true); });
    connect(&m_workbench, &Workbench::changed, this, &ParameterActions::refresh);
    refresh();
}

void ParameterActions::refresh()
{
    const QString why = m_workbench.whyNotExportParameters();
    setPossible(exportBest, why,
                tr("Write the parameters with the lowest loss on the validation part into a file for other programs"));
    setPossible(exportLast, why, tr("Write the parameters saved last into a file for other programs"));
    setPossible(import, m_workbench.whyNotChooseData(),
                tr("Make a run of parameters that were exported here or written by another program"));
}

void ParameterActions::exportParameters(bool best)
{
    const std::filesystem::path& run = m_workbench.folder();
    const QString name = QFileInfo(toQString(run)).fileName() + ".safetensors";
    QString file = m_askForNewFile(m_window, tr("Export parameters"), QDir::home().filePath(name));
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += ".safetensors";
    m_job.exportRun(run, best, toPath(file));
}

void ParameterActions::chooseFile()
{
    const QString file = m_askForFile(m_window, tr("Import parameters"), QDir::homePath());
    if (!file.isEmpty())
        importFile(file);
}

void ParameterActions::importFile(const QString& file)
{
    m_job.importFile(toPath(file), m_workbench.library().newFolder(QFileInfo(file).completeBaseName()));
}

} // namespace alignoscope::ui
