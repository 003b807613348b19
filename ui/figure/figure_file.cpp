// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure_file.h"

#include "alignoscope/error.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double mostPixels = 2e8;

std::string text(double value)
{
    return QString::number(value).toStdString();
}

QByteArray pdf(const Drawing& drawing)
{
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

QByteArray png(const Drawing& drawing, int dpi)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    drawingImage(drawing, dpi).save(&buffer, "PNG");
    return bytes;
}

} // namespace

void refuseFigure(std::string what, std::string expected, std::string got, std::string advice)
{
    throw Error(ErrorKind::Usage, {"figure", std::move(what), std::move(expected), std::move(got), std::move(advice)});
}

void requireWithin(const char* name, double value, double least, double most, const char* unit)
{
    if (!(value >= least && value <= most))
        refuseFigure(std::string("the ") + name + " is impossible", text(least) + " to " + text(most) + ' ' + unit,
                     text(value) + ' ' + unit, "Choose a value between them.");
}

std::optional<FigureFormat> figureFormatOf(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"pdf")
        return FigureFormat::Pdf;
    if (ending == u"svg")
        return FigureFormat::Svg;
    if (ending == u"png")
        return FigureFormat::Png;
    return std::nullopt;
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

QImage drawingImage(const Drawing& drawing, int dpi)
{
    requireWithin("resolution", dpi, 30, 2400, "dots an inch");
    const QSizeF pixels = drawing.size / Drawing::unitsPerMm * (dpi / 25.4);
    if (pixels.width() * pixels.height() > mostPixels)
        refuseFigure("the picture is too large", "at most 200 million pixels",
                     text(std::round(pixels.width() * pixels.height() / 1e6)) + " million",
                     "Choose fewer dots an inch, a smaller size, or PDF.");
    QImage image(static_cast<int>(std::lround(pixels.width())), static_cast<int>(std::lround(pixels.height())),
                 QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(std::lround(dpi / 0.0254)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(dpi / 0.0254)));
    image.fill(Qt::white);
    QPainter painter(&image);
    paintInto(painter, image.rect(), drawing);
    return image;
}

QByteArray drawingBytes(FigureFormat format, const Drawing& drawing, int dpi)
{
    switch (format) {
    case FigureFormat::Pdf:
        return pdf(drawing);
    case FigureFormat::Svg:
        return drawingToSvg(drawing);
    case FigureFormat::Png:
        break;
    }
    return png(drawing, dpi);
}

} // namespace alignoscope::ui
