// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "ui/figure/attention_figure.h"

#include <QPixmap>
#include <QWidget>

namespace alignoscope::ui {

/// The figure itself, drawn by paintFigure on a sheet of paper as large as fits.
class FigurePreview : public QWidget {
    Q_OBJECT
public:
    explicit FigurePreview(AttentionSnapshotPtr snapshot, QWidget* parent = nullptr);

    void setOptions(const FigureOptions& options);
    /// Where the sheet is drawn.
    [[nodiscard]] QRectF sheet() const;

    [[nodiscard]] QSize sizeHint() const override { return {520, 460}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 220}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    AttentionSnapshotPtr m_snapshot;
    FigureOptions m_options;
    QSizeF m_sizeMm;
    QPixmap m_picture; ///< null: to be drawn

    void render();
};

} // namespace alignoscope::ui
