// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/axis_labels.h"

#include <QTransform>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace alignoscope::ui {
namespace {

constexpr double slant = 1 / std::numbers::sqrt2; // sine and cosine of 45 degrees
constexpr double tightLine = 0.88;                // of the line height; tokens rarely meet ascender to descender

// A slanted label turns about the middle of its first letter, whose lower corner then hangs this much lower.
double slantedDrop(const LabelMetrics& metrics, double size)
{
    return (metrics.capHeight(size) / 2 + metrics.descent(size) * 0.6) * slant;
}

void shorten(AxisLabels& axis, const LabelMetrics& metrics, double longest)
{
    axis.widths.clear();
    for (TokenLabel& label : axis.labels) {
        double width = metrics.width(label.text, axis.size);
        if (width > longest) {
            label.text = metrics.elided(label.text, axis.size, longest);
            width = metrics.width(label.text, axis.size);
        }
        axis.widths.push_back(width);
    }
}

// Smaller type first, fewer labels after.
void squeeze(AxisLabels& axis, const LabelMetrics& metrics, double pitch, const LabelLimits& limits)
{
    const double needed = metrics.line(limits.size) * tightLine;
    axis.size = limits.size;
    if (pitch >= needed)
        return;
    axis.size = std::max(std::min(limits.smallest, limits.size), limits.size * pitch / needed);
    const double line = metrics.line(axis.size) * tightLine;
    axis.stride = std::max(1, static_cast<int>(std::ceil(line / pitch - 1e-6)));
}

LabelTurn turnFor(const std::vector<TokenLabel>& tokens, const LabelMetrics& metrics, double pitch,
                  const LabelLimits& limits)
{
    const double room = pitch - limits.size * 0.5;
    const bool level = std::ranges::all_of(
        tokens, [&](const TokenLabel& token) { return metrics.width(token.text, limits.size) <= room; });
    if (level)
        return LabelTurn::Level;
    return pitch * slant >= metrics.line(limits.size) * tightLine ? LabelTurn::Slanted : LabelTurn::Upright;
}

} // namespace

// Counted from the end of the sentence, wherever that stands.
bool AxisLabels::isShown(int i) const
{
    const int last = static_cast<int>(labels.size()) - 1;
    const int place = order.size() == 0 ? i : order.placeOf(i);
    return (order.fromRight() ? place : last - place) % stride == 0;
}

AxisLabels layOutAcross(const std::vector<TokenLabel>& tokens, const ReadingOrder& order, const LabelMetrics& metrics,
                        double pitch, const LabelLimits& limits, LabelTurn atLeast)
{
    AxisLabels axis;
    axis.order = order;
    axis.labels = tokens;
    axis.gap = limits.gap;
    axis.turn = std::max(atLeast, turnFor(tokens, metrics, pitch, limits));
    axis.size = limits.size;
    if (axis.turn == LabelTurn::Upright)
        squeeze(axis, metrics, pitch, limits);
    shorten(axis, metrics, axis.turn == LabelTurn::Level ? pitch : limits.longest);
    const double widest = axis.widths.empty() ? 0 : *std::ranges::max_element(axis.widths);
    switch (axis.turn) {
    case LabelTurn::Level:
        axis.depth = metrics.line(axis.size);
        break;
    case LabelTurn::Slanted:
        axis.depth = (widest + metrics.ascent(axis.size) - metrics.capHeight(axis.size) / 2) * slant
            + slantedDrop(metrics, axis.size);
        for (std::size_t i = 0; i < axis.widths.size(); ++i) {
            const double end = (axis.widths[i] + metrics.descent(axis.size) + metrics.capHeight(axis.size) / 2) * slant;
            const double right = (order.size() - order.placeOf(static_cast<int>(i)) - 0.5) * pitch;
            axis.overhang = std::max(axis.overhang, end - right);
        }
        break;
    case LabelTurn::Upright:
        axis.depth = widest;
        break;
    }
    axis.depth += limits.gap;
    return axis;
}

AxisLabels layOutDown(const std::vector<TokenLabel>& tokens, const LabelMetrics& metrics, double pitch,
                      const LabelLimits& limits)
{
    AxisLabels axis;
    axis.labels = tokens;
    axis.gap = limits.gap;
    squeeze(axis, metrics, pitch, limits);
    shorten(axis, metrics, limits.longest);
    axis.depth = (axis.widths.empty() ? 0 : *std::ranges::max_element(axis.widths)) + limits.gap;
    return axis;
}

PlacedLabel placeAbove(const AxisLabels& axis, const LabelMetrics& metrics, int i, double centre, double bottom)
{
    const auto at = static_cast<std::size_t>(i);
    const double cap = metrics.capHeight(axis.size);
    PlacedLabel placed{axis.labels[at], {}, 0, axis.size, axis.widths[at]};
    const double foot = bottom - axis.gap;
    switch (axis.turn) {
    case LabelTurn::Level:
        placed.origin = {centre - placed.width / 2, foot - metrics.descent(axis.size)};
        break;
    case LabelTurn::Slanted:
        placed.angle = -45;
        placed.origin = QPointF(centre + cap / 2 * slant, foot - slantedDrop(metrics, axis.size) + cap / 2 * slant);
        break;
    case LabelTurn::Upright:
        placed.angle = -90;
        placed.origin = {centre + cap / 2, foot};
        break;
    }
    return placed;
}

PlacedLabel placeBeside(const AxisLabels& axis, const LabelMetrics& metrics, int i, double right, double centre)
{
    const auto at = static_cast<std::size_t>(i);
    return {axis.labels[at],
            {right - axis.gap - axis.widths[at], centre + metrics.capHeight(axis.size) / 2},
            0,
            axis.size,
            axis.widths[at]};
}

QPolygonF outlineOf(const PlacedLabel& label, const LabelMetrics& metrics)
{
    const double pad = label.size * 0.2;
    const double middle = -metrics.capHeight(label.size) / 2;
    const double half = metrics.line(label.size) * 0.5;
    QTransform place;
    place.translate(label.origin.x(), label.origin.y());
    place.rotate(label.angle);
    return place.map(QPolygonF(QRectF(-pad, middle - half, label.width + 2 * pad, 2 * half)));
}

} // namespace alignoscope::ui
