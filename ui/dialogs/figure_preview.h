// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/export_content.h"

#include <QPixmap>
#include <QWidget>

namespace alignoscope::ui {

/// The figure itself on a sheet of paper as large as fits; or why it cannot be drawn so.
class FigurePreview : public QWidget {
    Q_OBJECT
public:
    explicit FigurePreview(std::function<Drawing(const FigureOptions&)> compose, QWidget* parent = nullptr);

    void setOptions(const FigureOptions& options);
    /// Where the sheet is drawn.
    [[nodiscard]] QRectF sheet() const;

    [[nodiscard]] QSize sizeHint() const override { return {520, 460}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 220}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::function<Drawing(const FigureOptions&)> m_compose;
    Drawing m_drawing;
    QString m_problem;
    QSizeF m_sizeMm{120, 90};
    QPixmap m_picture; ///< null: to be drawn

    void render();
};

} // namespace alignoscope::ui
