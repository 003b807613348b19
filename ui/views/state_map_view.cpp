// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/state_map_view.h"

#include <QFontInfo>
#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

constexpr double reach = 9; // pixels within which a token is pointed at

bool isIn(const StateMapScene& scene, const StateMapView::Token& token)
{
    return token.index >= 0
        && static_cast<std::size_t>(token.index) < (token.own ? scene.placed.size() : scene.words.size());
}

} // namespace

StateMapView::StateMapView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Map of the training set’s words"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    measure();
    describe();
}

void StateMapView::setScene(StateMapScene scene)
{
    const bool sameMap = scene.map == m_scene.map;
    const auto stillThere = [&](const std::optional<Token>& token) { // a place in another sentence is another place
        return token && sameMap && isIn(scene, *token) && (!token->own || scene.own == m_scene.own);
    };
    const bool keepsChosen = stillThere(m_chosen);
    m_hovered.reset();
    m_ringed.clear();
    m_linked = -1;
    m_scene = std::move(scene);
    if (!keepsChosen)
        m_chosen.reset();
    measure();
    if (!sameMap || m_whole)
        showAll();
    redraw();
    describe();
    emit activeChanged();
}

void StateMapView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    if (!m_scene.map)
        redraw();
    describe();
}

void StateMapView::setLinked(int token)
{
    token = isIn(m_scene, {true, token}) ? token : -1;
    if (token == m_linked)
        return;
    m_linked = token;
    update();
}

void StateMapView::setRinged(std::vector<int> tokens)
{
    m_ringed = std::move(tokens);
    update();
}

// The fonts that its words need, at the widget's own size.
void StateMapView::measure()
{
    m_type = QFontInfo(font()).pixelSize();
    QFont type = m_scene.font(QFontInfo(font()).family());
    type.setHintingPreference(font().hintingPreference());
    m_metrics = LabelMetrics(type);
    layOut();
}

void StateMapView::layOut()
{
    const double margin = stateMapMargin(m_metrics, m_type), edge = 6;
    const QRectF plot(margin + edge, edge, std::max(10.0, width() - margin - 2 * edge),
                      std::max(10.0, height() - margin - 2 * edge));
    m_frame = m_frame.plot.isEmpty() ? StateMapFrame{plot, {0, 0}, 1} : m_frame.in(plot);
}

void StateMapView::showAll()
{
    m_whole = true;
    if (m_scene.map)
        m_frame = StateMapFrame::around(m_scene, m_frame.plot);
    redraw();
}

void StateMapView::zoom(double factor)
{
    setFrame(m_frame.zoomed(factor, m_frame.plot.center()));
}

void StateMapView::setFrame(const StateMapFrame& frame)
{
    if (!m_scene.map)
        return;
    const double whole = StateMapFrame::around(m_scene, m_frame.plot).scale;
    if (frame.scale < whole * 0.5 || frame.scale > whole * 400)
        return;
    m_frame = frame;
    m_whole = false;
    redraw();
}

void StateMapView::redraw()
{
    m_base = QPixmap();
    update();
}

QPointF StateMapView::positionOf(const Token& token) const
{
    const auto index = static_cast<std::size_t>(token.index);
    return m_frame.at(token.own ? m_scene.placed[index].point : m_scene.map->points[index]);
}

const TokenLabel& StateMapView::labelOf(const Token& token) const
{
    return (token.own ? m_scene.own : m_scene.words)[static_cast<std::size_t>(token.index)];
}

std::optional<StateMapView::Token> StateMapView::tokenAt(const QPointF& position) const
{
    if (!m_scene.map || !m_frame.plot.contains(position))
        return std::nullopt;
    std::optional<Token> found;
    double nearest = reach;
    for (const bool own : {true, false}) { // the sentence's lie above
        const std::size_t count = own ? m_scene.placed.size() : m_scene.words.size();
        for (std::size_t i = 0; i < count; ++i) {
            const Token token{own, static_cast<int>(i)};
            const QPointF away = positionOf(token) - position;
            if (const double distance = std::hypot(away.x(), away.y()); distance < nearest) {
                nearest = distance;
                found = token;
            }
        }
        if (found)
            break;
    }
    return found;
}

void StateMapView::setHovered(std::optional<Token> token)
{
    if (token == m_hovered)
        return;
    m_hovered = token;
    update();
    describe();
    emit activeChanged();
}

void StateMapView::choose(std::optional<Token> token)
{
    if (token && !isIn(m_scene, *token))
        token.reset();
    m_hovered.reset(); // what was chosen last is what is told of
    m_chosen = token;
    update();
    describe();
    emit activeChanged();
}

void StateMapView::describe()
{
    QString words = m_emptyText;
    if (m_scene.map && active()) {
        words = (active()->own ? tr("%1, a word of the sentence") : tr("%1, a word of the training set"))
                    .arg(labelOf(*active()).text);
    } else if (m_scene.map) {
        words =
            tr("%1 words of the training set, %2 of the sentence").arg(m_scene.words.size()).arg(m_scene.placed.size());
    }
    if (words != accessibleDescription())
        setAccessibleDescription(words);
}

bool StateMapView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const std::optional<Token> token = tokenAt(help->pos());
        QString tip;
        if (token && labelOf(*token).kind == TokenKind::Unknown)
            tip = tr("%1: not in the model's vocabulary, read as an unknown word").arg(labelOf(*token).text);
        else if (token && labelOf(*token).kind == TokenKind::End)
            tip = tr("End of the sentence");
        QToolTip::showText(help->globalPos(), tip, this); // an empty one hides it
        return true;
    }
    return QWidget::event(event);
}

void StateMapView::resizeEvent(QResizeEvent*)
{
    layOut();
    if (m_whole)
        showAll();
    redraw();
}

void StateMapView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        measure();
        redraw();
    }
    QWidget::changeEvent(event);
}

} // namespace alignoscope::ui
