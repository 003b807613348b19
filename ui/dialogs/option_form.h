// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFormLayout>
#include <QString>
#include <QVariant>

#include <utility>

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace alignoscope::ui {

/// A group of labelled fields. The tooltip of a field is its accessible description as well.
class OptionForm {
public:
    OptionForm(QFormLayout* layout, QWidget* parent) : m_layout(layout), m_parent(parent) { }
    QSpinBox* whole(const char* name, const QString& label, int least, int most, const QString& tip) const;
    QDoubleSpinBox* real(const char* name, const QString& label, double least, double most, int decimals,
                         const QString& tip) const;
    QComboBox* choice(const char* name, const QString& label, const QList<std::pair<QString, QVariant>>& items,
                      const QString& tip) const;

private:
    void add(QWidget* field, const char* name, const QString& label, const QString& tip) const;

    QFormLayout* m_layout;
    QWidget* m_parent;
};

} // namespace alignoscope::ui
