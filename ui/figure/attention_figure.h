// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"
#include "ui/figure/figure_file.h"
#include "ui/figure/reading_order.h"
#include "ui/figure/value_scale.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace alignoscope::ui {

/// How a figure looks. Needs a QGuiApplication, no widgets. Always on white.
struct FigureOptions {
    double widthMm = 120;
    double heightMm = 0; ///< 0: as its content needs it
    double fontPt = 9;   ///< of the tokens; they shrink, then thin out, where cells are narrower
    QString fontFamily;  ///< empty: Noto Sans, with Noto's other scripts behind it
    ColourMap colourMap = ColourMap::Viridis;
    bool colourBar = true;
    QString title;
    bool values = false;                        ///< the weight in every cell that has room and rounds to at least 0.01
    int dpi = 300;                              ///< of PNG
    MatrixLook look;                            ///< of matrices: which numbers they hold and what their axes are
    WordOrder wordOrder = WordOrder::AsWritten; ///< of words side by side
};

/// Throws Error(Usage) on an impossible width, height or size of type.
void checkSizes(const FigureOptions& options);

/// The figure of a matrix. Throws Error(Usage) on an impossible size or where there is nothing to draw.
Drawing attentionDrawing(const AttentionSnapshot& snapshot, const FigureOptions& options);

/// The figure as pixels, at `options.dpi`.
QImage figureImage(const AttentionSnapshot& snapshot, const FigureOptions& options);

/// The file's content. Throws as writeFigure does.
QByteArray figureBytes(FigureFormat format, const AttentionSnapshot& snapshot, const FigureOptions& options);

/// Writes .pdf, .svg or .png, by the ending: whole or not at all. Throws Error(Usage) on another ending or an
/// impossible size, Error(Storage) when the file cannot be written.
void writeFigure(const QString& path, const AttentionSnapshot& snapshot, const FigureOptions& options);

} // namespace alignoscope::ui
