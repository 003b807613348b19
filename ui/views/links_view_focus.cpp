// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of a LinksView is lit, and who hears of it.
#include "ui/bridge/token_focus.h"
#include "ui/figure/isolated_text.h"
#include "ui/views/link_raster.h"
#include "ui/views/links_canvas.h"
#include "ui/views/links_view_parts.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

namespace alignoscope::ui {

void LinksView::followFocus(TokenFocus* focus)
{
    m_parts->focus = focus;
    connect(focus, &TokenFocus::changed, this, [this] {
        takeFocus();
        activate();
    });
    takeFocus();
    activate();
}

// What another view speaks of is lit here too.
void LinksView::takeFocus()
{
    Parts& parts = *m_parts;
    parts.linked = {};
    if (parts.focus && parts.focus->by() != this && parts.scene.snapshot)
        parts.linked = {parts.sources.shown(parts.focus->place().sourceIn(parts.sourceSentence)),
                        parts.targets.shown(parts.focus->place().targetIn(parts.targetSentence))};
}

void LinksView::tellFocus()
{
    Parts& parts = *m_parts;
    const LinkPlace place = existing(parts.hovered.isNone() ? parts.cursor : parts.hovered);
    if (!parts.focus)
        return;
    if (place.isNone())
        parts.focus->clear(this);
    else
        parts.focus->set({parts.sources.original(place.source), parts.targets.original(place.target),
                          parts.sourceSentence, parts.targetSentence},
                         this);
}

LinkPlace LinksView::existing(const LinkPlace& place) const
{
    const auto& [sources, targets] = std::pair(m_parts->scene.sources.size(), m_parts->scene.targets.size());
    if (place.source >= static_cast<int>(sources) || place.target >= static_cast<int>(targets))
        return {};
    return place;
}

// The pointer's place is lit, otherwise the one another view speaks of, otherwise the keyboard's.
void LinksView::activate()
{
    Parts& parts = *m_parts;
    LinksScene& scene = parts.scene;
    const LinkPlace before = scene.active;
    scene.active = {};
    for (const LinkPlace& place : {parts.cursor, parts.linked, parts.hovered})
        if (!existing(place).isNone())
            scene.active = place;
    scene.keyboard = hasFocus() && scene.active == parts.cursor && parts.hovered.isNone();
    describe();
    parts.canvas->redrawFocus();
    if (!parts.linked.isNone() && scene.active == parts.linked && parts.hovered.isNone())
        return; // the other view tells its own
    LinkPlace told = scene.active;
    if (!told.isNone() && !told.isLink()) {
        const std::vector<WeightedLink> heaviest = partners(scene, told, 1);
        told = heaviest.empty() ? LinkPlace{} : LinkPlace{heaviest.front().source, heaviest.front().target};
    }
    if (told.isLink())
        emit cellHovered(told.target, told.source,
                         static_cast<double>(scene.snapshot->weight(told.target, told.source)));
    else if (!before.isNone())
        emit cellLeft();
}

void LinksView::describe()
{
    const QString words = linksDescription(m_parts->scene);
    if (words != accessibleDescription()) // each change is read aloud
        setAccessibleDescription(words);
}

void LinksView::setHovered(const LinkPlace& place)
{
    if (place == m_parts->hovered)
        return;
    m_parts->hovered = place;
    tellFocus();
    activate();
}

void LinksView::setCursorPlace(const LinkPlace& place)
{
    m_parts->cursor = existing(place);
    m_parts->hovered = {}; // what was chosen last is what is read
    tellFocus();
    takeFocus();
    activate();
}

LinkPlace LinksView::cursorPlace() const
{
    return existing(m_parts->cursor);
}

LinkPlace LinksView::placeAt(const QPointF& point) const
{
    const LinksScene& scene = m_parts->scene;
    if (!scene.snapshot || scene.layout.zone.isEmpty())
        return {};
    return scene.layout.zone.contains(point) ? linkAt(point) : scene.layout.tokenAt(point, scene.metrics);
}

// The nearest link; of those on top of each other the heaviest.
LinkPlace LinksView::linkAt(const QPointF& point) const
{
    constexpr double reach = 4;
    const LinksScene& scene = m_parts->scene;
    const LinksLayout& layout = scene.layout;
    const LinkProbe probe(point.x(), point.y() - layout.zone.top(), layout.zone.height());
    LinkPlace found;
    double nearest = reach;
    for (const WeightedLink& link : scene.links) {
        const double half = scene.style.width(static_cast<double>(link.weight)) / 2;
        const double away = probe.distanceTo(layout.sourceX(link.source), layout.targetX(link.target));
        if (const double outside = std::max(0.0, away - half); outside <= nearest) {
            nearest = outside;
            found = {link.source, link.target};
        }
    }
    return found;
}

QString LinksView::readout() const
{
    return linksReadout(m_parts->scene);
}

// A label says in full what had to be shortened, and what its dotted line means.
QString LinksView::tipAt(const QPointF& point) const
{
    const LinkPlace place = placeAt(point);
    if (place.isNone() || place.isLink())
        return {};
    const LinksScene& scene = m_parts->scene;
    const TokenLabel& label = place.source >= 0 ? scene.sources[static_cast<std::size_t>(place.source)]
                                                : scene.targets[static_cast<std::size_t>(place.target)];
    if (label.kind == TokenKind::Unknown)
        return tr("%1: not in the model’s vocabulary, read as an unknown word").arg(isolated(label.text));
    return label.kind == TokenKind::End ? tr("End of the sentence") : label.text;
}

bool LinksView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return QWidget::event(event);
}

void LinksView::focusInEvent(QFocusEvent* event)
{
    refocus(event);
}
void LinksView::focusOutEvent(QFocusEvent* event)
{
    refocus(event);
}

void LinksView::refocus(QFocusEvent* event)
{
    LinksScene& scene = m_parts->scene;
    scene.keyboard =
        event->gotFocus() && !scene.active.isNone() && scene.active == m_parts->cursor && m_parts->hovered.isNone();
    m_parts->canvas->redrawFocus();
}

} // namespace alignoscope::ui
