// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/training_actions.h"

#include "ui/bridge/workbench.h"
#include "ui/icons.h"

#include <QAction>

namespace alignoscope::ui {

void setPossible(QAction* action, const QString& whyNot, const QString& hint)
{
    action->setEnabled(whyNot.isEmpty());
    const QString tip = whyNot.isEmpty() ? hint : whyNot;
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : QString("%1 (%2)").arg(tip, keys));
    action->setStatusTip(tip);
}

TrainingActions::TrainingActions(Workbench& workbench, QObject* parent) : QObject(parent), m_workbench(workbench)
{
    start = make("actionStart", "start", tr("&Start"), Qt::Key_F5);
    pause = make("actionPause", "pause", tr("&Pause"), Qt::Key_F6);
    step = make("actionStep", "step", tr("S&tep"), Qt::Key_F7);
    stop = make("actionStop", "stop", tr("St&op"), QKeySequence(Qt::SHIFT | Qt::Key_F5));
    newRun = make("actionNewRun", "add", tr("&New run"), QKeySequence::New);
    connect(start, &QAction::triggered, &workbench, [this] { m_workbench.start(); });
    connect(pause, &QAction::triggered, &workbench, &Workbench::pauseOrResume);
    connect(step, &QAction::triggered, &workbench, &Workbench::step);
    connect(stop, &QAction::triggered, &workbench, &Workbench::stop);
    connect(newRun, &QAction::triggered, &workbench, &Workbench::newRun);
    connect(&workbench, &Workbench::changed, this, &TrainingActions::refresh);
    refresh();
}

QAction* TrainingActions::make(const char* name, const char* icon, const QString& text, const QKeySequence& shortcut)
{
    auto* action = new QAction(themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    return action;
}

void TrainingActions::refresh()
{
    const bool paused = m_workbench.paused();
    start->setText(m_workbench.continues() ? tr("&Continue") : tr("&Start"));
    setPossible(start, m_workbench.whyNotStart(), m_workbench.startHint());
    pause->setText(paused ? tr("&Resume") : tr("&Pause"));
    pause->setIcon(themedIcon(paused ? "start" : "pause"));
    setPossible(pause, m_workbench.whyNotPause(),
                paused ? tr("Go on training") : tr("Hold the training after the update under way"));
    setPossible(step, m_workbench.whyNotStep(), tr("Do one update of the model, then hold"));
    setPossible(stop, m_workbench.whyNotStop(), tr("Stop the training and save the model"));
    QString whyNotNew = m_workbench.whyNotChooseData();
    if (whyNotNew.isEmpty() && m_workbench.folder().empty() && !m_workbench.attention())
        whyNotNew = tr("There is no run yet to put aside.");
    setPossible(newRun, whyNotNew, tr("Put this run aside (its folder stays) and begin a new one"));
}

} // namespace alignoscope::ui
