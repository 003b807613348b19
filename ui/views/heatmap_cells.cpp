// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/hatching.h"
#include "ui/figure/window_marks.h"
#include "ui/views/heatmap_marks.h"
#include "ui/views/heatmap_scene.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <span>

namespace alignoscope::ui {
namespace {

// White within black is seen on every colour of every map.
void outline(QPainter& painter, const QRectF& cell, double width, bool dashed)
{
    const QRectF line = cell.adjusted(width, width, -width, -width);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 170), width * 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(line);
    QPen pen(Qt::white, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (dashed)
        pen.setDashPattern({2, 2});
    painter.setPen(pen);
    painter.drawRect(line);
}

void drawGold(QPainter& painter, const HeatmapScene& scene)
{
    const auto draw = [&](const std::vector<Link>& links, bool dashed) {
        for (const Link& link : links) {
            if (link.source < 0 || link.target < 0 || link.source >= scene.layout.columns()
                || link.target >= scene.layout.rows())
                continue;
            const QRectF cell = scene.layout.cell(link.target, link.source);
            outline(painter, cell, std::min(cell.width(), cell.height()) >= 12 ? 1.5 : 1, dashed);
        }
    };
    draw(scene.gold->possible, true);
    draw(scene.gold->sure, false);
}

// As bright as gold's outlines, and finer.
void drawWindows(QPainter& painter, const HeatmapScene& scene)
{
    const QRectF first = scene.layout.cell(0, 0);
    if (std::min(first.width(), first.height()) < 6)
        return; // they would hide what they surround
    const WindowMarks marks = windowMarks(
        *scene.snapshot, [&scene](int target, int source) { return scene.layout.cell(target, source); }, 1);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 170), 3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawPath(marks.brackets);
    painter.setPen(QPen(Qt::white, 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawPath(marks.brackets);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
    painter.setBrush(Qt::white);
    painter.drawPath(marks.dots);
}

// −1: no row, or no column.
void drawRowAndColumn(QPainter& painter, const HeatmapScene& scene, int target, int source)
{
    const QRectF& matrix = scene.layout.matrix;
    const QRectF cell = scene.layout.cell(std::max(target, 0), std::max(source, 0));
    QColor accent = scene.palette.color(QPalette::Highlight);
    accent.setAlphaF(0.8F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accent, 1));
    const QRectF row(matrix.left(), cell.top(), matrix.width(), cell.height());
    const QRectF column(cell.left(), matrix.top(), cell.width(), matrix.height());
    if (target >= 0)
        painter.drawRect(row.adjusted(-0.5, -0.5, 0.5, 0.5));
    if (source >= 0)
        painter.drawRect(column.adjusted(-0.5, -0.5, 0.5, 0.5));
}

// The label of the active row or column stands out, and is readable where labels are small or left out.
void stressLabel(QPainter& painter, const HeatmapScene& scene, PlacedLabel label, bool beside)
{
    if (label.size < scene.typeSize) {
        const double width = label.width * scene.typeSize / label.size;
        if (beside)
            label.origin += QPointF(label.width - width, (scene.typeSize - label.size) * 0.35);
        else
            label.origin += QPointF((scene.typeSize - label.size) * 0.35, 0);
        label.width = width;
        label.size = scene.typeSize;
    }
    painter.setPen(Qt::NoPen);
    painter.save();
    painter.translate(label.origin);
    painter.rotate(label.angle);
    const double middle = -scene.metrics.capHeight(label.size) / 2;
    const double half = scene.metrics.line(label.size) / 2;
    painter.setBrush(scene.palette.color(QPalette::Highlight));
    painter.drawRoundedRect(QRectF(-4, middle - half, label.width + 8, 2 * half), 4, 4);
    painter.setFont(scene.metrics.fontAt(label.size));
    painter.setPen(scene.palette.color(QPalette::HighlightedText));
    painter.drawText(QPointF(0, 0), label.label.text);
    painter.restore();
}

void drawLinked(QPainter& painter, const HeatmapScene& scene, int target, int source)
{
    drawRowAndColumn(painter, scene, target, source);
    if (source >= 0)
        stressLabel(painter, scene, scene.layout.sourceLabel(source, scene.metrics), false);
    if (target >= 0)
        stressLabel(painter, scene, scene.layout.targetLabel(target, scene.metrics), true);
}

void drawActiveCell(QPainter& painter, const HeatmapScene& scene, int target, int source)
{
    drawLinked(painter, scene, target, source);
    const QRectF cell = scene.layout.cell(target, source);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 1));
    painter.drawRect(cell.adjusted(-2, -2, 2, 2));
    painter.setPen(QPen(scene.keyboard ? scene.palette.color(QPalette::Highlight) : QColor(Qt::white), 2));
    painter.drawRect(cell.adjusted(-0.5, -0.5, 0.5, 0.5));
}

// A small triangle under the colour bar points at the active weight.
void markColourBar(QPainter& painter, const HeatmapScene& scene, double weight)
{
    const QRectF bar = colourBarRect(scene);
    const QPointF tip(bar.left() + scene.look.scale.share(weight) * bar.width(), bar.bottom() + 1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(scene.palette.color(QPalette::Text));
    painter.drawPolygon(QPolygonF({tip, tip + QPointF(-4, 6), tip + QPointF(4, 6)}));
}

void drawReadoutText(QPainter& painter, const HeatmapScene& scene)
{
    const QString words = heatmapReadout(scene);
    const QRectF& header = scene.layout.header;
    const double mark = scene.metrics.width(barMarks(scene.look.scale).first(), scene.typeSize);
    const double room = colourBarRect(scene).left() - mark - header.left() - 3 * scene.typeSize;
    QFont font = scene.metrics.fontAt(scene.typeSize);
    font.setBold(!words.isEmpty());
    painter.setFont(font);
    painter.setPen(faded(scene.palette, words.isEmpty() ? 0.55 : 1));
    const QString text = QFontMetricsF(font).elidedText(words.isEmpty() ? scene.hint : words,
                                                        words.isEmpty() ? Qt::ElideRight : Qt::ElideMiddle, room);
    painter.drawText(QPointF(header.left(), header.center().y() + scene.metrics.capHeight(scene.typeSize) / 2), text);
}

QRgb mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return qRgb(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

// Not-a-number: there is nothing to compare or to draw.
QRgb cellColour(const HeatmapScene& scene, float value)
{
    if (std::isnan(value))
        return mixed(scene.palette.color(QPalette::Base), scene.palette.color(QPalette::Text), 0.12);
    return colourOf(scene.colourMap, scene.look.scale, static_cast<double>(value));
}

// Cells end on pixels of the screen, so an image holds them exactly; a rectangle for each takes several times as long.
QImage cellImage(const HeatmapScene& scene, double pixelRatio)
{
    const auto pixel = [pixelRatio](double edge, double first) { return qRound((edge - first) * pixelRatio); };
    const std::vector<double>& columns = scene.layout.columnEdges;
    const std::vector<double>& rows = scene.layout.rowEdges;
    QImage image(pixel(columns.back(), columns.front()), pixel(rows.back(), rows.front()), QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    for (int target = 0; target < scene.layout.rows(); ++target) {
        const auto row = static_cast<std::size_t>(target);
        const int top = pixel(rows[row], rows.front()), bottom = pixel(rows[row + 1], rows.front());
        if (top == bottom || image.isNull())
            continue;
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(top));
        const std::span<const float> weights = scene.snapshot->row(target);
        for (std::size_t place = 0; place < weights.size(); ++place) {
            const auto source = static_cast<std::size_t>(scene.layout.across.order.wordAt(static_cast<int>(place)));
            std::fill(line + pixel(columns[place], columns.front()), line + pixel(columns[place + 1], columns.front()),
                      cellColour(scene, weights[source]));
        }
        for (int y = top + 1; y < bottom; ++y)
            std::copy_n(line, image.width(), reinterpret_cast<QRgb*>(image.scanLine(y)));
    }
    return image;
}

// A pale cell may be a small difference; a hatched one has none.
void hatchMissing(QPainter& painter, const HeatmapScene& scene)
{
    if (std::ranges::none_of(scene.snapshot->weights, [](float value) { return std::isnan(value); }))
        return;
    QPainterPath lines;
    for (int target = 0; target < scene.layout.rows(); ++target) {
        const std::span<const float> row = scene.snapshot->row(target);
        for (int source = 0; source < scene.layout.columns(); ++source)
            if (std::isnan(row[static_cast<std::size_t>(source)]))
                lines.addPath(hatching(scene.layout.cell(target, source), 6));
    }
    painter.setPen(QPen(faded(scene.palette, 0.35), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(lines);
}

} // namespace

QString heatmapReadout(const HeatmapScene& scene)
{
    return scene.snapshot && scene.active
        ? cellInWords(*scene.snapshot, scene.active->y(), scene.active->x(), scene.look)
        : QString();
}

void drawHeatmapCells(QPainter& painter, const HeatmapScene& scene)
{
    if (!scene.snapshot || scene.layout.matrix.isEmpty())
        return;
    const QImage cells = cellImage(scene, painter.device()->devicePixelRatioF());
    painter.drawImage(scene.layout.matrix.topLeft(), cells);
    hatchMissing(painter, scene);
    if (!scene.snapshot->centres.empty())
        drawWindows(painter, scene);
    if (scene.gold)
        drawGold(painter, scene);
}

void drawHeatmapReadout(QPainter& painter, const HeatmapScene& scene)
{
    if (!scene.snapshot || scene.layout.matrix.isEmpty())
        return;
    drawReadoutText(painter, scene);
    if (!scene.active) {
        if (scene.linked != QPoint(-1, -1))
            drawLinked(painter, scene, scene.linked.y(), scene.linked.x());
        return;
    }
    const int target = scene.active->y();
    const int source = scene.active->x();
    drawActiveCell(painter, scene, target, source);
    markColourBar(painter, scene, static_cast<double>(scene.snapshot->weight(target, source)));
}

} // namespace alignoscope::ui
