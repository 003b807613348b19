// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/option_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QLabel>
#include <QSpinBox>

namespace alignoscope::ui {

OptionForm::OptionForm(QGroupBox* box) : m_layout(new QFormLayout(box)), m_parent(box)
{
    m_layout->setVerticalSpacing(5);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

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

QCheckBox* OptionForm::tick(const char* name, const QString& text, const QString& tip) const
{
    auto* box = new QCheckBox(text, m_parent);
    add(box, name, QString(), tip);
    return box;
}

QList<QWidget*> OptionForm::labels() const
{
    QList<QWidget*> found;
    for (int row = 0; row < m_layout->rowCount(); ++row)
        if (const QLayoutItem* item = m_layout->itemAt(row, QFormLayout::LabelRole))
            found << item->widget();
    return found;
}

void OptionForm::setShown(QWidget* field, bool shown) const
{
    m_layout->setRowVisible(field, shown);
}

} // namespace alignoscope::ui
