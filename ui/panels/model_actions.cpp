// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/model_actions.h"

#include "ui/bridge/workbench.h"
#include "ui/dialogs/model_dialog.h"
#include "ui/icons.h"
#include "ui/panels/training_actions.h"

#include <QAction>
#include <QMenu>

namespace alignoscope::ui {

ModelActions::ModelActions(Workbench& workbench, QWidget* window)
    : QObject(window), m_workbench(workbench), m_window(window)
{
    menu = new QMenu(tr("&Model"), window);
    menu->setObjectName("menuModel");
    menu->setToolTipsVisible(true);
    for (const Preset& preset : presets()) {
        QAction* action = menu->addAction(QString::fromStdString(preset.title));
        action->setObjectName("actionPreset_" + QString::fromStdString(preset.name));
        action->setToolTip(QString::fromStdString(preset.summary));
        action->setCheckable(true);
        action->setData(QString::fromStdString(preset.name));
        connect(action, &QAction::triggered, this,
                [this, &preset] { m_workbench.setOptions(preset.model, preset.training, preset.name); });
    }
    menu->addSeparator();
    m_settings = menu->addAction(themedIcon("model"), tr("Model &settings…"), this, &ModelActions::showSettings);
    m_settings->setObjectName("actionModelSettings");
    m_settings->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    connect(&workbench, &Workbench::changed, this, &ModelActions::refresh);
    refresh();
}

void ModelActions::refresh()
{
    const QString why = m_workbench.whyNotChooseModel();
    for (QAction* action : menu->actions()) {
        if (!action->isCheckable())
            continue;
        const Preset& preset = alignoscope::preset(action->data().toString().toStdString());
        const QString whyNotThis = why.isEmpty() ? m_workbench.whyNotPreset(preset) : why;
        action->setEnabled(whyNotThis.isEmpty());
        action->setToolTip(whyNotThis.isEmpty() ? QString::fromStdString(preset.summary) : whyNotThis);
        action->setChecked(preset.name == m_workbench.experiment().preset);
    }
    setPossible(m_settings, why, tr("Sizes of the model and how it is trained"));
}

void ModelActions::showSettings()
{
    const Dataset* dataset = m_workbench.dataset().get();
    auto* dialog = new ModelDialog(m_workbench.experiment(), dataset ? dataset->sourceVocabulary.size() : 0,
                                   dataset ? dataset->targetVocabulary.size() : 0, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_workbench.setOptions(dialog->model(), dialog->training(), dialog->preset()); });
    dialog->open();
}

} // namespace alignoscope::ui
