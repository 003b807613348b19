// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace alignoscope::ui {

class DatasetDialog;
class Workbench;

/// Opening datasets, runs and attention of other programs, recent runs, and copying a run to another place.
class FileActions : public QObject {
    Q_OBJECT
public:
    FileActions(Workbench& workbench, QWidget* window);

    QAction* openDataset;
    QAction* openRun;
    QAction* openAttention;
    QAction* saveRunAs;
    QMenu* recentRuns;

    /// A run folder is opened as a run, a ".safetensors" file as the parameters of a model, a file that looks like
    /// attention as that (with the text of its source and of its target behind it, where they are given),
    /// "builtin:NAME" loaded as it is, other files are shown in the dataset dialog first.
    void openPaths(const QStringList& paths);

    /// Asks for a folder or a file; an empty answer is a refusal. Tests put their own answers here.
    using AskForFolder = std::function<QString(QWidget* parent, const QString& title, const QString& start)>;
    void setAskForFolder(AskForFolder ask) { m_askForFolder = std::move(ask); }
    void setAskForFile(AskForFolder ask) { m_askForFile = std::move(ask); }
    void setAskForText(AskForFolder ask) { m_askForText = std::move(ask); }

    /// Asks for the words of a side that the open attention lacks, and opens it again with them.
    void chooseAttentionText(bool source);

signals:
    void message(const QString& text, bool problem);
    void modelFileChosen(const QString& file); ///< the parameters of a model, which are to become a run

private:
    void connectWorkbench();
    void showDatasetDialog(const std::function<void(DatasetDialog&)>& prepare);
    void chooseRun();
    void chooseAttention();
    [[nodiscard]] static bool isAttention(const QStringList& paths);
    void copyRun();
    void fillRecent();
    void refresh();

    Workbench& m_workbench;
    QWidget* m_window;
    AskForFolder m_askForFolder;
    AskForFolder m_askForFile;
    AskForFolder m_askForText;
};

} // namespace alignoscope::ui
