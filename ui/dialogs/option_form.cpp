// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/option_form.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSpinBox>

namespace alignoscope::ui {

void OptionForm::add(QWidget* field, const char* name, const QString& label, const QString& tip) const
{
    field->setObjectName(name);
    field->setToolTip(tip);
    field->setAccessibleDescription(tip);
    m_layout->addRow(label, field);
    if (QWidget* shown = m_layout->labelForField(field))
        shown->setToolTip(tip);
}

QSpinBox* OptionForm::whole(const char* name, const QString& label, int least, int most, const QString& tip) const
{
    auto* box = new QSpinBox(m_parent);
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    add(box, name, label, tip);
    return box;
}

QDoubleSpinBox* OptionForm::real(const char* name, const QString& label, double least, double most, int decimals,
                                 const QString& tip) const
{
    auto* box = new QDoubleSpinBox(m_parent);
    box->setDecimals(decimals);
    box->setRange(least, most);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    add(box, name, label, tip);
    return box;
}

QComboBox* OptionForm::choice(const char* name, const QString& label, const QList<std::pair<QString, QVariant>>& items,
                              const QString& tip) const
{
    auto* box = new QComboBox(m_parent);
    for (const auto& [text, value] : items)
        box->addItem(text, value);
    add(box, name, label, tip);
    return box;
}

} // namespace alignoscope::ui
