// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/attention_figure.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"
#include "ui/figure/compose_figure.h"
#include "ui/figure/token_label.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>
#include <filesystem>

namespace alignoscope::ui {
namespace {

constexpr double mostPixels = 2e8;

[[noreturn]] void refuse(std::string what, std::string expected, std::string got, std::string advice)
{
    throw Error(ErrorKind::Usage, {"figure", std::move(what), std::move(expected), std::move(got), std::move(advice)});
}

std::string text(double value)
{
    return QString::number(value).toStdString();
}

void requireWithin(const char* name, double value, double least, double most, const char* unit)
{
    if (!(value >= least && value <= most))
        refuse(std::string("the ") + name + " is impossible", text(least) + " to " + text(most) + ' ' + unit,
               text(value) + ' ' + unit, "Choose a value between them.");
}

void check(const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    requireWithin("width", options.widthMm, 10, 2000, "mm");
    if (options.heightMm != 0)
        requireWithin("height", options.heightMm, 10, 2000, "mm");
    requireWithin("font size", options.fontPt, 2, 144, "pt");
    if (!isDrawable(snapshot))
        refuse("there is no attention to draw", "a weight for every pair of tokens",
               std::to_string(snapshot.weights.size()) + " weights for " + std::to_string(snapshot.targets()) + " × "
                   + std::to_string(snapshot.sources()) + " tokens",
               "Choose another sentence.");
}

void paintInto(QPainter& painter, const QRectF& area, const Drawing& drawing)
{
    const double scale = std::min(area.width() / drawing.size.width(), area.height() / drawing.size.height());
    const QSizeF size = drawing.size * scale;
    painter.save();
    painter.translate(area.center() - QPointF(size.width(), size.height()) / 2);
    painter.scale(scale, scale);
    painter.fillRect(QRectF(QPointF(), drawing.size), Qt::white);
    paintDrawing(painter, drawing);
    painter.restore();
}

QByteArray pdf(const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    const Drawing drawing = composeFigure(snapshot, options);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(drawing.title);
    writer.setCreator(QStringLiteral("Alignoscope"));
    writer.setResolution(1200);
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(drawing.size / Drawing::unitsPerPoint, QPageSize::Point, {}, QPageSize::ExactMatch));
    QPainter painter(&writer);
    const double scale = 1200 / 72.0 / Drawing::unitsPerPoint;
    painter.scale(scale, scale);
    paintDrawing(painter, drawing);
    painter.end();
    return bytes;
}

QByteArray png(const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    figureImage(snapshot, options).save(&buffer, "PNG");
    return bytes;
}

} // namespace

QSizeF figureSizeMm(const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    if (!isDrawable(snapshot))
        return {options.widthMm, options.heightMm > 0 ? options.heightMm : options.widthMm};
    return composeFigure(snapshot, options).size / Drawing::unitsPerMm;
}

void paintFigure(QPainter& painter, const QRectF& area, const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    if (isDrawable(snapshot))
        paintInto(painter, area, composeFigure(snapshot, options));
}

QImage figureImage(const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    check(snapshot, options);
    requireWithin("resolution", options.dpi, 30, 2400, "dots an inch");
    const Drawing drawing = composeFigure(snapshot, options);
    const QSizeF pixels = drawing.size / Drawing::unitsPerMm * (options.dpi / 25.4);
    if (pixels.width() * pixels.height() > mostPixels)
        refuse("the picture is too large", "at most 200 million pixels",
               text(std::round(pixels.width() * pixels.height() / 1e6)) + " million",
               "Choose fewer dots an inch, a smaller size, or PDF.");
    QImage image(static_cast<int>(std::lround(pixels.width())), static_cast<int>(std::lround(pixels.height())),
                 QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(std::lround(options.dpi / 0.0254)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(options.dpi / 0.0254)));
    image.fill(Qt::white);
    QPainter painter(&image);
    paintInto(painter, image.rect(), drawing);
    return image;
}

QByteArray figureBytes(FigureFormat format, const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    check(snapshot, options);
    switch (format) {
    case FigureFormat::Pdf:
        return pdf(snapshot, options);
    case FigureFormat::Svg:
        return drawingToSvg(composeFigure(snapshot, options));
    case FigureFormat::Png:
        break;
    }
    return png(snapshot, options);
}

void writeFigure(const QString& path, const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != u"pdf" && ending != u"svg" && ending != u"png")
        refuse("the file's ending names no kind of figure", ".pdf, .svg or .png",
               ending.isEmpty() ? "no ending" : ending.toStdString(), "Choose one of them.");
    const FigureFormat format = ending == u"pdf" ? FigureFormat::Pdf
        : ending == u"svg"                       ? FigureFormat::Svg
                                                 : FigureFormat::Png;
    const QByteArray bytes = figureBytes(format, snapshot, options);
    writeFileAtomically(std::filesystem::path(path.toStdString()),
                        {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

} // namespace alignoscope::ui
