// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/export_dialog.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFontComboBox;
class QLineEdit;
class QSpinBox;

namespace alignoscope::ui {

/// The choices of the export dialog: format and everything a figure can vary in.
class ExportForm : public QWidget {
    Q_OBJECT
public:
    explicit ExportForm(ColourMap colourMap, QWidget* parent = nullptr);

    [[nodiscard]] FigureOptions options() const;
    [[nodiscard]] ExportDialog::Format format() const;
    void setFormat(ExportDialog::Format format);

signals:
    void changed();

private:
    QComboBox* m_format;
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_height;
    QFontComboBox* m_family;
    QDoubleSpinBox* m_fontSize;
    QComboBox* m_colourMap;
    QCheckBox* m_colourBar;
    QCheckBox* m_values;
    QLineEdit* m_title;
    QSpinBox* m_dpi;

    void fill(ColourMap colourMap);
    void arrange();
    void report();
    void enableWhatMatters();
};

} // namespace alignoscope::ui
