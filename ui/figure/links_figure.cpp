// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/links_figure.h"

#include "alignoscope/error.h"
#include "ui/figure/drawn_label.h"
#include "ui/figure/figure_font.h"
#include "ui/figure/figure_layout.h"
#include "ui/figure/link_row.h"
#include "ui/figure/token_label.h"

#include <QCoreApplication>

#include <algorithm>

namespace alignoscope::ui {
namespace {

constexpr double mm = Drawing::unitsPerMm;
constexpr QRgb ink = figureInk, paleInk = paleFigureInk, white = 0xffffffff;
constexpr float heavy = 0.25F; // has a white rim, which parts it from what it crosses
constexpr std::size_t mostNamed = 3600;

QString translated(const char* text)
{
    return QCoreApplication::translate("Figure", text);
}

QRgb onWhite(QRgb colour, double opacity)
{
    const auto mixed = [opacity](int part) { return static_cast<int>(255 + (part - 255) * opacity); };
    return qRgb(mixed(qRed(colour)), mixed(qGreen(colour)), mixed(qBlue(colour)));
}

class Composer {
public:
    Composer(const LinksFigure& links, const FigureOptions& options)
        : m_links(links), m_snapshot(*links.snapshot), m_options(options),
          m_metrics(figureFont(options.fontFamily, m_snapshot)), m_size(options.fontPt * Drawing::unitsPerPoint),
          m_small(0.8 * m_size)
    {
    }

    Drawing compose()
    {
        layOut();
        if (m_links.gold)
            addGold();
        const std::vector<WeightedLink> links = linksAbove(m_snapshot, static_cast<float>(m_links.threshold));
        for (const WeightedLink& link : links)
            addLink(link, links.size() <= mostNamed);
        addRow(m_rows.source, true);
        addRow(m_rows.target, false);
        addCaptions();
        if (m_options.colourBar)
            addLegend();
        addTitle();
        describe();
        return std::move(m_drawing);
    }

private:
    const LinksFigure& m_links;
    const AttentionSnapshot& m_snapshot;
    const FigureOptions& m_options;
    const LabelMetrics m_metrics;
    const double m_size, m_small;
    LinkRows m_rows;
    LinkStyle m_style;
    QStringList m_title;
    double m_left = 0, m_top = 0, m_bottom = 0; ///< of the links
    Drawing m_drawing;

    void layOut()
    {
        const double width = m_options.widthMm * mm, height = m_options.heightMm * mm;
        m_title = titleLines(m_options.title, m_metrics, titleSize(), width - 2 * figureMargin);
        const LinkRowLimits limits{m_size, std::min(m_size, 5.0 * Drawing::unitsPerPoint),
                                   height > 0 ? std::min(height * 0.2, 9 * m_size) : 9 * m_size, 0.45 * m_size, 1.0};
        const auto sources = sourceLabels(m_snapshot), targets = targetLabels(m_snapshot);
        const LinkTokens tokens{sources, targets, m_options.wordOrder};
        const double natural = 1.6 * naturalWidth(tokens, m_metrics, m_size);
        double right = 0;
        for (int round = 0; round < 2; ++round) { // labels that hang over take room from the rows
            const double room = std::max(0.3 * width, width - 2 * figureMargin - m_left - right);
            m_rows = layOutLinkRows(tokens, m_metrics, std::min(room, natural), limits);
            m_left = leftOverhang(m_rows, m_metrics);
            right = rightOverhang(m_rows);
        }
        m_left += std::max(figureMargin, (width - m_left - right - m_rows.width) / 2);
        m_top = figureMargin + titleHeight() + m_metrics.line(m_small) + m_rows.source.labels.depth;
        const double below = m_rows.target.labels.depth + m_metrics.line(m_small) + figureMargin;
        const double free = std::clamp(0.4 * m_rows.width, 6 * m_size, 80 * mm);
        const double zone = height > 0 ? std::max(0.2 * height, height - m_top - below) : free;
        m_bottom = m_top + zone;
        m_drawing.size = {width, height > 0 ? height : m_bottom + below};
        m_style = {m_links.colouring, m_options.colourMap, false,
                   thickestLink(std::min(m_rows.source.pitch(), m_rows.target.pitch()), m_size)};
    }

    [[nodiscard]] double titleSize() const { return 1.15 * m_size; }
    [[nodiscard]] double titleHeight() const
    {
        return static_cast<double>(m_title.size()) * m_metrics.line(titleSize())
            + (m_title.isEmpty() ? 0 : 0.8 * m_size);
    }

    // `cap` is what the line's round ends add to it.
    [[nodiscard]] QPainterPath pathOf(int source, int target, double cap) const
    {
        return linkPath({m_left + m_rows.source.centre(source), m_top + cap},
                        {m_left + m_rows.target.centre(target), m_bottom - cap});
    }

    void addPath(const QPainterPath& path, double width, QRgb colour, double opacity, bool dashed = false,
                 const QString& name = {})
    {
        m_drawing.paths.push_back({path, width, colour, std::nullopt, opacity, dashed, name});
    }

    void addLink(const WeightedLink& link, bool named)
    {
        const auto weight = static_cast<double>(link.weight);
        const QPainterPath path = pathOf(link.source, link.target, m_style.width(weight) / 2);
        if (link.weight >= heavy)
            addPath(path, m_style.width(weight) + 0.18 * m_size, white, 0.85);
        addPath(path, m_style.width(weight), m_style.colour(link.source, weight), LinkStyle::opacity(weight), false,
                named ? cellInWords(m_snapshot, link.target, link.source) : QString());
    }

    // A known link is a hollow band: filled where the model finds it, empty where it does not.
    void addGold()
    {
        const auto add = [this](const std::vector<Link>& links, bool dashed) {
            for (const Link& link : links) {
                if (link.source < 0 || link.target < 0 || link.source >= m_snapshot.sources()
                    || link.target >= m_snapshot.targets())
                    continue;
                const double weight = static_cast<double>(m_snapshot.weight(link.target, link.source));
                const double width = std::max(m_style.width(weight), 0.35 * m_style.thickest);
                const QPainterPath path = pathOf(link.source, link.target, width / 2 + 0.2 * m_size);
                addPath(path, width + 0.4 * m_size, ink, 0.8, dashed);
                addPath(path, width + 0.2 * m_size, white, 1);
            }
        };
        add(m_links.gold->possible, true);
        add(m_links.gold->sure, false);
    }

    void addText(const QString& text, QPointF origin, double size, QRgb colour)
    {
        m_drawing.texts.push_back({text, origin, 0, m_metrics.fontAt(size), colour});
    }

    void addRow(const LinkRow& row, bool above)
    {
        for (int i = 0; i < row.size(); ++i) {
            const double centre = m_left + row.centre(i);
            if (above && m_links.colouring == LinkColouring::SourceWord) {
                const double half = std::clamp(0.3 * row.pitch(), 0.1 * m_size, 1.2 * m_size), y = m_top - 0.1 * m_size;
                m_drawing.lines.push_back({{centre - half, y}, {centre + half, y}, 0.2 * m_size, colourOfToken(i)});
            }
            if (row.labels.isShown(i))
                ui::addLabel(m_drawing,
                             above ? placeAboveLinks(row, m_metrics, i, centre, m_top)
                                   : placeBelowLinks(row, m_metrics, i, centre, m_bottom),
                             m_metrics);
            else
                m_drawing.lines.push_back({{centre, above ? m_top - 0.2 * m_size : m_bottom},
                                           {centre, above ? m_top : m_bottom + 0.2 * m_size},
                                           0.5 * Drawing::unitsPerPoint,
                                           paleInk});
        }
    }

    void addCaptions()
    {
        const double above = figureMargin + titleHeight() + m_metrics.ascent(m_small);
        addText(m_links.above.isEmpty() ? translated("source") : m_links.above, {figureMargin, above}, m_small,
                paleInk);
        const double below = m_bottom + m_rows.target.labels.depth + m_metrics.ascent(m_small);
        addText(m_links.below.isEmpty() ? translated("target") : m_links.below, {figureMargin, below}, m_small,
                paleInk);
    }

    // A wedge as thick as the links of each weight, in steps.
    void addLegend()
    {
        constexpr int steps = 24;
        const double length = 9 * m_size, number = m_metrics.width("1", m_small) + 0.4 * m_size;
        const double right = m_drawing.size.width() - figureMargin - number, left = right - length;
        const double y = figureMargin + titleHeight() + m_metrics.line(m_small) / 2;
        for (int i = 0; i < steps; ++i) {
            const double weight = (i + 0.5) / steps;
            const double half = std::min(m_style.width(weight), m_metrics.line(m_small)) / 2;
            const QRgb colour = m_links.colouring == LinkColouring::Weight ? m_style.colour(0, weight) : paleInk;
            // each reaches under the next, which is higher
            const double width = length / steps * (i + 1 < steps ? 1.5 : 1);
            m_drawing.boxes.push_back({QRectF(left + length * i / steps, y - half, width, 2 * half),
                                       onWhite(colour, std::max(0.15, LinkStyle::opacity(weight))),
                                       {}});
        }
        const double baseline = y + m_metrics.capHeight(m_small) / 2;
        addText(QStringLiteral("0"), {left - number, baseline}, m_small, paleInk);
        addText(QStringLiteral("1"), {right + 0.4 * m_size, baseline}, m_small, paleInk);
    }

    void addTitle()
    {
        double baseline = figureMargin + m_metrics.ascent(titleSize());
        for (const QString& line : m_title) {
            addText(line, {(m_drawing.size.width() - m_metrics.width(line, titleSize())) / 2, baseline}, titleSize(),
                    ink);
            baseline += m_metrics.line(titleSize());
        }
    }

    void describe()
    {
        m_drawing.title = m_options.title.isEmpty() ? translated("Attention as links") : m_options.title;
        m_drawing.description =
            translated("Attention between %1 source words (above) and %2 target words (below): lines as thick as the "
                       "weights, from %3 on.")
                .arg(m_snapshot.sources())
                .arg(m_snapshot.targets())
                .arg(QString::number(m_links.threshold, 'f', 2));
    }
};

} // namespace

Drawing linksDrawing(const LinksFigure& links, const FigureOptions& options)
{
    checkSizes(options);
    if (!links.snapshot || !isDrawable(*links.snapshot))
        refuseFigure("there is no attention to draw", "a weight for every pair of tokens", "none",
                     "Choose another sentence.");
    return Composer(links, options).compose();
}

} // namespace alignoscope::ui
