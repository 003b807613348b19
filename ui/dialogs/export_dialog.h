// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/export_content.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace alignoscope::ui {

/// Exports what a view gives away: a figure (PDF, SVG, PNG) with a preview that is the figure, or its numbers. A format
/// is known by its file ending.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(ExportContent content, ColourMap colourMap, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// Asks for a file name; an empty answer is a refusal. Tests put their own answer here.
    using AskForFile = std::function<QString(QWidget* parent, const QString& suggestion, const QString& filter)>;
    void setAskForFile(AskForFile ask);

    [[nodiscard]] FigureOptions options() const;
    [[nodiscard]] QString format() const; ///< "pdf"
    void setFormat(const QString& ending);

public slots:
    void save();
    void copyImage();

signals:
    void saved(const QString& path);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;

    void build(ColourMap colourMap);
    void refresh();
    void write(const QString& path) const;
    [[nodiscard]] const TextExport* chosenText() const;
    [[nodiscard]] std::string textBytes() const;
    void say(const QString& text, bool trouble);
    [[nodiscard]] QString filters() const;
    QString withEnding(const QString& path);
};

} // namespace alignoscope::ui
