// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace alignoscope::ui {

class Workbench;

/// Start, pause, step and stop, grey with a reason while they are not possible.
class TrainingActions : public QObject {
    Q_OBJECT
public:
    explicit TrainingActions(Workbench& workbench, QObject* parent = nullptr);

    QAction* start;
    QAction* pause;
    QAction* step;
    QAction* stop;
    QAction* newRun;

private:
    QAction* make(const char* name, const char* icon, const QString& text, const QKeySequence& shortcut);
    void refresh();

    Workbench& m_workbench;
};

/// Enables an action, or greys it with the reason why in its tooltip.
void setPossible(QAction* action, const QString& whyNot, const QString& hint);

} // namespace alignoscope::ui
