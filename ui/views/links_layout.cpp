// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/links_layout.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double margin = 12;
constexpr double mostSpread = 2.3; // a short sentence is not torn over a wide window
constexpr double largestType = 1.6;
constexpr double leastZone = 60;

double spread(const LinksContent& content, double room)
{
    return std::min(room, mostSpread * naturalWidth(content.tokens, content.metrics, content.typeSize));
}

class Layouter {
public:
    Layouter(const LinksContent& content, const LinksWindow& window, const QSizeF& widget)
        : m_content(content), m_window(window), m_widget(widget)
    {
    }

    LinksLayout layOut()
    {
        const double line = m_content.metrics.line(m_content.typeSize);
        m_layout.header = {margin, margin / 2, std::max(0.0, m_widget.width() - 2 * margin), line + 8};
        m_room = {0, m_layout.header.bottom() + 2, m_widget.width(), m_widget.height() - m_layout.header.bottom() - 6};
        if (m_content.tokens.sources.empty() || m_content.tokens.targets.empty() || m_room.width() < 60
            || m_room.height() < leastZone)
            return m_layout;
        m_layout.captions = m_room.height() > 11 * line;
        layOutRows();
        placeAcross();
        placeDown();
        return m_layout;
    }

private:
    const LinksContent& m_content;
    const LinksWindow& m_window;
    const QSizeF m_widget;
    QRectF m_room;
    LinksLayout m_layout;

    [[nodiscard]] double captionHeight() const
    {
        return m_layout.captions ? m_content.metrics.line(m_content.typeSize * 0.85) + 3 : 0;
    }

    // Labels that hang over take room from the rows: a second round settles it.
    void layOutRows()
    {
        const double type = m_content.typeSize;
        const LinkRowLimits limits{type, std::max(8.0, type * 0.72),
                                   std::clamp(m_room.height() * 0.24, 3 * type, 9 * type), std::max(4.0, type * 0.45),
                                   largestType};
        double right = 0;
        for (int round = 0; round < 2; ++round) {
            const double room = std::max(40.0, m_widget.width() - 2 * margin - m_layout.left - right);
            const double width = spread(m_content, room) * m_window.zoom;
            m_layout.rows = layOutLinkRows(m_content.tokens, m_content.metrics, width, limits);
            m_layout.left = std::ceil(leftOverhang(m_layout.rows, m_content.metrics));
            right = std::ceil(rightOverhang(m_layout.rows));
        }
        m_layout.content = m_layout.left + right + m_layout.rows.width + 2 * margin;
        m_layout.left += margin;
    }

    void placeAcross()
    {
        const double spare = m_widget.width() - m_layout.content;
        if (spare >= 0) {
            m_layout.left += spare / 2;
            m_layout.content = m_widget.width();
            return;
        }
        const double middle = m_layout.left + m_layout.rows.source.xAfter(m_window.middle);
        m_layout.scrolled = std::round(std::clamp(middle - m_widget.width() / 2, 0.0, -spare));
    }

    void placeDown()
    {
        const double above = captionHeight() + m_layout.rows.source.labels.depth;
        const double below = captionHeight() + m_layout.rows.target.labels.depth;
        const double most = std::max(0.6 * std::min(m_widget.width(), m_layout.rows.width), 12 * m_content.typeSize);
        const double height = std::clamp(m_room.height() - above - below, leastZone / 2, most);
        const double spare = std::max(0.0, m_room.height() - above - below - height);
        m_layout.zone = {0, std::round(m_room.top() + above + spare * 0.4), m_widget.width(), std::floor(height)};
    }
};

bool contains(const PlacedLabel& label, const LabelMetrics& metrics, const QPointF& point)
{
    return outlineOf(label, metrics).containsPoint(point, Qt::OddEvenFill);
}

} // namespace

PlacedLabel LinksLayout::sourceLabel(int source, const LabelMetrics& metrics) const
{
    return placeAboveLinks(rows.source, metrics, source, sourceX(source), zone.top());
}

PlacedLabel LinksLayout::targetLabel(int target, const LabelMetrics& metrics) const
{
    return placeBelowLinks(rows.target, metrics, target, targetX(target), zone.bottom());
}

QRectF LinksLayout::sourcePlace(int source) const
{
    const double x = left - scrolled, depth = rows.source.labels.depth;
    return {QPointF(x + rows.source.left(source), zone.top() - depth),
            QPointF(x + rows.source.right(source), zone.top())};
}

QRectF LinksLayout::targetPlace(int target) const
{
    const double x = left - scrolled, depth = rows.target.labels.depth;
    return {QPointF(x + rows.target.left(target), zone.bottom()),
            QPointF(x + rows.target.right(target), zone.bottom() + depth)};
}

std::vector<int> LinksLayout::visible(const LinkRow& row, double width) const
{
    const double shift = left - scrolled, depth = std::max(rows.source.labels.depth, rows.target.labels.depth);
    if (row.size() < 1)
        return {};
    // a slanted label of a token beside the widget reaches into it
    std::vector<int> tokens;
    const int last = row.placeAt(width - shift + depth);
    for (int place = row.placeAt(-shift - depth); place <= last; ++place)
        tokens.push_back(row.order().wordAt(place));
    return tokens;
}

LinkPlace LinksLayout::tokenAt(const QPointF& point, const LabelMetrics& metrics) const
{
    if (zone.isEmpty())
        return {};
    const bool above = point.y() < zone.top(), below = point.y() >= zone.bottom();
    const LinkRow& row = above ? rows.source : rows.target;
    if ((!above && !below) || point.y() < zone.top() - rows.source.labels.depth - 2
        || point.y() > zone.bottom() + rows.target.labels.depth + 2)
        return {};
    for (const int i : visible(row, zone.width())) {
        if (row.labels.isShown(i)
            && contains(above ? sourceLabel(i, metrics) : targetLabel(i, metrics), metrics, point))
            return above ? LinkPlace{i, -1} : LinkPlace{-1, i};
    }
    const double x = point.x() - left + scrolled;
    const double near = above ? zone.top() - point.y() : point.y() - zone.bottom();
    if (x < row.edges.front() || x >= row.edges.back()
        || (row.labels.turn != LabelTurn::Level && near > 2.5 * row.labels.size))
        return {}; // between slanted labels, far from any token
    const int token = row.tokenAt(x);
    return above ? LinkPlace{token, -1} : LinkPlace{-1, token};
}

LinksLayout layOutLinks(const LinksContent& content, const LinksWindow& window, const QSizeF& widget)
{
    return Layouter(content, window, widget).layOut();
}

double largestZoom(const LinksContent& content, const QSizeF& widget)
{
    const double natural = naturalWidth(content.tokens, content.metrics, content.typeSize);
    const double room = std::max(40.0, widget.width() - 2 * margin);
    return std::max(3.0, 2 * std::max(natural, room) / std::max(1.0, spread(content, room)));
}

} // namespace alignoscope::ui
