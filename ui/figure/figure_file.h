// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/drawing.h"

#include <QByteArray>
#include <QImage>

#include <optional>
#include <string>

namespace alignoscope::ui {

enum class FigureFormat { Pdf, Svg, Png };

/// The format a file's ending names.
std::optional<FigureFormat> figureFormatOf(const QString& path);

/// Draws into `area`, in the drawing's proportions, as large as fits; centred, on white.
void paintInto(QPainter& painter, const QRectF& area, const Drawing& drawing);

/// The drawing as pixels. Throws Error(Usage) on an impossible resolution or more than 200 million pixels.
QImage drawingImage(const Drawing& drawing, int dpi);

/// A file's content. PDF and SVG hold shapes and text, never a bitmap; PDF embeds its fonts, SVG draws the tokens as
/// outlines and names them for search and screen readers. `dpi` is that of PNG. Throws as drawingImage does.
QByteArray drawingBytes(FigureFormat format, const Drawing& drawing, int dpi);

/// Throws Error(Usage) "figure: what, expected, got, advice".
[[noreturn]] void refuseFigure(std::string what, std::string expected, std::string got, std::string advice);
void requireWithin(const char* name, double value, double least, double most, const char* unit);

} // namespace alignoscope::ui
