// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/text_attention_figure.h"

#include "ui/figure/compose_figure.h"
#include "ui/figure/drawn_label.h"
#include "ui/figure/figure_font.h"
#include "ui/figure/figure_layout.h"
#include "ui/figure/hatching.h"
#include "ui/figure/text_flow.h"
#include "ui/figure/token_label.h"

#include <QCoreApplication>

#include <algorithm>

namespace alignoscope::ui {
namespace {

constexpr double mm = Drawing::unitsPerMm, hairline = 0.5 * Drawing::unitsPerPoint;
constexpr double smallestType = 3 * Drawing::unitsPerPoint;
constexpr QRgb quietInk = 0xff595959, hatchInk = 0xffb0b0b0, paper = 0xffffffff;

QString words(const char* text)
{
    return QCoreApplication::translate("TextFigure", text);
}

class Composer {
public:
    Composer(const TextPicture& picture, const FigureOptions& options)
        : m_picture(picture), m_attention(*picture.attention), m_options(options),
          m_metrics(figureFont(options.fontFamily, m_attention)), m_labels(sourceLabels(m_attention)),
          m_scale(textScale(m_attention, picture.stretched))
    {
        const double share = picture.paddingShown ? paddingShare(m_attention) : 0;
        if (share > 0)
            m_padding = words("padding %1").arg(QString::number(share, 'f', 2));
    }

    Drawing compose()
    {
        double type = m_options.fontPt * Drawing::unitsPerPoint;
        compose(type);
        while (m_options.heightMm > 0 && m_drawing.size.height() > m_options.heightMm * mm && type > smallestType)
            compose(type = std::max(smallestType, type * 0.94));
        if (m_options.heightMm > 0)
            m_drawing.size.setHeight(m_options.heightMm * mm);
        describe();
        return std::move(m_drawing);
    }

private:
    const TextPicture& m_picture;
    const AttentionSnapshot& m_attention;
    const FigureOptions& m_options;
    const LabelMetrics m_metrics;
    const std::vector<TokenLabel> m_labels;
    const ValueScale m_scale;
    QString m_padding;
    Drawing m_drawing;
    double m_type = 0;

    void compose(double type)
    {
        m_drawing = {};
        m_type = type;
        const double width = m_options.widthMm * mm;
        double y = figureMargin + addTitle(m_drawing, m_options, m_metrics, words("Text coloured by attention"));
        y += addDecision(y);
        y += addWords(y, width - 2 * figureMargin);
        if (m_options.colourBar)
            y += addBar(y, width - 2 * figureMargin);
        m_drawing.size = {width, y + figureMargin};
    }

    void addText(const QString& text, QPointF origin, double size, QRgb colour)
    {
        m_drawing.texts.push_back({text, origin, 0, m_metrics.fontAt(size), colour});
    }

    double addDecision(double top)
    {
        const double size = m_type * 0.9;
        const double room = m_options.widthMm * mm - 2 * figureMargin;
        addText(m_metrics.elided(decisionText(m_picture), size, room), {figureMargin, top + m_metrics.ascent(size)},
                size, figureInk);
        return m_metrics.line(size) * 1.35;
    }

    [[nodiscard]] double valueSize() const { return m_type * 0.65; }

    double addWords(double top, double room)
    {
        const double inset = 0.28 * m_type;
        std::vector<TokenLabel> all = m_labels;
        std::vector<double> widths;
        for (std::size_t i = 0; i < m_labels.size(); ++i) {
            const double weight = static_cast<double>(m_attention.weights[i]);
            const double number = m_options.values ? m_metrics.width(weightText(weight), valueSize()) : 0;
            widths.push_back(std::max(m_metrics.width(m_labels[i].text, m_type), number) + 2 * inset);
        }
        if (!m_padding.isEmpty()) {
            all.push_back({m_padding, TokenKind::End});
            widths.push_back(m_metrics.width(m_padding, m_type) + 2 * inset + 2 * m_type); // its hatching is to be seen
        }
        const double height = m_type * (m_options.values ? 2.2 : 1.5);
        const TextFlow flow =
            flowText(widths, ReadingOrder(all, m_options.wordOrder), {room, height, 0.14 * m_type, 0.3 * m_type});
        for (std::size_t i = 0; i < m_labels.size(); ++i)
            addWord(i, flow.places[i].translated(figureMargin, top), inset);
        if (!m_padding.isEmpty())
            addPadding(flow.places.back().translated(figureMargin, top), inset);
        return flow.height + m_type * 0.6;
    }

    void addWord(std::size_t i, const QRectF& box, double inset)
    {
        const double weight = static_cast<double>(m_attention.weights[i]);
        const TokenLabel& label = m_labels[i];
        QPainterPath shape;
        shape.addRoundedRect(box, m_type * 0.18, m_type * 0.18);
        m_drawing.paths.push_back({shape, 0, 0, colourOf(m_options.colourMap, m_scale, weight), 1, false,
                                   label.text + u' ' + weightText(weight)});
        const QRgb ink = inkOn(m_options.colourMap, m_scale, weight);
        const QString text = m_metrics.elided(label.text, m_type, box.width() - 2 * inset + 1);
        const double wide = m_metrics.width(text, m_type), left = box.center().x() - wide / 2;
        const double middle = m_options.values ? box.top() + m_type * 0.8 : box.center().y();
        const double baseline = middle + (m_metrics.ascent(m_type) - m_metrics.descent(m_type)) / 2;
        addText(text, {left, baseline}, m_type, ink);
        if (label.kind == TokenKind::Unknown)
            m_drawing.lines.push_back(
                {{left, baseline + m_type * 0.18}, {left + wide, baseline + m_type * 0.18}, m_type * 0.07, ink, true});
        if (m_options.values) {
            const QString number = weightText(weight);
            addText(number, {box.center().x() - m_metrics.width(number, valueSize()) / 2, box.bottom() - m_type * 0.3},
                    valueSize(), ink);
        }
    }

    void addPadding(const QRectF& box, double inset)
    {
        QPainterPath frame;
        frame.addRect(box);
        m_drawing.paths.push_back({hatching(box, m_type * 0.4), hairline, hatchInk, std::nullopt, 1, false, {}});
        m_drawing.paths.push_back({frame, hairline, quietInk, std::nullopt, 1, false, m_padding});
        const QString text = m_metrics.elided(m_padding, m_type, box.width() - 2 * inset + 1);
        const double wide = m_metrics.width(text, m_type);
        QPainterPath under;
        under.addRect(QRectF(box.center().x() - wide / 2 - inset / 3, box.top() + hairline, wide + 2 * inset / 3,
                             box.height() - 2 * hairline));
        m_drawing.paths.push_back({under, 0, 0, paper, 1, false, {}});
        addText(text,
                {box.center().x() - wide / 2,
                 box.center().y() + (m_metrics.ascent(m_type) - m_metrics.descent(m_type)) / 2},
                m_type, figureInk);
    }

    // Lying down, as there is room below a text and none beside it.
    double addBar(double top, double room)
    {
        constexpr int steps = 64;
        const double size = m_type * 0.8, height = m_type * 0.8;
        const QString low = weightText(m_scale.low), high = weightText(m_scale.high), name = words("attention");
        const double left = figureMargin + m_metrics.width(name + QStringLiteral("  ") + low, size) + m_type * 0.5;
        const double width = std::min(45 * mm, room - (left - figureMargin) - m_metrics.width(high, size) - m_type);
        if (width < 5 * mm)
            return 0;
        const QRectF bar(left, top, width, height);
        for (int i = 0; i < steps; ++i) {
            QRectF piece(left + width * i / steps, top, width / steps, height);
            if (i + 1 < steps)
                piece.setRight(piece.right() + width / steps / 2);
            m_drawing.boxes.push_back({piece, colourOf(m_options.colourMap, (i + 0.5) / steps), {}});
        }
        QPainterPath frame;
        frame.addRect(bar);
        m_drawing.paths.push_back({frame, hairline, quietInk, std::nullopt, 1, false, {}});
        const double baseline = bar.center().y() + m_metrics.capHeight(size) / 2;
        addText(name + QStringLiteral("  ") + low, {figureMargin, baseline}, size, quietInk);
        addText(high, {bar.right() + m_type * 0.5, baseline}, size, quietInk);
        return height;
    }

    void describe()
    {
        QString text;
        for (const TokenLabel& label : m_labels)
            text += (text.isEmpty() ? "" : " ") + label.text;
        m_drawing.description = words("A text of %1 words, coloured by attention. %2. Text: %3")
                                    .arg(m_labels.size())
                                    .arg(decisionText(m_picture), text);
    }
};

} // namespace

Drawing textAttentionDrawing(const TextPicture& picture, const FigureOptions& options)
{
    checkSizes(options);
    if (!picture.attention || !isTextPicture(*picture.attention))
        refuseFigure("there is no text to draw", "a text with a weight for every word", "none", "Choose another text.");
    return Composer(picture, options).compose();
}

ExportContent exportOf(const TextPicture& picture)
{
    const auto title = [](const char* text) { return QCoreApplication::translate("Export", text); };
    ExportContent content;
    content.name = QStringLiteral("text-attention-step-%1").arg(picture.attention->step);
    content.compose = [picture](const FigureOptions& options) { return textAttentionDrawing(picture, options); };
    content.texts = {
        {title("CSV – words and weights"), QStringLiteral("csv"), [picture] { return textAttentionToCsv(picture); }},
        {title("JSON – words, weights, decision"), QStringLiteral("json"),
         [picture] { return textAttentionToJson(picture); }}};
    return content;
}

} // namespace alignoscope::ui
