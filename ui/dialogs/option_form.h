// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFormLayout>
#include <QString>
#include <QVariant>

#include <utility>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGroupBox;
class QSpinBox;

namespace alignoscope::ui {

/// A group of labelled fields. The tooltip of a field is its accessible description as well.
class OptionForm {
public:
    OptionForm(QFormLayout* layout, QWidget* parent) : m_layout(layout), m_parent(parent) { }
    /// A form of its own in a new box.
    explicit OptionForm(QGroupBox* box);
    QSpinBox* whole(const char* name, const QString& label, int least, int most, const QString& tip) const;
    QDoubleSpinBox* real(const char* name, const QString& label, double least, double most, int decimals,
                         const QString& tip) const;
    QComboBox* choice(const char* name, const QString& label, const QList<std::pair<QString, QVariant>>& items,
                      const QString& tip) const;
    /// A box to tick, which says itself what it does.
    QCheckBox* tick(const char* name, const QString& text, const QString& tip) const;
    [[nodiscard]] QList<QWidget*> labels() const;
    void setShown(QWidget* field, bool shown) const; ///< with its label
    void add(QWidget* field, const char* name, const QString& label, const QString& tip) const;

private:
    QFormLayout* m_layout;
    QWidget* m_parent;
};

} // namespace alignoscope::ui
