// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model_file_job.h"

#include <functional>

class QAction;
class QWidget;

namespace alignoscope::ui {

class Workbench;

/// A run's parameters as a file for other programs, and a run of such a file.
class ParameterActions : public QObject {
    Q_OBJECT
public:
    ParameterActions(Workbench& workbench, QWidget* window);

    QAction* exportBest;
    QAction* exportLast;
    QAction* import;

    /// Makes a run of the file, in the folder for runs, and opens it.
    void importFile(const QString& file);

    /// Asks for a file; an empty answer is a refusal. Tests put their own answers here.
    using Ask = std::function<QString(QWidget* parent, const QString& title, const QString& start)>;
    void setAskForNewFile(Ask ask) { m_askForNewFile = std::move(ask); }
    void setAskForFile(Ask ask) { m_askForFile = std::move(ask); }

signals:
    void message(const QString& text, bool problem);

private:
    void exportParameters(bool best);
    void chooseFile();
    void refresh();

    Workbench& m_workbench;
    QWidget* m_window;
    ModelFileJob m_job;
    Ask m_askForNewFile, m_askForFile;
};

} // namespace alignoscope::ui
