// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/drawing.h"

#include <QPainterPath>
#include <QTransform>

namespace alignoscope::ui {
namespace {

QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 1);
    if (text.endsWith(".0"))
        text.chop(2);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray colour(QRgb rgb)
{
    return QColor(rgb).name().toLatin1();
}

// XML 1.0 has no place for control characters, half surrogate pairs and the two non-characters.
QByteArray escaped(const QString& text)
{
    QString clean;
    for (const char32_t point : text.toUcs4()) {
        const bool allowed = (point >= 0x20 || point == '\n' || point == '\t') && (point < 0xd800 || point > 0xdfff)
            && point != 0xfffe && point != 0xffff;
        clean += allowed ? QString::fromUcs4(&point, 1) : QString(QChar::ReplacementCharacter);
    }
    return clean.toHtmlEscaped().toUtf8();
}

QByteArray box(const Drawing::Box& box)
{
    const QRectF& rect = box.rect;
    QByteArray svg = "<rect x=\"" + number(rect.x()) + "\" y=\"" + number(rect.y()) + "\" width=\""
        + number(rect.width()) + "\" height=\"" + number(rect.height()) + "\" fill=\"" + colour(box.fill) + "\"";
    return svg + (box.name.isEmpty() ? QByteArray("/>\n") : "><title>" + escaped(box.name) + "</title></rect>\n");
}

QByteArray band(const Drawing::Band& band, int id)
{
    const QByteArray name = "band" + QByteArray::number(id);
    QByteArray svg = "<defs><linearGradient id=\"" + name + "\" x1=\"0\" y1=\"1\" x2=\"0\" y2=\"0\">";
    for (std::size_t i = 0; i < band.colours.size(); ++i)
        svg += "<stop offset=\""
            + QByteArray::number(static_cast<double>(i) / static_cast<double>(band.colours.size() - 1), 'f', 4)
            + "\" stop-color=\"" + colour(band.colours[i]) + "\"/>";
    svg += "</linearGradient></defs>\n";
    const QRectF& rect = band.rect;
    return svg + "<path fill=\"url(#" + name + ")\" d=\"M" + number(rect.left()) + ' ' + number(rect.top()) + 'H'
        + number(rect.right()) + 'V' + number(rect.bottom()) + 'H' + number(rect.left()) + "Z\"/>\n";
}

QByteArray line(const Drawing::Line& line)
{
    QByteArray svg = "<line x1=\"" + number(line.from.x()) + "\" y1=\"" + number(line.from.y()) + "\" x2=\""
        + number(line.to.x()) + "\" y2=\"" + number(line.to.y()) + "\" stroke=\"" + colour(line.colour)
        + "\" stroke-width=\"" + number(line.width) + '"';
    if (line.dotted)
        svg += " stroke-dasharray=\"" + number(line.width) + ' ' + number(line.width * 1.5) + '"';
    return svg + "/>\n";
}

/// The data of a <path>; glyphs and filled shapes are closed.
QByteArray outline(const QPainterPath& path, bool closed = true)
{
    QByteArray svg;
    const auto point = [&svg](const QPainterPath::Element& element) {
        svg += number(element.x) + ' ' + number(element.y);
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            svg += (i > 0 && closed ? "ZM" : "M");
            break;
        case QPainterPath::LineToElement:
            svg += 'L';
            break;
        case QPainterPath::CurveToElement:
            svg += 'C';
            break;
        case QPainterPath::CurveToDataElement:
            svg += ' ';
            break;
        }
        point(element);
    }
    return svg.isEmpty() || !closed ? svg : svg + 'Z';
}

QByteArray path(const Drawing::Path& path)
{
    QByteArray svg = "<path fill=\"" + (path.fill ? colour(*path.fill) : QByteArray("none")) + '"';
    if (path.width > 0)
        svg += " stroke=\"" + colour(path.stroke) + "\" stroke-width=\"" + number(path.width) + '"'
            + (path.dashed ? QByteArray() : QByteArray(" stroke-linecap=\"round\" stroke-linejoin=\"round\""));
    if (path.dashed)
        svg += " stroke-dasharray=\"" + number(path.width * 3) + ' ' + number(path.width * 2) + '"';
    if (path.opacity < 1)
        svg += " opacity=\"" + QByteArray::number(path.opacity, 'f', 3) + '"';
    svg += " d=\"" + outline(path.path, path.fill.has_value()) + '"';
    return svg + (path.name.isEmpty() ? QByteArray("/>\n") : "><title>" + escaped(path.name) + "</title></path>\n");
}

QByteArray text(const Drawing::Text& text)
{
    QPainterPath letters;
    letters.addText(0, 0, text.font, text.text);
    QTransform place;
    place.translate(text.origin.x(), text.origin.y());
    place.rotate(text.angle);
    const QByteArray name = escaped(text.text);
    return "<g role=\"img\" aria-label=\"" + name + "\" fill=\"" + colour(text.colour) + "\"><title>" + name
        + "</title><path d=\"" + outline(place.map(letters)) + "\"/></g>\n";
}

} // namespace

QByteArray drawingToSvg(const Drawing& drawing)
{
    const auto millimetres = [](double units) {
        return QByteArray::number(units / Drawing::unitsPerMm, 'f', 2) + "mm";
    };
    QByteArray svg =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" "
        "role=\"img\" width=\""
        + millimetres(drawing.size.width()) + "\" height=\"" + millimetres(drawing.size.height()) + "\" viewBox=\"0 0 "
        + number(drawing.size.width()) + ' ' + number(drawing.size.height()) + "\">\n<title>" + escaped(drawing.title)
        + "</title>\n<desc>" + escaped(drawing.description) + "</desc>\n";
    svg += "<path fill=\"#ffffff\" d=\"M0 0H" + number(drawing.size.width()) + 'V' + number(drawing.size.height())
        + "H0Z\"/>\n<g shape-rendering=\"crispEdges\">\n";
    for (const Drawing::Box& each : drawing.boxes)
        svg += box(each);
    svg += "</g>\n";
    for (std::size_t i = 0; i < drawing.bands.size(); ++i)
        svg += band(drawing.bands[i], static_cast<int>(i));
    for (const Drawing::Path& each : drawing.paths)
        svg += path(each);
    for (const Drawing::Line& each : drawing.lines)
        svg += line(each);
    for (const Drawing::Text& each : drawing.texts)
        svg += text(each);
    return svg + "</svg>\n";
}

} // namespace alignoscope::ui
