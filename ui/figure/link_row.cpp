// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/link_row.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace alignoscope::ui {
namespace {

constexpr double mostStretched = 1.6;
constexpr double running = 0.82;   // as running text down to this share of the natural width (in smaller type) …
constexpr double even = 0.6;       // … at equal distances from this share down; in between some of both
constexpr double widestToken = 14; // times the size of the type; the rest is an ellipsis
constexpr double slant = 1 / std::numbers::sqrt2;

double placeOf(const TokenLabel& label, const LabelMetrics& metrics, double size)
{
    return std::clamp(metrics.width(label.text, size), 0.6 * size, widestToken * size) + 0.95 * size;
}

std::vector<double> placesOf(const std::vector<TokenLabel>& tokens, const LabelMetrics& metrics, double size)
{
    std::vector<double> places;
    places.reserve(tokens.size());
    for (const TokenLabel& token : tokens)
        places.push_back(placeOf(token, metrics, size));
    return places;
}

double sum(const std::vector<double>& numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

LinkRow place(const std::vector<double>& places, const ReadingOrder& order, double length, double left)
{
    LinkRow row;
    row.edges.push_back(left);
    const auto count = static_cast<double>(places.size());
    const double natural = sum(places);
    const double room = natural > 0 ? length / natural : 1;
    const double evenness = std::clamp((running - room) / (running - even), 0.0, 1.0);
    const double spare = std::max(0.0, length - natural) / std::max(1.0, count); // shared out between all
    const double scale = std::min(room, 1.0);
    for (int at = 0; at < order.size(); ++at) {
        const double each = places[static_cast<std::size_t>(order.wordAt(at))];
        row.edges.push_back(row.edges.back() + (1 - evenness) * (each * scale + spare) + evenness * length / count);
    }
    row.labels.order = order;
    return row;
}

// As running text each label has its own place.
AxisLabels runningLabels(const LinkRow& row, const std::vector<TokenLabel>& tokens, const LabelMetrics& metrics,
                         double size, double gap)
{
    AxisLabels labels;
    labels.order = row.order();
    labels.size = size;
    labels.gap = gap;
    labels.depth = metrics.line(size) + gap;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const double room = row.right(static_cast<int>(i)) - row.left(static_cast<int>(i)) - 0.35 * size;
        TokenLabel label = tokens[i];
        if (metrics.width(label.text, size) > room)
            label.text = metrics.elided(label.text, size, room);
        labels.widths.push_back(metrics.width(label.text, size));
        labels.labels.push_back(std::move(label));
    }
    return labels;
}

// What slanted labels hang over their last token is room they have anyway.
void addLabels(LinkRow& row, const std::vector<TokenLabel>& tokens, const LabelMetrics& metrics, double size,
               const LinkRowLimits& limits)
{
    if (size > 0) {
        row.labels = runningLabels(row, tokens, metrics, size, limits.gap);
        return;
    }
    const LabelLimits across{limits.typeSize, limits.smallest, limits.longest, limits.gap};
    row.labels = layOutAcross(tokens, row.order(), metrics, row.pitch(), across, LabelTurn::Slanted);
}

} // namespace

int LinkRow::placeAt(double x) const
{
    if (size() < 1)
        return -1;
    const auto behind = std::ranges::upper_bound(edges, x);
    return std::clamp(static_cast<int>(behind - edges.begin()) - 1, 0, size() - 1);
}

int LinkRow::tokenAt(double x) const
{
    const int place = placeAt(x);
    return place < 0 ? -1 : order().wordAt(place);
}

double LinkRow::tokensBefore(double x) const
{
    const int place = placeAt(x);
    if (place < 0)
        return 0;
    const double left = edges[static_cast<std::size_t>(place)], right = edges[static_cast<std::size_t>(place) + 1];
    const double fromLeft = place + (right > left ? (x - left) / (right - left) : 0);
    return order().fromRight() ? size() - fromLeft : fromLeft;
}

double LinkRow::xAfter(double tokens) const
{
    if (size() < 1)
        return 0;
    const double fromLeft = order().fromRight() ? size() - tokens : tokens;
    const int place = std::clamp(static_cast<int>(std::floor(fromLeft)), 0, size() - 1);
    const double left = edges[static_cast<std::size_t>(place)], right = edges[static_cast<std::size_t>(place) + 1];
    return left + (fromLeft - place) * (right - left);
}

double naturalWidth(const LinkTokens& tokens, const LabelMetrics& metrics, double typeSize)
{
    return std::max(sum(placesOf(tokens.sources, metrics, typeSize)), sum(placesOf(tokens.targets, metrics, typeSize)));
}

LinkRows layOutLinkRows(const LinkTokens& tokens, const LabelMetrics& metrics, double width,
                        const LinkRowLimits& limits)
{
    const std::vector<double> above = placesOf(tokens.sources, metrics, limits.typeSize);
    const std::vector<double> below = placesOf(tokens.targets, metrics, limits.typeSize);
    const double longer = std::max({sum(above), sum(below), 1.0});
    // Where words stand further apart than they need, they are larger too.
    const auto lengthOf = [&](double natural) { return width * std::min(1.0, mostStretched * natural / longer); };
    const auto roomOf = [&](double natural) { return natural > 0 ? lengthOf(natural) / natural : 1; };
    const double tighter = std::min(roomOf(sum(above)), roomOf(sum(below)));
    const double growth = std::clamp(tighter, running, std::max(1.0, limits.largest));
    const auto typeOf = [&](double room) { return room < running ? 0 : limits.typeSize * std::min(room, growth); };
    const auto row = [&](const std::vector<double>& places, const std::vector<TokenLabel>& labels) {
        const double natural = sum(places), length = lengthOf(natural);
        std::vector<double> grown = places;
        for (double& each : grown)
            each *= std::max(1.0, std::min(growth, roomOf(natural)));
        LinkRow found = place(grown, ReadingOrder(labels, tokens.wordOrder), length, (width - length) / 2);
        addLabels(found, labels, metrics, typeOf(roomOf(natural)), limits);
        return found;
    };
    return {row(above, tokens.sources), row(below, tokens.targets), width};
}

double rightOverhang(const LinkRows& rows)
{
    return std::max(0.0, rows.source.labels.overhang - (rows.width - rows.source.edges.back()));
}

double leftOverhang(const LinkRows& rows, const LabelMetrics& metrics)
{
    const AxisLabels& axis = rows.target.labels;
    if (axis.turn != LabelTurn::Slanted)
        return 0;
    double overhang = 0;
    for (int i = 0; i < rows.target.size(); ++i) {
        const double reach = (axis.widths[static_cast<std::size_t>(i)] + metrics.descent(axis.size)) * slant;
        overhang = std::max(overhang, reach - rows.target.centre(i));
    }
    return overhang;
}

PlacedLabel placeAboveLinks(const LinkRow& row, const LabelMetrics& metrics, int token, double centre, double foot)
{
    return placeAbove(row.labels, metrics, token, centre, foot);
}

PlacedLabel placeBelowLinks(const LinkRow& row, const LabelMetrics& metrics, int token, double centre, double foot)
{
    const AxisLabels& axis = row.labels;
    const auto at = static_cast<std::size_t>(token);
    const double cap = metrics.capHeight(axis.size);
    const double top = foot + axis.gap;
    PlacedLabel placed{axis.labels[at], {}, 0, axis.size, axis.widths[at]};
    switch (axis.turn) {
    case LabelTurn::Level:
        placed.origin = {centre - placed.width / 2, top + metrics.ascent(axis.size) * 0.92};
        break;
    case LabelTurn::Slanted: // both rows rise alike; here the last letter is the one near the links
        placed.angle = -45;
        placed.origin = QPointF(centre + cap / 2 * slant - placed.width * slant,
                                top + cap * slant + cap / 2 * slant + placed.width * slant);
        break;
    case LabelTurn::Upright:
        placed.angle = -90;
        placed.origin = {centre + cap / 2, top + placed.width};
        break;
    }
    return placed;
}

} // namespace alignoscope::ui
