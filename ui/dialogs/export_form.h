// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/export_content.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFontComboBox;
class QLineEdit;
class QSpinBox;

namespace alignoscope::ui {

/// The choices of the export dialog: format and everything a figure can vary in. A format is known by its file ending.
class ExportForm : public QWidget {
    Q_OBJECT
public:
    ExportForm(const ExportContent& content, ColourMap colourMap, QWidget* parent = nullptr);

    [[nodiscard]] FigureOptions options() const;
    [[nodiscard]] QString format() const; ///< "pdf"
    [[nodiscard]] bool figureChosen() const;
    [[nodiscard]] double least() const; ///< the least weight of a link; 0: the likeliest of each word
    void setFormat(const QString& ending);
    [[nodiscard]] bool knows(const QString& ending) const;

signals:
    void changed();

private:
    QComboBox* m_format;
    QDoubleSpinBox* m_least;
    QStringList m_linkFormats; ///< those that `least` changes
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_height;
    QFontComboBox* m_family;
    QDoubleSpinBox* m_fontSize;
    QComboBox* m_colourMap;
    QCheckBox* m_colourBar;
    QCheckBox* m_values;
    QLineEdit* m_title;
    QSpinBox* m_dpi;

    bool m_cells;

    void fillFormats(const ExportContent& content);
    void fill(ColourMap colourMap);
    void arrange();
    void report();
    void enableWhatMatters();
};

} // namespace alignoscope::ui
