// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/text_attention_scene.h"

#include "ui/figure/hatching.h"

#include <QPainter>

#include <algorithm>

namespace alignoscope::ui {
namespace {

constexpr double inset = 0.28; // of the size of type: between a word and the sides of its box
constexpr double boxHeight = 1.6;
constexpr double gap = 0.16, lead = 0.36;
constexpr double corner = 0.18;

} // namespace

void TextAttentionScene::layOut()
{
    std::vector<TokenLabel> all = words;
    if (!padding.isEmpty())
        all.push_back({padding, TokenKind::End}); // it is no part of the text
    std::vector<double> widths;
    for (const TokenLabel& each : all)
        widths.push_back(metrics.width(each.text, typeSize) + 2 * inset * typeSize);
    if (!padding.isEmpty())
        widths.back() += 2 * typeSize; // its hatching is to be seen
    flow = flowText(widths, ReadingOrder(all, wordOrder),
                    {lineWidth, boxHeight * typeSize, gap * typeSize, lead * typeSize});
}

int TextAttentionScene::wordAt(const QPointF& position) const
{
    const auto last = flow.places.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), flow.places.size()));
    const auto found =
        std::find_if(flow.places.begin(), last, [&](const QRectF& place) { return place.contains(position); });
    return found == last ? -1 : static_cast<int>(found - flow.places.begin());
}

QString TextAttentionScene::shown(const QString& text, double room) const
{
    return metrics.width(text, typeSize) > room + 0.5 ? metrics.elided(text, typeSize, room) : text;
}

void TextAttentionScene::paint(QPainter& painter, const QRectF& visible) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t word = 0; word < words.size(); ++word) {
        if (flow.places[word].intersects(visible))
            paintWord(painter, static_cast<int>(word));
    }
    if (!padding.isEmpty() && flow.places.back().intersects(visible))
        paintPadding(painter);
}

void TextAttentionScene::paintWord(QPainter& painter, int word) const
{
    const auto index = static_cast<std::size_t>(word);
    const QRectF box = flow.places[index];
    const double weight = static_cast<double>(picture->weights[index]), radius = corner * typeSize;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(colourOf(colourMap, scale, weight)));
    painter.drawRoundedRect(box, radius, radius);

    const QColor ink(inkOn(colourMap, scale, weight));
    const double room = box.width() - 2 * inset * typeSize;
    const QString text = shown(words[index].text, room);
    const double baseline = box.center().y() + (metrics.ascent(typeSize) - metrics.descent(typeSize)) / 2;
    const double width = metrics.width(text, typeSize), left = box.center().x() - width / 2;
    painter.setPen(ink);
    painter.setFont(metrics.fontAt(typeSize));
    painter.drawText(QPointF(left, baseline), text);
    if (words[index].kind == TokenKind::Unknown) {
        painter.setPen(QPen(ink, std::max(1.0, typeSize * 0.08), Qt::DotLine, Qt::FlatCap));
        const double below = baseline + typeSize * 0.18;
        painter.drawLine(QPointF(left, below), QPointF(left + width, below));
    }
    if (isKnown(word)) {
        const double thick = std::max(2.0, typeSize * 0.12), y = box.bottom() + thick / 2 + 1;
        painter.setPen(QPen(palette.color(QPalette::Text), thick, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(box.left() + radius, y), QPointF(box.right() - radius, y));
    }
    if (word != active && word != linked)
        return;
    // outside its box in the window's ink, so that it is seen on every colour
    const double line = word == active && keyboard ? 2.5 : 1.5;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.color(word == active ? QPalette::Text : QPalette::Highlight), line));
    const double out = line / 2;
    painter.drawRoundedRect(box.adjusted(-out, -out, out, out), radius + out, radius + out);
}

bool TextAttentionScene::isKnown(int word) const
{
    return static_cast<std::size_t>(word) < known.size() && known[static_cast<std::size_t>(word)];
}

// Padding is no word: it has no colour of the map but a hatched box.
void TextAttentionScene::paintPadding(QPainter& painter) const
{
    const QRectF box = flow.places.back();
    const QColor ink = palette.color(QPalette::PlaceholderText);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(Qt::NoBrush);
    QColor faint = ink;
    faint.setAlphaF(faint.alphaF() * 0.35F);
    painter.save();
    painter.setPen(QPen(faint, 1));
    painter.drawPath(hatching(box, typeSize * 0.4));
    painter.restore();
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    const QString text = shown(padding, box.width() - 2 * inset * typeSize);
    const double width = metrics.width(text, typeSize);
    const double baseline = box.center().y() + (metrics.ascent(typeSize) - metrics.descent(typeSize)) / 2;
    const QRectF under(box.center().x() - width / 2 - 2, box.top() + 2, width + 4, box.height() - 4);
    painter.fillRect(under, palette.color(QPalette::Base));
    painter.setPen(palette.color(QPalette::Text));
    painter.setFont(metrics.fontAt(typeSize));
    painter.drawText(QPointF(box.center().x() - width / 2, baseline), text);
}

} // namespace alignoscope::ui
