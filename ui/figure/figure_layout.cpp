// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/figure_layout.h"

#include <QCoreApplication>

#include <algorithm>

namespace alignoscope::ui {
namespace {

constexpr double mm = Drawing::unitsPerMm;
constexpr double smallestType = 5 * Drawing::unitsPerPoint;
constexpr double widestCell = 22 * mm;
constexpr double squareness = 1.6; // how far a cell may be from a square where the height is free
constexpr int titleLinesAtMost = 3;

class Layouter {
public:
    Layouter(const AttentionSnapshot& snapshot, const FigureOptions& options, const LabelMetrics& metrics)
        : m_options(options), m_metrics(metrics), m_sources(sourceLabels(snapshot)), m_targets(targetLabels(snapshot)),
          m_order(m_sources, options.wordOrder), m_width(options.widthMm * mm),
          m_fontSize(options.fontPt * Drawing::unitsPerPoint)
    {
    }

    FigureLayout layOut()
    {
        m_layout.fontSize = m_fontSize;
        m_layout.smallSize = std::max(std::min(smallestType, m_fontSize), m_fontSize * 0.8);
        m_layout.titleLines = titleLines(m_options.title, m_metrics, m_fontSize * 1.15, m_width - 2 * figureMargin);
        fitCells();
        place();
        return m_layout;
    }

private:
    const FigureOptions& m_options;
    const LabelMetrics& m_metrics;
    const std::vector<TokenLabel> m_sources, m_targets;
    const ReadingOrder m_order;
    const double m_width, m_fontSize;
    FigureLayout m_layout;
    double m_cellWidth = 0, m_cellHeight = 0;

    [[nodiscard]] LabelLimits limits(double longest) const
    {
        return {m_fontSize, smallestType, std::min(longest, 14 * m_fontSize), m_fontSize * 0.4};
    }

    [[nodiscard]] double captionsWidth() const
    {
        return std::max(m_metrics.width(acrossCaption(m_options.look, m_order), m_layout.smallSize),
                        m_metrics.width(downCaption(m_options.look), m_layout.smallSize))
            + m_fontSize * 0.6;
    }
    [[nodiscard]] double leftDepth() const { return std::max(m_layout.down.depth, captionsWidth()); }
    [[nodiscard]] double topDepth() const
    {
        return std::max(m_layout.across.depth, 2.1 * m_metrics.line(m_layout.smallSize) + m_fontSize * 0.3);
    }
    [[nodiscard]] double barDepth() const
    {
        if (!m_options.colourBar)
            return 0;
        return 2.5 * mm + barWidth() + m_fontSize * 0.7 + widestMark();
    }
    [[nodiscard]] double widestMark() const
    {
        double widest = m_metrics.width("0.5", m_layout.smallSize);
        for (const QString& mark : barMarks(m_options.look.scale))
            widest = std::max(widest, m_metrics.width(mark, m_layout.smallSize));
        return widest;
    }
    [[nodiscard]] double barWidth() const { return std::clamp(m_fontSize * 0.75, 2 * mm, 5 * mm); }
    [[nodiscard]] double rightDepth() const { return std::max(m_layout.across.overhang, barDepth()); }
    [[nodiscard]] double titleHeight() const
    {
        return static_cast<double>(m_layout.titleLines.size()) * m_metrics.line(m_fontSize * 1.15)
            + (m_layout.titleLines.isEmpty() ? 0 : m_fontSize * 0.8);
    }

    // Labels want room that cells give, and how labels stand depends on the cells: a few rounds settle it.
    // Labels only ever turn further, so that the rounds cannot swing to and fro.
    void fitCells()
    {
        const auto columns = static_cast<double>(m_sources.size());
        const auto rows = static_cast<double>(m_targets.size());
        const double height = m_options.heightMm > 0 ? m_options.heightMm * mm : 0;
        const double longestAcross = height > 0 ? height * 0.4 : m_width * 0.6;
        LabelTurn turn = LabelTurn::Level;
        m_cellWidth = m_width * 0.7 / columns;
        m_cellHeight = height > 0 ? height * 0.6 / rows : m_cellWidth;
        for (int round = 0; round < 5; ++round) {
            m_layout.down = layOutDown(m_targets, m_metrics, m_cellHeight, limits(m_width * 0.35));
            m_layout.across = layOutAcross(m_sources, m_order, m_metrics, m_cellWidth, limits(longestAcross), turn);
            turn = m_layout.across.turn;
            const double across = m_width - 2 * figureMargin - leftDepth() - rightDepth();
            m_cellWidth = std::clamp(across / columns, m_width * 0.1 / columns, widestCell);
            if (height > 0)
                m_cellHeight = std::max(height - 2 * figureMargin - titleHeight() - topDepth(), height * 0.1) / rows;
            else
                m_cellHeight = freeCellHeight();
        }
    }

    [[nodiscard]] double freeCellHeight() const
    {
        const double line = m_metrics.line(m_fontSize);
        const double comfortable = std::clamp(m_cellWidth, line * 1.1, line * 2.5);
        const double unhurried = 1.4 * m_width / static_cast<double>(m_targets.size()); // tall ones grow tight
        if (m_options.look.stretched)
            return std::min(line * 1.1, unhurried);
        return std::clamp(std::min(comfortable, std::max(line, unhurried)), m_cellWidth / squareness,
                          m_cellWidth * squareness);
    }

    void place()
    {
        const QSizeF cells(m_cellWidth * static_cast<double>(m_sources.size()),
                           m_cellHeight * static_cast<double>(m_targets.size()));
        const double block = leftDepth() + cells.width() + rightDepth();
        const double left = std::max(figureMargin, (m_width - block) / 2);
        const double top = figureMargin + titleHeight() + topDepth();
        m_layout.matrix = {QPointF(left + leftDepth(), top), cells};
        double bottom = m_layout.matrix.bottom();
        if (m_options.colourBar) {
            const double barHeight = std::clamp(cells.height(), 4 * m_fontSize, std::max(50 * mm, 4 * m_fontSize));
            m_layout.bar = {m_layout.matrix.right() + 2.5 * mm, top, barWidth(), barHeight};
            bottom = std::max(bottom, m_layout.bar.bottom());
        }
        m_layout.size = {m_width, m_options.heightMm > 0 ? m_options.heightMm * mm : bottom + figureMargin};
    }
};

} // namespace

QString acrossCaption(const MatrixLook& look, const ReadingOrder& order)
{
    return withArrow(look.across.isEmpty() ? QCoreApplication::translate("Figure", "source") : look.across, order);
}
QString downCaption(const MatrixLook& look)
{
    return look.down.isEmpty() ? QCoreApplication::translate("Figure", "target ↓") : look.down;
}

QStringList titleLines(const QString& title, const LabelMetrics& metrics, double size, double room)
{
    QString line;
    QStringList lines;
    for (const QString& word : title.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (!line.isEmpty() && metrics.width(longer, size) > room) {
            lines << line;
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.isEmpty())
        lines << line;
    if (lines.size() > titleLinesAtMost) {
        const QString rest = QStringList(lines.mid(titleLinesAtMost - 1)).join(u' ');
        lines = lines.mid(0, titleLinesAtMost - 1) << rest;
    }
    for (QString& each : lines)
        each = metrics.elided(each, size, room);
    return lines;
}

QRectF FigureLayout::cell(int target, int source) const
{
    const double width = matrix.width() / static_cast<double>(across.labels.size());
    const double height = matrix.height() / static_cast<double>(down.labels.size());
    return {matrix.x() + across.order.placeOf(source) * width, matrix.y() + target * height, width, height};
}

FigureLayout layOutFigure(const AttentionSnapshot& snapshot, const FigureOptions& options, const LabelMetrics& metrics)
{
    return Layouter(snapshot, options, metrics).layOut();
}

} // namespace alignoscope::ui
