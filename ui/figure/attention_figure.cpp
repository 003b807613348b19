// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/attention_figure.h"

#include "alignoscope/attention_export.h"
#include "ui/figure/compose_figure.h"
#include "ui/figure/token_label.h"

#include <QFileInfo>

#include <filesystem>

namespace alignoscope::ui {
namespace {

void check(const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    checkSizes(options);
    if (!isDrawable(snapshot))
        refuseFigure("there is no attention to draw", "a weight for every pair of tokens",
                     std::to_string(snapshot.weights.size()) + " weights for " + std::to_string(snapshot.targets())
                         + " × " + std::to_string(snapshot.sources()) + " tokens",
                     "Choose another sentence.");
}

} // namespace

void checkSizes(const FigureOptions& options)
{
    requireWithin("width", options.widthMm, 10, 2000, "mm");
    if (options.heightMm != 0)
        requireWithin("height", options.heightMm, 10, 2000, "mm");
    requireWithin("font size", options.fontPt, 2, 144, "pt");
}

Drawing attentionDrawing(const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    check(snapshot, options);
    return composeFigure(snapshot, options);
}

QImage figureImage(const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    return drawingImage(attentionDrawing(snapshot, options), options.dpi);
}

QByteArray figureBytes(FigureFormat format, const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    return drawingBytes(format, attentionDrawing(snapshot, options), options.dpi);
}

void writeFigure(const QString& path, const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    const QString ending = QFileInfo(path).suffix();
    const std::optional<FigureFormat> format = figureFormatOf(path);
    if (!format)
        refuseFigure("the file's ending names no kind of figure", ".pdf, .svg or .png",
                     ending.isEmpty() ? "no ending" : ending.toStdString(), "Choose one of them.");
    const QByteArray bytes = figureBytes(*format, snapshot, options);
    writeFileAtomically(std::filesystem::path(path.toStdString()),
                        {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace alignoscope::ui
