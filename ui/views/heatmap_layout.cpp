// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heatmap_layout.h"

#include "ui/figure/figure_layout.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double margin = 12;
constexpr double wholePixels = 6; // cells this large lose nothing when rounded down
constexpr double widthToHeight = 1.8, heightToWidth = 1.25;

class Layouter {
public:
    Layouter(const HeatmapLabels& labels, const LabelMetrics& metrics, double typeSize, double pixelRatio)
        : m_sources(labels.sources), m_targets(labels.targets), m_look(labels.look), m_order(labels.order),
          m_metrics(metrics), m_type(typeSize), m_pixelRatio(pixelRatio)
    {
    }

    HeatmapLayout layOut(const QSizeF& widget)
    {
        m_layout.header = {margin, margin / 2, std::max(0.0, widget.width() - 2 * margin), m_metrics.line(m_type) + 8};
        const QRectF area(margin, m_layout.header.bottom() + margin / 2, widget.width() - 2 * margin,
                          widget.height() - m_layout.header.bottom() - 1.5 * margin);
        if (m_sources.empty() || m_targets.empty() || area.width() < 40 || area.height() < 40)
            return m_layout;
        fitCells(area);
        place(area);
        return m_layout;
    }

private:
    const std::vector<TokenLabel>& m_sources;
    const std::vector<TokenLabel>& m_targets;
    const MatrixLook& m_look;
    const ReadingOrder& m_order;
    const LabelMetrics& m_metrics;
    const double m_type, m_pixelRatio;
    HeatmapLayout m_layout;
    double m_cellWidth = 0, m_cellHeight = 0;

    [[nodiscard]] double captionsWidth() const
    {
        const double size = m_type * 0.85;
        return std::max(m_metrics.width(acrossCaption(m_look, m_order), size),
                        m_metrics.width(downCaption(m_look), size))
            + m_type * 0.6;
    }
    [[nodiscard]] double left() const { return std::ceil(std::max(m_layout.down.depth, captionsWidth())); }
    [[nodiscard]] double top() const
    {
        return std::ceil(std::max(m_layout.across.depth, 2.1 * m_metrics.line(m_type * 0.85) + m_type * 0.3));
    }

    [[nodiscard]] LabelLimits limits(double longest) const
    {
        return {m_type, std::max(8.0, m_type * 0.66), std::min(longest, 12 * m_type), std::max(4.0, m_type * 0.4)};
    }

    // As in a figure, labels and cells settle in a few rounds; labels only ever turn further.
    void fitCells(const QRectF& area)
    {
        const auto columns = static_cast<double>(m_sources.size());
        const auto rows = static_cast<double>(m_targets.size());
        m_cellWidth = area.width() * 0.75 / columns;
        m_cellHeight = area.height() * 0.75 / rows;
        LabelTurn turn = LabelTurn::Level;
        for (int round = 0; round < 5; ++round) {
            m_layout.down = layOutDown(m_targets, m_metrics, m_cellHeight, limits(area.width() * 0.35));
            m_layout.across =
                layOutAcross(m_sources, m_order, m_metrics, m_cellWidth, limits(area.height() * 0.4), turn);
            turn = m_layout.across.turn;
            const double wide = (area.width() - left() - m_layout.across.overhang) / columns;
            const double high = (area.height() - top()) / rows;
            const double widest = m_look.stretched ? wide : high * widthToHeight;
            const double highest = m_look.stretched ? high : wide * heightToWidth;
            m_cellWidth = rounded(std::min({wide, widest, 9 * m_type}), area.width() * 0.2 / columns);
            m_cellHeight = rounded(std::min({high, highest, 5 * m_type}), area.height() * 0.2 / rows);
        }
    }

    [[nodiscard]] static double rounded(double size, double least)
    {
        size = std::max(size, least);
        return size >= wholePixels ? std::floor(size) : size;
    }

    [[nodiscard]] std::vector<double> edges(double start, double pitch, std::size_t count) const
    {
        std::vector<double> found;
        for (std::size_t i = 0; i <= count; ++i)
            found.push_back(std::round((start + static_cast<double>(i) * pitch) * m_pixelRatio) / m_pixelRatio);
        return found;
    }

    void place(const QRectF& area)
    {
        const QSizeF cells(m_cellWidth * static_cast<double>(m_sources.size()),
                           m_cellHeight * static_cast<double>(m_targets.size()));
        const double spareWidth = area.width() - left() - cells.width() - m_layout.across.overhang;
        const double spareHeight = area.height() - top() - cells.height();
        const double x = std::round(area.x() + left() + std::max(0.0, spareWidth / 2));
        const double y = std::round(area.y() + top() + std::max(0.0, spareHeight / 2));
        m_layout.columnEdges = edges(x, m_cellWidth, m_sources.size());
        m_layout.rowEdges = edges(y, m_cellHeight, m_targets.size());
        m_layout.matrix = {QPointF(x, y), QPointF(m_layout.columnEdges.back(), m_layout.rowEdges.back())};
    }
};

int intervalAt(const std::vector<double>& edges, double position)
{
    if (edges.empty() || position < edges.front() || position >= edges.back())
        return -1;
    return static_cast<int>(std::ranges::upper_bound(edges, position) - edges.begin()) - 1;
}

} // namespace

QRectF HeatmapLayout::cell(int target, int source) const
{
    const auto row = static_cast<std::size_t>(target);
    const auto column = static_cast<std::size_t>(across.order.placeOf(source));
    return {QPointF(columnEdges[column], rowEdges[row]), QPointF(columnEdges[column + 1], rowEdges[row + 1])};
}

int HeatmapLayout::rowAt(double y) const
{
    return intervalAt(rowEdges, y);
}
int HeatmapLayout::columnAt(double x) const
{
    const int place = intervalAt(columnEdges, x);
    return place < 0 ? -1 : across.order.wordAt(place);
}

PlacedLabel HeatmapLayout::sourceLabel(int source, const LabelMetrics& metrics) const
{
    return placeAbove(across, metrics, source, cell(0, source).center().x(), matrix.top());
}

PlacedLabel HeatmapLayout::targetLabel(int target, const LabelMetrics& metrics) const
{
    return placeBeside(down, metrics, target, matrix.left(), cell(target, 0).center().y());
}

HeatmapLayout layOutHeatmap(const HeatmapLabels& labels, const LabelMetrics& metrics, double typeSize,
                            const QSizeF& widget, double pixelRatio)
{
    return Layouter(labels, metrics, typeSize, pixelRatio).layOut(widget);
}

} // namespace alignoscope::ui
