// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/links_view.h"

#include "ui/bridge/token_focus.h"
#include "ui/figure/figure_font.h"
#include "ui/views/links_canvas.h"
#include "ui/views/links_view_parts.h"

#include <QEvent>
#include <QFontInfo>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

LinksView::LinksView(QWidget* parent) : QWidget(parent), m_parts(std::make_unique<Parts>())
{
    setObjectName("linksView");
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Attention as links"));
    m_parts->emptyText = tr("No attention to show yet");
    m_parts->canvas = new LinksCanvas(m_parts->scene, this);
    reshape();
}

LinksView::~LinksView() = default;

void LinksView::setSnapshot(const AttentionSnapshotPtr& snapshot)
{
    m_parts->given = snapshot && isDrawable(*snapshot) ? snapshot : nullptr;
    reshape();
}

const AttentionSnapshotPtr& LinksView::snapshot() const
{
    return m_parts->scene.snapshot;
}

const LinksScene& LinksView::scene() const
{
    return m_parts->scene;
}

void LinksView::setShape(const AttentionShape& shape)
{
    if (shape == m_parts->shape)
        return;
    // the cursor stays on its word
    const LinkPlace before{m_parts->sources.original(m_parts->cursor.source),
                           m_parts->targets.original(m_parts->cursor.target)};
    m_parts->shape = shape;
    m_parts->cursor = {};
    reshape();
    m_parts->cursor = {m_parts->sources.shown(before.source), m_parts->targets.shown(before.target)};
    activate();
}

// From the model's picture to the one shown, and everything that hangs on its tokens.
void LinksView::reshape()
{
    Parts& parts = *m_parts;
    LinksScene& scene = parts.scene;
    ShapedAttention shaped = shapeAttention(parts.given, parts.shape);
    parts.sources = std::move(shaped.sources);
    parts.targets = std::move(shaped.targets);
    const bool hidden = shaped.snapshot && !isDrawable(*shaped.snapshot);
    scene.emptyText =
        hidden ? tr("Every word of this sentence is left out: untick one of the boxes above.") : parts.emptyText;
    scene.snapshot = hidden ? nullptr : std::move(shaped.snapshot);
    std::vector<TokenLabel> sources, targets;
    if (scene.snapshot) {
        sources = sourceLabels(*scene.snapshot);
        targets = targetLabels(*scene.snapshot);
    }
    const bool same = scene.snapshot && sources == scene.sources && targets == scene.targets;
    scene.sources = std::move(sources);
    scene.targets = std::move(targets);
    parts.sourceSentence = parts.given ? sentenceKey(parts.given->sourceTokens) : 0;
    parts.targetSentence = parts.given ? sentenceKey(parts.given->targetTokens) : 0;
    scene.gold = parts.gold && scene.snapshot ? std::optional(shapeGold(*parts.gold, parts.sources, parts.targets))
                                              : std::nullopt;
    takeFocus();
    if (!same)
        layOut();
    findLinks();
    parts.hovered = existing(parts.hovered);
    activate();
    if (parts.focus && parts.focus->by() == this) // nobody points elsewhere meanwhile
        tellFocus();
    if (same)
        parts.canvas->redrawLinks();
    else
        parts.canvas->redrawAll();
    emit linksChanged();
}

void LinksView::findLinks()
{
    LinksScene& scene = m_parts->scene;
    scene.links =
        scene.snapshot ? linksAbove(*scene.snapshot, static_cast<float>(scene.threshold)) : std::vector<WeightedLink>();
    scene.hint = scene.snapshot && scene.links.empty()
        ? tr("No link weighs %1 or more: lower the threshold").arg(QString::number(scene.threshold, 'f', 2))
        : tr("Point at a word or a line, or use the arrow keys, to read its weights");
}

void LinksView::setCaptions(const QString& above, const QString& below)
{
    if (above == m_parts->scene.above && below == m_parts->scene.below)
        return;
    m_parts->scene.above = above;
    m_parts->scene.below = below;
    reshape();
}

void LinksView::setWordOrder(WordOrder order)
{
    if (order == m_parts->wordOrder)
        return;
    m_parts->wordOrder = order;
    layOut();
    refreshPointer();
    m_parts->canvas->redrawAll();
    emit linksChanged();
}

void LinksView::setEmptyText(const QString& text)
{
    if (text == m_parts->emptyText)
        return;
    m_parts->emptyText = text;
    if (!m_parts->given)
        reshape();
}

void LinksView::setGold(std::optional<GoldAlignment> gold)
{
    if (gold == m_parts->gold)
        return;
    m_parts->gold = std::move(gold);
    reshape();
}

void LinksView::setColourMap(ColourMap map)
{
    m_parts->scene.style.colourMap = map;
    m_parts->canvas->redrawAll();
    emit linksChanged();
}

void LinksView::setColouring(LinkColouring colouring)
{
    m_parts->scene.style.colouring = colouring;
    m_parts->canvas->redrawAll();
    emit linksChanged();
}

void LinksView::setThreshold(double threshold)
{
    m_parts->scene.threshold = threshold;
    findLinks();
    refreshPointer();
    m_parts->canvas->redrawLinks();
    emit linksChanged();
}

LinksContent LinksView::content() const
{
    const LinksScene& scene = m_parts->scene;
    return {{scene.sources, scene.targets, m_parts->wordOrder}, scene.metrics, scene.typeSize};
}

void LinksView::layOut()
{
    Parts& parts = *m_parts;
    LinksScene& scene = parts.scene;
    scene.palette = palette();
    scene.typeSize = QFontInfo(font()).pixelSize();
    QFont type = scene.snapshot ? figureFont(QFontInfo(font()).family(), *scene.snapshot) : font();
    type.setHintingPreference(font().hintingPreference());
    scene.metrics = LabelMetrics(type);
    parts.window.zoom = std::clamp(parts.window.zoom, 1.0, std::max(1.0, mostZoom()));
    scene.layout = layOutLinks(content(), parts.window, size());
    const LinkRows& rows = scene.layout.rows;
    scene.style.dark = scene.palette.color(QPalette::Base).lightness() < 128;
    scene.style.thickest = thickestLink(std::min(rows.source.pitch(), rows.target.pitch()),
                                        std::max(scene.typeSize, rows.source.labels.size));
    emit windowChanged();
}

double LinksView::zoom() const
{
    return m_parts->window.zoom;
}

double LinksView::mostZoom() const
{
    return largestZoom(content(), size());
}

void LinksView::setZoom(double zoom, std::optional<double> x)
{
    Parts& parts = *m_parts;
    const double wished = std::clamp(zoom, 1.0, mostZoom());
    if (wished == parts.window.zoom || !snapshot())
        return;
    const double at = x.value_or(width() / 2.0);
    const auto sourceAt = [&parts](double place) {
        const LinksLayout& layout = parts.scene.layout;
        return layout.rows.source.tokensBefore(place + layout.scrolled - layout.left);
    };
    const double held = sourceAt(at);
    parts.window.zoom = wished;
    layOut();
    // What was at x comes back to x.
    const LinksLayout& layout = parts.scene.layout;
    scrollTo(layout.left + layout.rows.source.xAfter(held) - at);
}

void LinksView::scrollTo(double left)
{
    Parts& parts = *m_parts;
    LinksLayout& layout = parts.scene.layout;
    layout.scrolled = std::round(std::clamp(left, 0.0, std::max(0.0, layout.content - width())));
    parts.window.middle = layout.rows.source.tokensBefore(layout.scrolled + width() / 2.0 - layout.left);
    refreshPointer();
    parts.canvas->redrawAll();
    emit windowChanged();
}

QRect LinksView::tokenRect(const LinkPlace& token) const
{
    const LinksLayout& layout = m_parts->scene.layout;
    if (existing(token).isNone() || layout.zone.isEmpty())
        return {};
    return (token.source >= 0 ? layout.sourcePlace(token.source) : layout.targetPlace(token.target)).toRect();
}

QPoint LinksView::linkPoint(const LinkPlace& link) const
{
    const LinksLayout& layout = m_parts->scene.layout;
    return QPointF((layout.sourceX(link.source) + layout.targetX(link.target)) / 2, layout.zone.center().y()).toPoint();
}

void LinksView::resizeEvent(QResizeEvent*)
{
    layOut();
    m_parts->canvas->setGeometry(rect());
    m_parts->canvas->redrawAll();
}

void LinksView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        layOut();
        m_parts->canvas->redrawAll();
        emit linksChanged();
    }
    QWidget::changeEvent(event);
}

} // namespace alignoscope::ui
