// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/state_map_view.h"

#include <QPainter>

namespace alignoscope::ui {

namespace {

QRgb mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](int from, int to) { return static_cast<int>(from + (to - from) * share); };
    return qRgb(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

} // namespace

StateMapInks StateMapView::inks() const
{
    const QColor paper = palette().color(QPalette::Base), text = palette().color(QPalette::Text);
    StateMapInks inks;
    inks.paper = paper.rgb();
    inks.text = text.rgb();
    inks.pale = mixed(text, paper, 0.35);
    inks.points = mixed(text, paper, 0.5);
    inks.words = mixed(text, paper, 0.38);
    inks.sentence = paper.lightness() < 128 ? qRgb(0xff, 0x9a, 0x5c) : inks.sentence;
    return inks;
}

void StateMapView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_base.isNull()) {
        m_base = QPixmap(size() * devicePixelRatioF());
        m_base.setDevicePixelRatio(devicePixelRatioF());
        m_base.fill(palette().color(QPalette::Base));
        QPainter base(&m_base);
        if (m_scene.map) {
            Drawing training, sentence;
            addTrainingTokens(training, m_scene, m_frame, inks(), m_metrics, m_type);
            addSentence(sentence, m_scene, m_frame, inks(), m_metrics, m_type);
            paintDrawing(base, training);
            base.setClipRect(m_frame.plot);
            paintDrawing(base, sentence);
        } else {
            base.setPen(inks().pale);
            base.drawText(rect().adjusted(width() / 10, 0, -width() / 10, 0), Qt::AlignCenter | Qt::TextWordWrap,
                          m_emptyText);
        }
    }
    painter.drawPixmap(0, 0, m_base);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (m_scene.map) {
        painter.save();
        painter.setClipRect(m_frame.plot);
        paintActive(painter);
        painter.restore();
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_frame.plot);
    }
}

void StateMapView::paintActive(QPainter& painter) const
{
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accent, m_type * 0.14));
    for (const int token : m_ringed)
        painter.drawEllipse(positionOf({false, token}), m_type * 0.36, m_type * 0.36);
    std::optional<Token> token = active();
    if (!m_hovered && m_linked >= 0)
        token = Token{true, m_linked}; // what another view points at now
    if (!token)
        return;
    const QPointF at = positionOf(*token);
    painter.setPen(QPen(palette().color(QPalette::Base), m_type * 0.12));
    painter.setBrush(accent);
    painter.drawEllipse(at, m_type * 0.42, m_type * 0.42);
    paintWord(painter, at, labelOf(*token).text);
}

void StateMapView::paintWord(QPainter& painter, const QPointF& at, const QString& word) const
{
    const double width = m_metrics.width(word, m_type), height = m_metrics.line(m_type) + 4, away = m_type * 0.8;
    double left = at.x() + away;
    if (left + width + 8 > m_frame.plot.right())
        left = at.x() - away - width - 8;
    const QRectF box(left, at.y() - height / 2, width + 8, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(m_metrics.fontAt(m_type));
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(QPointF(left + 4, box.center().y() + m_metrics.capHeight(m_type) / 2), word);
}

} // namespace alignoscope::ui
