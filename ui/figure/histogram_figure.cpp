// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/histogram_figure.h"

#include "ui/figure/drawn_label.h"
#include "ui/figure/figure_font.h"
#include "ui/figure/figure_layout.h"
#include "ui/figure/label_metrics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double mm = Drawing::unitsPerMm;
constexpr double narrowest = 27 * mm, gap = 4 * mm, hairline = 0.5 * Drawing::unitsPerPoint;
constexpr QRgb ink = figureInk, quietInk = 0xff595959, barInk = 0xff2b6cb0, paleBarInk = 0xffc9d6e6;

class Composer {
public:
    Composer(const std::vector<HistogramFigure>& histograms, const FigureOptions& options)
        : m_histograms(histograms), m_options(options), m_metrics(figureFont(options.fontFamily, {})),
          m_type(options.fontPt * Drawing::unitsPerPoint)
    {
    }

    Drawing compose()
    {
        const double width = m_options.widthMm * mm, inner = width - 2 * figureMargin;
        const int count = static_cast<int>(m_histograms.size());
        const int columns = std::clamp(static_cast<int>((inner + gap) / (narrowest + gap)), 1, count);
        const int rows = (count + columns - 1) / columns;
        const double top = figureMargin
            + addTitle(m_drawing, m_options, m_metrics, QCoreApplication::translate("Figure", "Sentences"));
        const double cellWidth = (inner - gap * (columns - 1)) / columns;
        const double cellHeight = m_options.heightMm > 0
            ? std::max(4 * m_type, (m_options.heightMm * mm - top - figureMargin - gap * (rows - 1)) / rows)
            : cellWidth * 0.5 + 2.6 * m_metrics.line(m_type);
        for (int i = 0; i < count; ++i)
            add(m_histograms[static_cast<std::size_t>(i)],
                {figureMargin + (i % columns) * (cellWidth + gap), top + (i / columns) * (cellHeight + gap), cellWidth,
                 cellHeight});
        m_drawing.size = {width, top + rows * cellHeight + (rows - 1) * gap + figureMargin};
        m_drawing.description = QCoreApplication::translate("Figure", "Histograms of %1 measures.").arg(count);
        return std::move(m_drawing);
    }

private:
    const std::vector<HistogramFigure>& m_histograms;
    const FigureOptions& m_options;
    const LabelMetrics m_metrics;
    const double m_type;
    Drawing m_drawing;

    void addText(const QString& text, QPointF origin, double size, QRgb colour)
    {
        m_drawing.texts.push_back({text, origin, 0, m_metrics.fontAt(size), colour});
    }

    void add(const HistogramFigure& histogram, const QRectF& area)
    {
        const double small = m_type * 0.85;
        addText(histogram.title, {area.left(), area.top() + m_metrics.ascent(m_type)}, m_type, ink);
        const double below = m_metrics.line(small) * 1.1;
        const QRectF plot = area.adjusted(0, m_metrics.line(m_type) * 1.15, 0, -below);
        addBars(histogram.all, histogram, plot, paleBarInk);
        addBars(histogram.passing, histogram, plot, barInk);
        m_drawing.lines.push_back({plot.bottomLeft(), plot.bottomRight(), hairline, quietInk});
        const double baseline = plot.bottom() + m_metrics.ascent(small) + hairline;
        addText(histogram.least, {area.left(), baseline}, small, quietInk);
        addText(histogram.most, {area.right() - m_metrics.width(histogram.most, small), baseline}, small, quietInk);
    }

    void addBars(const std::vector<int>& counts, const HistogramFigure& histogram, const QRectF& plot, QRgb colour)
    {
        const int highest = std::max(1, *std::ranges::max_element(histogram.all));
        const double step = plot.width() / static_cast<double>(counts.size());
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const bool hidden = &counts == &histogram.all && counts[i] == histogram.passing[i];
            if (counts[i] == 0 || hidden)
                continue;
            const double height = plot.height() * counts[i] / highest;
            m_drawing.boxes.push_back(
                {{plot.left() + step * (static_cast<double>(i) + 0.06), plot.bottom() - height, step * 0.88, height},
                 colour,
                 QCoreApplication::translate("Figure", "%1: %2 sentences").arg(histogram.title).arg(counts[i])});
        }
    }
};

} // namespace

Drawing histogramDrawing(const std::vector<HistogramFigure>& histograms, const FigureOptions& options)
{
    checkSizes(options);
    if (std::ranges::any_of(histograms, [](const HistogramFigure& each) { return each.all.empty(); })
        || histograms.empty())
        refuseFigure("there is nothing measured to draw", "sentences with numbers", "none",
                     "Wait for the first validation.");
    return Composer(histograms, options).compose();
}

} // namespace alignoscope::ui
