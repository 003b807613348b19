// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QListView;
class QMenu;
class QToolButton;

namespace alignoscope::ui {

class ExperimentRuns;
class Workbench;

/// The runs of an experiment: a list with ticks, and how runs and reports come into it and go.
class ExperimentRunsBox : public QWidget {
    Q_OBJECT
public:
    ExperimentRunsBox(Workbench& workbench, ExperimentRuns& runs, QWidget* parent = nullptr);

    [[nodiscard]] int chosen() const; ///< the row in front; −1: none

    using AskForFolder = std::function<QString(QWidget* parent, const QString& title, const QString& start)>;
    using AskForFiles = std::function<QStringList(QWidget* parent, const QString& title)>;
    void setAskForFolder(AskForFolder ask) { m_askForFolder = std::move(ask); }
    void setAskForFiles(AskForFiles ask) { m_askForFiles = std::move(ask); }

public slots:
    void addRun(const QString& folder);
    void openReports();

signals:
    void chosenChanged();
    void message(const QString& text);

private:
    void fillMenu();
    void removeChosen();
    void refresh();

    Workbench& m_workbench;
    ExperimentRuns& m_runs;
    AskForFolder m_askForFolder;
    AskForFiles m_askForFiles;
    QListView* m_list;
    QMenu* m_menu;
    QToolButton* m_remove;
};

} // namespace alignoscope::ui
