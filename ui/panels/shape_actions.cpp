// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/shape_actions.h"

#include "ui/panels/training_actions.h"

#include <QAction>
#include <QCheckBox>
#include <QKeySequence>
#include <QMenu>
#include <QSettings>

namespace alignoscope::ui {

ShapeActions::ShapeActions(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings)
{
    hideEnd = add("actionHideEnd", tr("Hide the &end of the sentence"),
                  tr("Leaves ‹end› out of pictures of attention. The other weights stay as they are."), "hideEnd",
                  Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    hidePunctuation = add("actionHidePunctuation", tr("Hide &punctuation"),
                          tr("Leaves full stops, commas, quotation marks and the like out of pictures of attention."),
                          "hidePunctuation", Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    joinSubwords = add("actionJoinSubwords", tr("&Join pieces of words"), QString(), "joinSubwords",
                       Qt::CTRL | Qt::SHIFT | Qt::Key_J);
    setPicture(nullptr);
}

QAction* ShapeActions::add(const char* name, const QString& text, const QString& help, const char* key,
                           QKeyCombination shortcut)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(m_settings.value(key, false).toBool());
    action->setShortcut(shortcut);
    action->setToolTip(help);
    action->setStatusTip(help);
    connect(action, &QAction::toggled, this, [this, key](bool checked) {
        m_settings.setValue(key, checked);
        emit shapeChanged(shape());
    });
    return action;
}

void ShapeActions::fill(QMenu* menu)
{
    menu->addActions({hideEnd, hidePunctuation, joinSubwords});
}

QCheckBox* ShapeActions::tickBox(QAction* action, const QString& text, QWidget* parent)
{
    auto* box = new QCheckBox(text, parent);
    box->setObjectName(action->objectName().replace("action", "box")); // "boxHideEnd"
    const auto follow = [box, action] {
        box->setChecked(action->isChecked());
        box->setEnabled(action->isEnabled());
        box->setToolTip(action->toolTip());
        box->setAccessibleName(action->text().remove(u'&'));
    };
    connect(action, &QAction::changed, box, follow);
    connect(box, &QCheckBox::toggled, action, &QAction::setChecked);
    follow();
    return box;
}

AttentionShape ShapeActions::shape() const
{
    return {joinSubwords->isChecked(), hideEnd->isChecked(), hidePunctuation->isChecked()};
}

void ShapeActions::setPicture(const AttentionSnapshotPtr& snapshot)
{
    const bool there = snapshot && hasSubwords(*snapshot);
    if (there == joinSubwords->isEnabled() && !joinSubwords->toolTip().isEmpty())
        return;
    setPossible(joinSubwords, there ? QString() : tr("The words of this sentence are not cut into pieces."),
                tr("Shows words where the model reads pieces of words (“lo@@ wer”, “▁lo wer”, “lo ##wer”): adds the "
                   "weights of source pieces up, and averages those of target pieces."));
}

} // namespace alignoscope::ui
