// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/compose_figure.h"

#include "ui/figure/drawn_label.h"
#include "ui/figure/figure_font.h"
#include "ui/figure/figure_layout.h"
#include "ui/figure/hatching.h"
#include "ui/figure/window_marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double hairline = 0.5 * Drawing::unitsPerPoint;
/// How far a cell goes on under the next one, so that no seam shows: a pixel of the coarsest picture (30 dots an inch).
constexpr double reach = 2.4 * Drawing::unitsPerPoint;
constexpr QRgb ink = figureInk, paleInk = paleFigureInk, frameInk = 0xff595959, missingInk = 0xffe4e4e4;
constexpr std::size_t mostNamedCells = 3600; // beyond it, the names would be most of an SVG

class Composer {
public:
    Composer(const AttentionSnapshot& snapshot, const FigureOptions& options)
        : m_snapshot(snapshot), m_options(options), m_metrics(figureFont(options.fontFamily, snapshot)),
          m_layout(layOutFigure(snapshot, options, m_metrics))
    {
    }

    Drawing compose()
    {
        m_drawing.size = m_layout.size;
        addCells();
        if (!m_hatched.isEmpty())
            m_drawing.paths.push_back({m_hatched, hairline, paleInk, std::nullopt, 1, false, {}});
        if (!m_snapshot.centres.empty())
            addWindows();
        addFrame(m_layout.matrix);
        addAxes();
        addCaptions();
        if (m_options.colourBar)
            addColourBar();
        addTitle();
        describe();
        return std::move(m_drawing);
    }

private:
    const AttentionSnapshot& m_snapshot;
    const FigureOptions& m_options;
    const LabelMetrics m_metrics;
    const FigureLayout m_layout;
    Drawing m_drawing;
    QPainterPath m_hatched; ///< over cells without a value

    [[nodiscard]] QRectF cell(int target, int source) const { return m_layout.cell(target, source); }

    /// Not-a-number is nothing to compare: paper grey, and hatched.
    [[nodiscard]] QRgb colour(double value) const
    {
        return std::isnan(value) ? missingInk : colourOf(m_options.colourMap, m_options.look.scale, value);
    }

    void addText(const QString& text, QPointF origin, double size, QRgb colour)
    {
        m_drawing.texts.push_back({text, origin, 0, m_metrics.fontAt(size), colour});
    }

    void addCells()
    {
        const bool named = m_snapshot.weights.size() <= mostNamedCells;
        const double valueSize = m_options.values ? sizeOfValues() : 0;
        for (int target = 0; target < m_snapshot.targets(); ++target) {
            for (int place = 0; place < m_snapshot.sources(); ++place) { // each goes on under the next one
                const int source = m_layout.across.order.wordAt(place);
                QRectF rect = cell(target, source);
                const double weight = static_cast<double>(m_snapshot.weight(target, source));
                if (valueSize > 0)
                    addValue(rect.center(), weight, valueSize);
                if (std::isnan(weight))
                    m_hatched.addPath(hatching(rect, m_layout.fontSize * 0.5));
                if (place + 1 < m_snapshot.sources())
                    rect.setRight(rect.right() + std::min(rect.width() / 2, reach));
                if (target + 1 < m_snapshot.targets())
                    rect.setBottom(rect.bottom() + std::min(rect.height() / 2, reach));
                m_drawing.boxes.push_back(
                    {rect, colour(weight),
                     named ? cellInWords(m_snapshot, target, source, m_options.look) : QString()});
            }
        }
    }

    void addWindows()
    {
        constexpr QRgb dark = 0xff202020, bright = 0xffffffff;
        const WindowMarks marks = windowMarks(
            m_snapshot, [this](int target, int source) { return cell(target, source); }, 1.5 * hairline);
        m_drawing.paths.push_back({marks.brackets, 3 * marks.line, dark, std::nullopt, 0.65, false, {}});
        m_drawing.paths.push_back({marks.brackets, marks.line, bright, std::nullopt, 1, false, {}});
        m_drawing.paths.push_back({marks.dots, marks.line / 2, dark, bright, 1, false, {}});
    }

    [[nodiscard]] double sizeOfValues() const
    {
        const QSizeF room = cell(0, 0).size();
        const double size =
            std::min({m_layout.fontSize * 0.8, room.height() * 0.6,
                      room.width() * 0.84 / m_metrics.width(valueText(m_options.look.scale, -0.88), 1)});
        return size >= 4 * Drawing::unitsPerPoint ? size : 0;
    }

    void addValue(QPointF centre, double weight, double size)
    {
        const QString text = valueText(m_options.look.scale, weight);
        if (text == u"0.00" || std::isnan(weight))
            return;
        const QPointF origin(centre.x() - m_metrics.width(text, size) / 2, centre.y() + m_metrics.capHeight(size) / 2);
        addText(text, origin, size, inkOn(m_options.colourMap, m_options.look.scale, weight));
    }

    void addFrame(const QRectF& rect)
    {
        const std::array corners = {rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()};
        const double half = hairline / 2; // lines reach round the corners
        m_drawing.lines.push_back({corners[0] - QPointF(half, 0), corners[1] + QPointF(half, 0), hairline, frameInk});
        m_drawing.lines.push_back({corners[1], corners[2], hairline, frameInk});
        m_drawing.lines.push_back({corners[2] + QPointF(half, 0), corners[3] - QPointF(half, 0), hairline, frameInk});
        m_drawing.lines.push_back({corners[3], corners[0], hairline, frameInk});
    }

    void addAxes()
    {
        const QRectF& matrix = m_layout.matrix;
        const double tick = m_layout.fontSize * 0.3;
        for (int source = 0; source < m_snapshot.sources(); ++source) {
            const double centre = cell(0, source).center().x();
            if (!m_layout.across.isShown(source))
                continue;
            ui::addLabel(m_drawing, placeAbove(m_layout.across, m_metrics, source, centre, matrix.top()), m_metrics);
            if (m_layout.across.stride > 1)
                addTick({centre, matrix.top()}, {centre, matrix.top() - tick});
        }
        for (int target = 0; target < m_snapshot.targets(); ++target) {
            const double centre = cell(target, 0).center().y();
            if (!m_layout.down.isShown(target))
                continue;
            ui::addLabel(m_drawing, placeBeside(m_layout.down, m_metrics, target, matrix.left(), centre), m_metrics);
            if (m_layout.down.stride > 1)
                addTick({matrix.left(), centre}, {matrix.left() - tick, centre});
        }
    }

    void addTick(QPointF from, QPointF to) { m_drawing.lines.push_back({from, to, hairline, frameInk}); }

    void addCaptions()
    {
        const double size = m_layout.smallSize;
        const double right = m_layout.matrix.left() - m_layout.fontSize * 0.4;
        const double lower = m_layout.matrix.top() - m_layout.fontSize * 0.3 - m_metrics.descent(size);
        addText(downCaption(m_options.look), {right - m_metrics.width(downCaption(m_options.look), size), lower}, size,
                paleInk);
        const QString across = acrossCaption(m_options.look, m_layout.across.order);
        addText(across, {right - m_metrics.width(across, size), lower - m_metrics.line(size) * 1.05}, size, paleInk);
    }

    void addColourBar()
    {
        constexpr int steps = 32;
        const ValueScale& scale = m_options.look.scale;
        Drawing::Band band{m_layout.bar, {}};
        for (int i = 0; i <= steps; ++i)
            band.colours.push_back(colour(scale.low + (scale.high - scale.low) * i / steps));
        m_drawing.bands.push_back(std::move(band));
        addFrame(m_layout.bar);
        const QRectF& bar = m_layout.bar;
        const double size = m_layout.smallSize;
        const QStringList marks = barMarks(scale);
        for (int i = 0; i < marks.size(); ++i) {
            const double share = 0.5 * i, y = bar.bottom() - share * bar.height();
            addTick({bar.right(), y}, {bar.right() + m_layout.fontSize * 0.25, y});
            // The numbers at the ends stay within the bar's height.
            const double shift = (share - 0.5) * m_metrics.capHeight(size);
            addText(marks[i], {bar.right() + m_layout.fontSize * 0.5, y + m_metrics.capHeight(size) / 2 + shift}, size,
                    ink);
        }
    }

    void addTitle()
    {
        const double size = m_layout.fontSize * 1.15;
        double baseline = figureMargin + m_metrics.ascent(size);
        for (const QString& line : m_layout.titleLines) {
            addText(line, {(m_layout.size.width() - m_metrics.width(line, size)) / 2, baseline}, size, ink);
            baseline += m_metrics.line(size);
        }
    }

    void describe()
    {
        const auto sentence = [](const std::vector<std::string>& tokens) {
            QString text;
            for (const std::string& token : tokens)
                text += (text.isEmpty() ? "" : " ") + QString::fromStdString(token).left(200);
            return text;
        };
        m_drawing.title =
            m_options.title.isEmpty() ? QCoreApplication::translate("Figure", "Attention") : m_options.title;
        m_drawing.description =
            QCoreApplication::translate("Figure",
                                        "Attention of %1 target tokens (rows) over %2 source tokens "
                                        "(columns). Source: %3. Target: %4.")
                .arg(m_snapshot.targets())
                .arg(m_snapshot.sources())
                .arg(sentence(m_snapshot.sourceTokens), sentence(m_snapshot.targetTokens));
    }
};

} // namespace

Drawing composeFigure(const AttentionSnapshot& snapshot, const FigureOptions& options)
{
    return Composer(snapshot, options).compose();
}

} // namespace alignoscope::ui
