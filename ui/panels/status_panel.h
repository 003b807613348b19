// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

class QLabel;
class QStatusBar;

namespace alignoscope::ui {

class Workbench;

/// What the status bar says: dataset or run folder, step, threads, memory, last checkpoint.
class StatusPanel : public QObject {
    Q_OBJECT
public:
    StatusPanel(Workbench& workbench, QStatusBar* bar);

private:
    QLabel* addPart(const char* name, const QString& tip);
    void refresh();
    void refreshMemory();

    Workbench& m_workbench;
    QStatusBar* m_bar;
    QLabel* m_run;
    QLabel* m_step;
    QLabel* m_threads;
    QLabel* m_memory;
    QLabel* m_checkpoint;
    QTimer m_slowly;
    qint64 m_lastStep = 0;
    QString m_saved;
};

} // namespace alignoscope::ui
