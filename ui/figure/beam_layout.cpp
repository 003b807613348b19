// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/beam_layout.h"

#include "ui/figure/figure_font.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace alignoscope::ui {
namespace {

// Everything in heights of the type.
constexpr double prunedSize = 0.86, boxHeight = 1.75, padding = 0.6, rowGap = 0.4, prunedGap = 0.16, groupGap = 0.45;
constexpr double columnGap = 4.6, longestWord = 11, badgeSide = 1.35, badgeGap = 0.4;
constexpr double approach = 2.3; // of a line to its box, level, so that its probability stands on it

class Layouter {
public:
    Layouter(const BeamTrace& trace, bool pruned, const LabelMetrics& metrics, double typeSize, WordOrder wordOrder)
        : m_trace(trace), m_pruned(pruned), m_metrics(metrics), m_em(typeSize), m_wordOrder(wordOrder)
    {
        m_layout.typeSize = typeSize;
        m_layout.items.resize(trace.nodes.size());
    }

    BeamLayout lay()
    {
        rankSubtrees();
        makeBoxes();
        placeColumns();
        placeRows();
        if (ReadingOrder(bestWords(), m_wordOrder).fromRight())
            turnRound();
        return std::move(m_layout);
    }

private:
    const BeamTrace& m_trace;
    bool m_pruned;
    const LabelMetrics& m_metrics;
    double m_em;
    WordOrder m_wordOrder;
    BeamLayout m_layout;
    std::vector<int> m_best; ///< the best rank that comes of a node

    BeamLayout::Item& item(int node) { return m_layout.items[static_cast<std::size_t>(node)]; }
    [[nodiscard]] bool isPruned(int node) const { return m_trace.node(node).fate == BeamTrace::Fate::Pruned; }

    void rankSubtrees()
    {
        m_best.assign(m_trace.nodes.size(), std::numeric_limits<int>::max());
        for (std::size_t i = 0; i < m_trace.hypotheses.size(); ++i) {
            for (int at = m_trace.hypotheses[i]; at >= 0; at = m_trace.node(at).parent)
                m_best[static_cast<std::size_t>(at)] =
                    std::min(m_best[static_cast<std::size_t>(at)], static_cast<int>(i));
        }
    }

    void makeBoxes()
    {
        for (int at = 0; at < static_cast<int>(m_trace.nodes.size()); ++at) {
            if (isPruned(at) && !m_pruned)
                continue;
            BeamLayout::Item& one = item(at);
            one.label = at == 0
                ? TokenLabel{QCoreApplication::translate("BeamLayout", "start", "of a translation"), TokenKind::End}
                : wordLabel(m_trace.node(at).token);
            one.size = isPruned(at) ? m_em * prunedSize : m_em;
            const double most = longestWord * one.size;
            if (m_metrics.width(one.label.text, one.size) > most)
                one.label.text = m_metrics.elided(one.label.text, one.size, most);
            const double width = std::max(m_metrics.width(one.label.text, one.size), one.size) + 2 * padding * one.size;
            one.box = QRectF(0, 0, width, boxHeight * one.size);
        }
    }

    [[nodiscard]] std::vector<TokenLabel> bestWords() const
    {
        std::vector<TokenLabel> words;
        for (int at = m_trace.hypotheses.empty() ? 0 : m_trace.hypotheses.front(); at > 0; at = m_trace.node(at).parent)
            words.insert(words.begin(), wordLabel(m_trace.node(at).token));
        return words;
    }

    void turnRound()
    {
        m_layout.fromRight = true;
        const auto turn = [this](QRectF& box) { box.moveLeft(m_layout.size.width() - box.right()); };
        for (BeamLayout::Item& one : m_layout.items)
            if (!one.box.isEmpty())
                turn(one.box);
        for (QRectF& column : m_layout.columns)
            turn(column);
    }

    void placeColumns()
    {
        double left = 0;
        for (int step = 0; step <= m_trace.steps(); ++step) {
            double width = 2 * m_em;
            for (int at = begin(step); at < begin(step + 1); ++at) {
                if (!m_layout.shows(at))
                    continue;
                item(at).box.moveLeft(left);
                double right = item(at).box.width();
                if (isDone(m_trace.node(at)))
                    right += (2 * badgeGap + badgeSide) * m_em
                        + m_metrics.width(logText(m_trace.node(at).score), m_em * beamScoreSize);
                width = std::max(width, right);
            }
            m_layout.columns.emplace_back(left, 0, width, 0);
            left += width + columnGap * m_em;
        }
        m_layout.size.setWidth(left - columnGap * m_em);
    }

    [[nodiscard]] int begin(int step) const { return m_trace.stepBegin[static_cast<std::size_t>(step)]; }

    // Children stand at their parent's height, the one with the best outcome first; where there is no room, lower.
    void placeRows()
    {
        m_layout.order = {{0}};
        item(0).box.moveTop(0);
        double bottom = item(0).box.bottom();
        for (int step = 1; step <= m_trace.steps(); ++step) {
            std::vector<int> column;
            double free = 0;
            for (const int parent : m_layout.order.back()) {
                const std::vector<int> children = childrenOf(parent);
                double wished = 0;
                if (!children.empty())
                    wished = item(parent).box.center().y() - item(children.front()).box.height() / 2;
                for (const int at : children) {
                    const double top = std::max(wished, free);
                    item(at).box.moveTop(top);
                    const double below = top + item(at).box.height() + (isPruned(at) ? prunedGap : rowGap) * m_em;
                    wished = free = below;
                    bottom = std::max(bottom, item(at).box.bottom());
                    column.push_back(at);
                }
                free += children.empty() ? 0 : groupGap * m_em;
            }
            m_layout.order.push_back(std::move(column));
        }
        m_layout.size.setHeight(bottom);
        for (QRectF& column : m_layout.columns)
            column.setHeight(bottom);
    }

    [[nodiscard]] std::vector<int> childrenOf(int parent) const
    {
        std::vector<int> children;
        for (const int at : m_trace.node(parent).next) {
            if (m_layout.shows(at))
                children.push_back(at);
        }
        std::ranges::stable_sort(children, [this](int a, int b) {
            const int left = m_best[static_cast<std::size_t>(a)], right = m_best[static_cast<std::size_t>(b)];
            return left != right ? left < right : isPruned(a) < isPruned(b);
        });
        return children;
    }
};

} // namespace

QPointF BeamLayout::bend(const BeamTrace& trace, int node) const
{
    const int parent = trace.node(node).parent;
    return {end(columns[static_cast<std::size_t>(trace.node(parent).step)]), item(parent).box.center().y()};
}

QRectF BeamLayout::extent(int step) const
{
    return columns.front().united(columns[static_cast<std::size_t>(step)]);
}

QPainterPath BeamLayout::edge(const BeamTrace& trace, int node) const
{
    const QRectF& to = item(node).box;
    const QPointF from = bend(trace, node), level(begin(to) - forth() * approach * typeSize, to.center().y());
    const double middle = (from.x() + level.x()) / 2;
    QPainterPath path(QPointF(end(item(trace.node(node).parent).box), from.y()));
    path.lineTo(from);
    path.cubicTo(QPointF(middle, from.y()), QPointF(middle, level.y()), level);
    path.lineTo(begin(to), level.y());
    return path;
}

double BeamLayout::edgeWidth(const BeamTrace& trace, int node) const
{
    return typeSize * (0.06 + 0.2 * std::exp(trace.node(node).wordLogProbability));
}

QRectF BeamLayout::badge(int node) const
{
    const QRectF& box = item(node).box;
    const double side = badgeSide * typeSize;
    return {leftOf(end(box) + forth() * badgeGap * typeSize, side), box.center().y() - side / 2, side, side};
}

QPointF BeamLayout::scoreOrigin(int node, const QString& text, const LabelMetrics& metrics) const
{
    const QRectF disc = badge(node);
    const double type = typeSize * beamScoreSize;
    return {leftOf(end(disc) + forth() * badgeGap * typeSize, metrics.width(text, type)),
            disc.center().y() + metrics.capHeight(type) / 2};
}

QPointF BeamLayout::wordOrigin(int node, const LabelMetrics& metrics) const
{
    const Item& one = item(node);
    const double width = metrics.width(one.label.text, one.size);
    const double middle = (metrics.ascent(one.size) - metrics.descent(one.size)) / 2;
    return {one.box.center().x() - width / 2, one.box.center().y() + middle};
}

QPointF BeamLayout::probabilityOrigin(int node, const QString& text, const LabelMetrics& metrics) const
{
    const Item& one = item(node);
    const double width = metrics.width(text, beamProbabilitySize * typeSize);
    return {leftOf(begin(one.box) - forth() * (width + 0.25 * typeSize), width),
            one.box.center().y() - 0.24 * typeSize};
}

BeamLayout layOutBeam(const BeamTrace& trace, bool pruned, const LabelMetrics& metrics, double typeSize,
                      WordOrder wordOrder)
{
    return Layouter(trace, pruned, metrics, typeSize, wordOrder).lay();
}

int rankAfter(const BeamTrace& trace, int node, int step)
{
    int rank = 1;
    for (const int at : trace.hypotheses) {
        if (at == node)
            break;
        rank += trace.node(at).step <= step ? 1 : 0;
    }
    return rank;
}

QString probabilityText(double logProbability)
{
    const double probability = std::exp(logProbability);
    return probability < 0.005 ? QStringLiteral("<0.01") : QString::number(probability, 'f', 2);
}

QString logText(double value)
{
    const QString text = QString::number(value, 'f', 2);
    return text == u"-0.00" ? QStringLiteral("0.00") : QString(text).replace(u'-', u'−');
}

QFont beamFont(const QString& family, const BeamTrace& trace)
{
    return figureFont(family, attentionOf(trace, trace.hypotheses.empty() ? 0 : trace.hypotheses.front()));
}

} // namespace alignoscope::ui
