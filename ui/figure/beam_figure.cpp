// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/beam_figure.h"

#include "ui/figure/beam_words.h"
#include "ui/figure/figure_layout.h"

#include <QCoreApplication>

#include <algorithm>

namespace alignoscope::ui {
namespace {

using Fate = BeamTrace::Fate;
constexpr QRgb ink = 0xff1a1a1a, paleInk = 0xff808080, palest = 0xffd5d5d5, keptLine = 0xff9a9a9a;
constexpr QRgb keptFill = 0xfff2f2f2, accent = 0xff1f6fb5, accentFill = 0xffd9e8f5, white = 0xffffffff;

class Composer {
public:
    Composer(const BeamTrace& trace, int step, bool pruned, const FigureOptions& options)
        : m_trace(trace), m_step(std::clamp(step, 0, trace.steps())), m_pruned(pruned), m_options(options),
          m_metrics(beamFont(options.fontFamily, trace))
    {
        m_leads.assign(trace.nodes.size(), false);
        for (int at = leaderAt(trace, m_step); at >= 0; at = trace.node(at).parent)
            m_leads[static_cast<std::size_t>(at)] = true;
    }

    Drawing compose()
    {
        place();
        addSteps();
        for (const bool leading : {false, true}) {
            forShown([&](int at) {
                if (at > 0 && leads(at) == leading)
                    addEdge(at);
            });
        }
        forShown([&](int at) { addNode(at); });
        addTitle();
        m_drawing.title = m_options.title.isEmpty()
            ? QCoreApplication::translate("BeamFigure", "Beam search of “%1”").arg(sourceText())
            : m_options.title;
        m_drawing.description =
            QCoreApplication::translate("BeamFigure", "%1 of %2 steps; the best translation so far: %3")
                .arg(m_step)
                .arg(m_trace.steps())
                .arg(hypothesisText(m_trace, leaderAt(m_trace, m_step)));
        return std::move(m_drawing);
    }

private:
    const BeamTrace& m_trace;
    const int m_step;
    const bool m_pruned;
    const FigureOptions& m_options;
    const LabelMetrics m_metrics;
    std::vector<bool> m_leads;
    BeamLayout m_layout;
    QPointF m_origin;
    Drawing m_drawing;

    [[nodiscard]] bool leads(int at) const { return m_leads[static_cast<std::size_t>(at)]; }
    [[nodiscard]] bool isPruned(int at) const { return m_trace.node(at).fate == Fate::Pruned; }
    [[nodiscard]] double titleSize() const { return m_options.fontPt * Drawing::unitsPerPoint * 1.15; }
    [[nodiscard]] double titleHeight() const { return m_options.title.isEmpty() ? 0 : titleSize() * 1.9; }
    [[nodiscard]] double stepsHeight() const { return m_layout.typeSize * 2; }

    template <class Add>
    void forShown(Add&& add)
    {
        for (int step = 0; step <= m_step; ++step)
            for (const int at : m_layout.order[static_cast<std::size_t>(step)])
                add(at);
    }

    [[nodiscard]] QString sourceText() const
    {
        QStringList words;
        for (std::size_t i = 0; i + 1 < m_trace.source.size(); ++i)
            words << QString::fromStdString(m_trace.source[i]);
        return words.join(u' ');
    }

    // The columns that are shown, as far down as they reach.
    [[nodiscard]] QRectF extent() const
    {
        QRectF shown = m_layout.extent(m_step);
        double bottom = 0;
        for (int step = 0; step <= m_step; ++step)
            for (const int at : m_layout.order[static_cast<std::size_t>(step)])
                bottom = std::max(bottom, m_layout.item(at).box.bottom());
        shown.setBottom(bottom);
        return shown;
    }

    void place()
    {
        const double wished = m_options.fontPt * Drawing::unitsPerPoint;
        m_layout = layOutBeam(m_trace, m_pruned, m_metrics, wished, m_options.wordOrder);
        const double width = m_options.widthMm * Drawing::unitsPerMm;
        double shrink = std::min(1.0, (width - 2 * figureMargin) / extent().width());
        if (m_options.heightMm > 0) {
            const double room = m_options.heightMm * Drawing::unitsPerMm - 2 * figureMargin - titleHeight();
            shrink = std::min(shrink, room / (extent().height() + stepsHeight()));
        }
        if (shrink < 1) // a layout is of one piece: everything in it is as many times smaller
            m_layout = layOutBeam(m_trace, m_pruned, m_metrics, std::max(1.0, wished * shrink), m_options.wordOrder);
        const double used = extent().height() + stepsHeight() + titleHeight() + 2 * figureMargin;
        const double height = m_options.heightMm > 0 ? m_options.heightMm * Drawing::unitsPerMm : used;
        m_drawing.size = {width, height};
        m_origin = {(width - extent().width()) / 2 - extent().left(), figureMargin + titleHeight() + stepsHeight()};
    }

    void addText(const QString& text, QPointF origin, double size, QRgb colour)
    {
        m_drawing.texts.push_back({text, origin, 0, m_metrics.fontAt(size), colour});
    }

    void addSteps()
    {
        const double size = m_layout.typeSize * beamScoreSize;
        for (int step = 1; step <= m_step; ++step) {
            const QString number = QString::number(step);
            const double begin = m_layout.begin(m_layout.columns[static_cast<std::size_t>(step)]);
            const double x = m_origin.x() + m_layout.leftOf(begin, m_metrics.width(number, size));
            addText(number, {x, m_origin.y() - m_layout.typeSize * 0.9}, size, paleInk);
        }
    }

    void addEdge(int at)
    {
        Drawing::Path edge;
        edge.path = m_layout.edge(m_trace, at).translated(m_origin);
        edge.width = m_layout.edgeWidth(m_trace, at);
        edge.stroke = leads(at) ? accent : isPruned(at) ? palest : keptLine;
        m_drawing.paths.push_back(edge);
        const QString text = probabilityText(m_trace.node(at).wordLogProbability);
        addText(text, m_origin + m_layout.probabilityOrigin(at, text, m_metrics),
                m_layout.typeSize * beamProbabilitySize, isPruned(at) ? paleInk : ink);
    }

    void addNode(int at)
    {
        const BeamLayout::Item& item = m_layout.item(at);
        const BeamTrace::Node& node = m_trace.node(at);
        const double radius = at == 0 || isDone(node) ? item.box.height() / 2 : item.size * 0.3;
        Drawing::Path box;
        box.path.addRoundedRect(item.box.translated(m_origin), radius, radius);
        box.width = m_layout.typeSize * (leads(at) ? 0.12 : 0.07);
        box.stroke = leads(at) ? accent : isPruned(at) ? palest : keptLine;
        box.fill = leads(at) ? accentFill : isPruned(at) ? white : keptFill;
        box.name = beamNodeInWords(m_trace, at);
        m_drawing.paths.push_back(box);
        addText(item.label.text, m_origin + m_layout.wordOrigin(at, m_metrics), item.size,
                isPruned(at) || item.label.kind == TokenKind::End ? paleInk : ink);
        if (isDone(node))
            addResult(at);
    }

    void addResult(int at)
    {
        const int rank = rankAfter(m_trace, at, m_step);
        const QRectF disc = m_layout.badge(at).translated(m_origin);
        Drawing::Path badge;
        badge.path.addEllipse(disc);
        badge.fill = rank == 1 ? accent : paleInk;
        m_drawing.paths.push_back(badge);
        const QString text = QString::number(rank);
        const double size = m_layout.typeSize * (text.size() > 1 ? 0.7 : 0.85);
        addText(text, disc.center() + QPointF(-m_metrics.width(text, size) / 2, m_metrics.capHeight(size) / 2), size,
                white);
        const QString score = logText(m_trace.node(at).score);
        addText(score, m_origin + m_layout.scoreOrigin(at, score, m_metrics), m_layout.typeSize * beamScoreSize, ink);
    }

    void addTitle()
    {
        if (m_options.title.isEmpty())
            return;
        const double room = m_drawing.size.width() - 2 * figureMargin;
        const double size = titleSize();
        const QString text = m_metrics.elided(m_options.title.simplified(), size, room);
        addText(text,
                {(m_drawing.size.width() - m_metrics.width(text, size)) / 2, figureMargin + m_metrics.ascent(size)},
                size, ink);
    }
};

} // namespace

Drawing beamDrawing(const BeamTrace& trace, int step, bool pruned, const FigureOptions& options)
{
    checkSizes(options);
    return Composer(trace, step, pruned, options).compose();
}

} // namespace alignoscope::ui
