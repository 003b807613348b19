// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "ui/figure/colour_map.h"

#include <QByteArray>
#include <QImage>
#include <QRectF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace alignoscope::ui {

/// How an attention figure looks. Needs a QGuiApplication, no widgets. Always on white.
struct FigureOptions {
    double widthMm = 120;
    double heightMm = 0; ///< 0: as the cells need it
    double fontPt = 9;   ///< of the tokens; they shrink, then thin out, where cells are narrower
    QString fontFamily;  ///< empty: Noto Sans, with Noto's other scripts behind it
    ColourMap colourMap = ColourMap::Viridis;
    bool colourBar = true;
    QString title;
    bool values = false; ///< the weight in every cell that has room and rounds to at least 0.01
    int dpi = 300;       ///< of PNG
};

/// Draws the figure into `area`, in its proportions, as large as fits; centred.
void paintFigure(QPainter& painter, const QRectF& area, const AttentionSnapshot& snapshot,
                 const FigureOptions& options);

/// The size of the finished figure.
QSizeF figureSizeMm(const AttentionSnapshot& snapshot, const FigureOptions& options);

/// The figure as pixels, at `options.dpi`.
QImage figureImage(const AttentionSnapshot& snapshot, const FigureOptions& options);

enum class FigureFormat { Pdf, Svg, Png };

/// The file's content. Throws as writeFigure does.
QByteArray figureBytes(FigureFormat format, const AttentionSnapshot& snapshot, const FigureOptions& options);

/// Writes .pdf, .svg or .png, by the ending: whole or not at all. PDF and SVG hold rectangles and text, never a bitmap;
/// PDF embeds its fonts, SVG draws the tokens as outlines and names them for search and screen readers.
/// Throws Error(Usage) on another ending or an impossible size, Error(Storage) when the file cannot be written.
void writeFigure(const QString& path, const AttentionSnapshot& snapshot, const FigureOptions& options);

} // namespace alignoscope::ui
