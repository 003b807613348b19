// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/beam_tree_scene.h"
#include "ui/views/heatmap_marks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

using Fate = BeamTrace::Fate;
constexpr double legible = 6.5; ///< pixels of type, below which words are left out

class TreePainter {
public:
    TreePainter(QPainter& painter, const BeamTreeScene& scene, const QRectF& visible, double zoom)
        : m_painter(painter), m_scene(scene), m_trace(*scene.trace), m_layout(scene.layout), m_visible(visible),
          m_pixel(1 / zoom), m_words(scene.layout.typeSize * zoom >= legible),
          m_numbers(scene.layout.typeSize * beamProbabilitySize * zoom >= legible)
    {
    }

    // Lines lie under boxes, and what is pale lies under what is stressed.
    void draw()
    {
        if (!m_words)
            return drawFromAfar();
        for (const bool stressed : {false, true}) {
            forVisible([&](int at) {
                if (at > 0 && stresses(at) == stressed && (!isPruned(at) || stressed || isInSight(at)))
                    drawEdge(at); // lines to discarded words out of sight would be hundreds
            });
        }
        forVisible([&](int at) {
            if (isInSight(at))
                drawNode(at);
        });
        drawRings();
    }

private:
    void drawRings()
    {
        drawRing(m_scene.hovered, faded(m_scene.palette, 0.45));
        drawRing(m_scene.chosen, m_scene.palette.color(m_scene.keyboard ? QPalette::Highlight : QPalette::Text));
    }

    // Where no word can be read, thousands of nodes may be in sight: straight lines and plain boxes, each kind at once.
    void drawFromAfar()
    {
        QList<QLineF> edges[2];
        QList<QRectF> boxes[2];
        std::vector<int> stressed;
        double last = -1e9; // of two words on the same pixels, one is enough
        forVisible([&](int at) {
            const QRectF& box = m_layout.item(at).box;
            if (at == 0 || stresses(at)) {
                stressed.push_back(at);
                return;
            }
            if (isPruned(at) && std::abs(box.top() - last) < 2 * m_pixel)
                return;
            last = box.top();
            const int kind = isPruned(at) ? 0 : 1;
            boxes[kind] << box;
            const QPointF bend = m_layout.bend(m_trace, at);
            edges[kind] << QLineF(bend, {m_layout.begin(box), box.center().y()});
            if (kind == 1)
                edges[kind] << QLineF({m_layout.end(m_layout.item(m_trace.node(at).parent).box), bend.y()}, bend);
        });
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        for (const int kind : {0, 1}) {
            m_painter.setPen(QPen(faded(m_scene.palette, kind == 0 ? 0.13 : 0.42), 0)); // a pixel
            m_painter.drawLines(edges[kind]);
        }
        for (const int kind : {0, 1}) {
            m_painter.setPen(QPen(faded(m_scene.palette, kind == 0 ? 0.2 : 0.5), 0));
            m_painter.setBrush(m_scene.palette.color(kind == 0 ? QPalette::Base : QPalette::AlternateBase));
            m_painter.drawRects(boxes[kind]);
        }
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        for (const int at : stressed) {
            if (at > 0)
                drawEdge(at);
        }
        for (const int at : stressed)
            drawNode(at);
        forVisible([&](int at) {
            if (isDone(m_trace.node(at)) && !stresses(at))
                drawResult(at);
        });
        drawLeadersWords();
        drawRings();
    }

    QPainter& m_painter;
    const BeamTreeScene& m_scene;
    const BeamTrace& m_trace;
    const BeamLayout& m_layout;
    QRectF m_visible;
    double m_pixel; ///< in the layout's units
    bool m_words, m_numbers;

    [[nodiscard]] double reach() const { return m_layout.typeSize * 8; } // rank and score stand beside a box
    [[nodiscard]] bool isInSight(int at) const
    {
        return m_layout.item(at).box.intersects(m_visible.adjusted(-reach(), -reach(), reach(), reach()));
    }
    [[nodiscard]] bool leads(int at) const { return m_scene.leading[static_cast<std::size_t>(at)]; }
    [[nodiscard]] bool stresses(int at) const { return leads(at) || m_scene.toChosen[static_cast<std::size_t>(at)]; }
    [[nodiscard]] bool isPruned(int at) const { return m_trace.node(at).fate == Fate::Pruned; }
    [[nodiscard]] QColor accent() const { return m_scene.palette.color(QPalette::Highlight); }

    // A node is drawn with the line that leads to it, so the column before counts too.
    template <class Draw>
    void forVisible(Draw&& draw)
    {
        for (int step = 0; step <= m_scene.step; ++step) {
            const auto at = static_cast<std::size_t>(step);
            const QRectF columns = m_layout.columns[at].united(m_layout.columns[at > 0 ? at - 1 : 0]);
            if (columns.right() < m_visible.left() || columns.left() > m_visible.right())
                continue;
            for (const int node : m_layout.order[at]) {
                const double y = m_layout.item(node).box.center().y();
                const double parent = node > 0 ? m_layout.item(m_trace.node(node).parent).box.center().y() : y;
                if (std::max(y, parent) + reach() >= m_visible.top()
                    && std::min(y, parent) - reach() <= m_visible.bottom())
                    draw(node);
            }
        }
    }

    void drawEdge(int at)
    {
        const QColor colour = leads(at)                      ? accent()
            : m_scene.toChosen[static_cast<std::size_t>(at)] ? faded(m_scene.palette, 0.75)
                                                             : faded(m_scene.palette, isPruned(at) ? 0.16 : 0.42);
        m_painter.setPen(QPen(colour, std::max(m_layout.edgeWidth(m_trace, at), m_pixel * 0.7), Qt::SolidLine,
                              Qt::FlatCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(m_layout.edge(m_trace, at));
        if (!m_numbers)
            return;
        const QString text = probabilityText(m_trace.node(at).wordLogProbability);
        m_painter.setFont(m_scene.metrics.fontAt(m_layout.typeSize * beamProbabilitySize));
        m_painter.setPen(faded(m_scene.palette, isPruned(at) ? 0.5 : 0.75));
        m_painter.drawText(m_layout.probabilityOrigin(at, text, m_scene.metrics), text);
    }

    void drawNode(int at)
    {
        const BeamLayout::Item& item = m_layout.item(at);
        const BeamTrace::Node& node = m_trace.node(at);
        const bool pill = at == 0 || isDone(node);
        const double radius = pill ? item.box.height() / 2 : item.size * 0.3;
        QColor fill = m_scene.palette.color(QPalette::Base), line = faded(m_scene.palette, isPruned(at) ? 0.2 : 0.5);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(fill); // no line shines through a word
        m_painter.drawRoundedRect(item.box, radius, radius);
        if (leads(at)) {
            fill = line = accent();
            fill.setAlphaF(0.22F);
        } else {
            fill = faded(m_scene.palette, isPruned(at) ? 0.0 : 0.08);
        }
        m_painter.setPen(QPen(line, std::max(m_pixel, m_layout.typeSize * (leads(at) ? 0.12 : 0.08))));
        m_painter.setBrush(fill);
        m_painter.drawRoundedRect(item.box, radius, radius);
        if (m_words) {
            m_painter.setFont(m_scene.metrics.fontAt(item.size));
            m_painter.setPen(faded(m_scene.palette, isPruned(at) ? 0.55 : item.label.kind == TokenKind::End ? 0.7 : 1));
            m_painter.drawText(m_layout.wordOrigin(at, m_scene.metrics), item.label.text);
        }
        if (isDone(node))
            drawResult(at);
    }

    void drawResult(int at)
    {
        const int rank = rankAfter(m_trace, at, m_scene.step);
        const QRectF disc = m_layout.badge(at);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(rank == 1 ? accent() : faded(m_scene.palette, 0.5));
        m_painter.drawEllipse(disc);
        if (!m_words)
            return;
        m_painter.setPen(m_scene.palette.color(rank == 1 ? QPalette::HighlightedText : QPalette::Base));
        const QString text = QString::number(rank);
        const double size = m_layout.typeSize * (text.size() > 1 ? 0.7 : 0.85);
        m_painter.setFont(m_scene.metrics.fontAt(size));
        m_painter.drawText(
            disc.center() + QPointF(-m_scene.metrics.width(text, size) / 2, m_scene.metrics.capHeight(size) / 2), text);
        m_painter.setFont(m_scene.metrics.fontAt(m_layout.typeSize * beamScoreSize));
        m_painter.setPen(faded(m_scene.palette, 0.8));
        const QString score = logText(m_trace.node(at).score);
        m_painter.drawText(m_layout.scoreOrigin(at, score, m_scene.metrics), score);
    }

    // Where words would be too small to read, those of the leading hypothesis stand above their boxes, as many as fit.
    void drawLeadersWords()
    {
        const double size = 9.5 * m_pixel;
        double free = m_layout.begin(m_visible);
        m_painter.setPen(faded(m_scene.palette, 0.9));
        m_painter.setFont(m_scene.metrics.fontAt(std::max(1.0, size)));
        for (int step = 1; step <= m_scene.step; ++step) {
            for (const int at : m_layout.order[static_cast<std::size_t>(step)]) {
                const BeamLayout::Item& item = m_layout.item(at);
                const double begin = m_layout.begin(item.box);
                if (!leads(at) || (begin - free) * m_layout.forth() < 0)
                    continue;
                const double width = m_scene.metrics.width(item.label.text, size);
                m_painter.drawText(QPointF(m_layout.leftOf(begin, width), item.box.top() - 3 * m_pixel),
                                   item.label.text);
                free = begin + m_layout.forth() * (width + 6 * m_pixel);
            }
        }
    }

    void drawRing(int at, const QColor& colour)
    {
        if (!m_scene.shows(at))
            return;
        const BeamLayout::Item& item = m_layout.item(at);
        const double out = std::max(2.5 * m_pixel, m_layout.typeSize * 0.2);
        const bool pill = at == 0 || isDone(m_trace.node(at));
        const double radius = pill ? item.box.height() / 2 + out : item.size * 0.3 + out;
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(colour, std::max(1.6 * m_pixel, m_layout.typeSize * 0.12)));
        m_painter.drawRoundedRect(item.box.adjusted(-out, -out, out, out), radius, radius);
    }
};

} // namespace

void drawBeamTree(QPainter& painter, const BeamTreeScene& scene, const QRectF& visible, double zoom)
{
    TreePainter(painter, scene, visible, zoom).draw();
}

} // namespace alignoscope::ui
