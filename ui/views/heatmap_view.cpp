// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heatmap_view.h"

#include "ui/bridge/token_focus.h"
#include "ui/figure/figure_font.h"
#include "ui/views/heatmap_canvas.h"
#include "ui/views/heatmap_view_parts.h"

#include <QEvent>
#include <QFontInfo>

#include <algorithm>

namespace alignoscope::ui {

namespace {

bool contains(const AttentionSnapshotPtr& snapshot, HeatmapView::Cell cell)
{
    return snapshot && cell.target >= 0 && cell.source >= 0 && cell.target < snapshot->targets()
        && cell.source < snapshot->sources();
}

bool haveSameTokens(const AttentionSnapshotPtr& a, const AttentionSnapshotPtr& b)
{
    if (!a || !b)
        return !a && !b;
    return a->sourceTokens == b->sourceTokens && a->targetTokens == b->targetTokens
        && a->sourceUnknown == b->sourceUnknown;
}

} // namespace

HeatmapView::HeatmapView(QWidget* parent) : QWidget(parent), m_parts(std::make_unique<Parts>())
{
    setObjectName("heatmapView");
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Attention matrix"));
    m_parts->scene.emptyText = tr("No attention to show yet");
    m_parts->scene.hint = tr("Point at a cell, or use the arrow keys, to read its weight");
    m_parts->canvas = new HeatmapCanvas(m_parts->scene, this);
    layOut();
    describe();
}

HeatmapView::~HeatmapView() = default;

void HeatmapView::setSnapshot(AttentionSnapshotPtr snapshot)
{
    m_parts->given = snapshot && isDrawable(*snapshot) ? std::move(snapshot) : nullptr;
    reshape();
}

void HeatmapView::setShape(const AttentionShape& shape)
{
    if (shape == m_parts->shape)
        return;
    Parts& parts = *m_parts;
    parts.shape = shape;
    const std::optional<Cell> before = parts.cursor; // it stays on its words
    const Cell given =
        before ? Cell{parts.targets.original(before->target), parts.sources.original(before->source)} : Cell{};
    reshape();
    if (before)
        setCursorCell(Cell{parts.targets.shown(given.target), parts.sources.shown(given.source)});
}

// From the snapshot given to the one shown.
void HeatmapView::reshape()
{
    Parts& parts = *m_parts;
    ShapedAttention shaped = shapeAttention(parts.given, parts.shape);
    parts.sources = std::move(shaped.sources);
    parts.targets = std::move(shaped.targets);
    if (shaped.snapshot && !isDrawable(*shaped.snapshot))
        shaped.snapshot = nullptr;
    const bool wasActive = parts.scene.active.has_value();
    const bool sameTokens = haveSameTokens(shaped.snapshot, parts.scene.snapshot);
    parts.scene.snapshot = std::move(shaped.snapshot);
    parts.scene.gold = parts.gold ? std::optional(shapeGold(*parts.gold, parts.sources, parts.targets)) : std::nullopt;
    if (!sameTokens) {
        const AttentionSnapshotPtr& shown = parts.scene.snapshot;
        parts.labels.sources = shown ? sourceLabels(*shown) : std::vector<TokenLabel>();
        parts.labels.targets = shown ? targetLabels(*shown) : std::vector<TokenLabel>();
        parts.labels.order = ReadingOrder(parts.labels.sources, parts.wordOrder);
        parts.sourceSentence = parts.given ? sentenceKey(parts.given->sourceTokens) : 0;
        parts.targetSentence = parts.given ? sentenceKey(parts.given->targetTokens) : 0;
        takeFocus();
        layOut();
    }
    for (std::optional<Cell>* cell : {&parts.hovered, &parts.cursor})
        if (*cell && !contains(parts.scene.snapshot, **cell))
            cell->reset();
    activate(wasActive);
    if (parts.focus && parts.focus->by() == this) // nobody points elsewhere meanwhile
        tellFocus();
    if (sameTokens)
        parts.canvas->redrawCells();
    else
        parts.canvas->redrawAll();
}

const AttentionSnapshotPtr& HeatmapView::snapshot() const
{
    return m_parts->scene.snapshot;
}

void HeatmapView::setEmptyText(const QString& text)
{
    m_parts->scene.emptyText = text;
    if (!m_parts->scene.snapshot) {
        m_parts->canvas->redrawAll();
        describe();
    }
}

void HeatmapView::setColourMap(ColourMap map)
{
    m_parts->scene.colourMap = map;
    m_parts->canvas->redrawAll();
}

ColourMap HeatmapView::colourMap() const
{
    return m_parts->scene.colourMap;
}

void HeatmapView::setLook(const MatrixLook& look)
{
    if (look == m_parts->labels.look)
        return;
    m_parts->labels.look = m_parts->scene.look = look;
    layOut();
    m_parts->canvas->redrawAll();
}

const MatrixLook& HeatmapView::look() const
{
    return m_parts->scene.look;
}

void HeatmapView::setWordOrder(WordOrder order)
{
    if (order == m_parts->wordOrder)
        return;
    m_parts->wordOrder = order;
    m_parts->labels.order = ReadingOrder(m_parts->labels.sources, order);
    setHovered(std::nullopt); // another cell is under the pointer now
    layOut();
    m_parts->canvas->redrawAll();
}

void HeatmapView::setHint(const QString& hint)
{
    m_parts->scene.hint = hint;
    m_parts->canvas->redrawReadout();
}

void HeatmapView::followFocus(TokenFocus* focus)
{
    m_parts->focus = focus;
    connect(focus, &TokenFocus::changed, this, [this] {
        takeFocus();
        m_parts->canvas->redrawReadout();
    });
    takeFocus();
}

// What another view speaks of is lit here too.
void HeatmapView::takeFocus()
{
    const TokenFocus* focus = m_parts->focus;
    m_parts->scene.linked = {-1, -1};
    if (focus && focus->by() != this && snapshot())
        m_parts->scene.linked = {m_parts->sources.shown(focus->place().sourceIn(m_parts->sourceSentence)),
                                 m_parts->targets.shown(focus->place().targetIn(m_parts->targetSentence))};
}

void HeatmapView::tellFocus()
{
    const std::optional<Cell> cell = m_parts->hovered ? m_parts->hovered : m_parts->cursor;
    if (!m_parts->focus || !snapshot())
        return;
    if (cell)
        m_parts->focus->set({m_parts->sources.original(cell->source), m_parts->targets.original(cell->target),
                             m_parts->sourceSentence, m_parts->targetSentence},
                            this);
    else
        m_parts->focus->clear(this);
}

const std::optional<GoldAlignment>& HeatmapView::gold() const
{
    return m_parts->scene.gold;
}

void HeatmapView::setGold(std::optional<GoldAlignment> gold)
{
    if (gold == m_parts->gold)
        return;
    m_parts->gold = std::move(gold);
    reshape();
}

void HeatmapView::layOut()
{
    HeatmapScene& scene = m_parts->scene;
    scene.palette = palette();
    scene.typeSize = QFontInfo(font()).pixelSize();
    QFont type = scene.snapshot ? figureFont(QFontInfo(font()).family(), *scene.snapshot) : font();
    type.setHintingPreference(font().hintingPreference());
    scene.metrics = LabelMetrics(type);
    scene.layout = layOutHeatmap(m_parts->labels, scene.metrics, scene.typeSize, size(), devicePixelRatioF());
}

void HeatmapView::setCursorCell(std::optional<Cell> cell)
{
    if (cell && !contains(snapshot(), *cell))
        cell.reset();
    m_parts->cursor = cell;
    m_parts->hovered.reset(); // what was chosen last is what is read
    activate(m_parts->scene.active.has_value());
    tellFocus();
    m_parts->canvas->redrawReadout();
}

std::optional<HeatmapView::Cell> HeatmapView::cursorCell() const
{
    return m_parts->cursor;
}

void HeatmapView::setHovered(std::optional<Cell> cell)
{
    if (cell == m_parts->hovered)
        return;
    m_parts->hovered = cell;
    activate(m_parts->scene.active.has_value());
    tellFocus();
    m_parts->canvas->redrawReadout();
}

// Decides which cell is spelled out: the pointer's, otherwise the keyboard's.
void HeatmapView::activate(bool wasActive)
{
    const std::optional<Cell> cell = m_parts->hovered ? m_parts->hovered : m_parts->cursor;
    HeatmapScene& scene = m_parts->scene;
    scene.active = cell ? std::optional(QPoint(cell->source, cell->target)) : std::nullopt;
    scene.keyboard = cell && !m_parts->hovered && hasFocus();
    describe();
    if (cell)
        emit cellHovered(cell->target, cell->source,
                         static_cast<double>(scene.snapshot->weight(cell->target, cell->source)));
    else if (wasActive)
        emit cellLeft();
}

void HeatmapView::describe()
{
    const HeatmapScene& scene = m_parts->scene;
    QString words = scene.emptyText;
    if (scene.snapshot && scene.active) {
        const int target = scene.active->y(), source = scene.active->x();
        words = (scene.look == MatrixLook{} ? tr("%1 looks at %2 with weight %3") : tr("%1, %2: %3"))
                    .arg(m_parts->labels.targets[static_cast<std::size_t>(target)].text,
                         m_parts->labels.sources[static_cast<std::size_t>(source)].text,
                         valueText(scene.look.scale, static_cast<double>(scene.snapshot->weight(target, source))));
    } else if (scene.snapshot) {
        words = (scene.look == MatrixLook{} ? tr("%1 target words over %2 source words") : tr("%1 rows, %2 columns"))
                    .arg(scene.snapshot->targets())
                    .arg(scene.snapshot->sources());
    }
    if (words != accessibleDescription()) // each change is read aloud
        setAccessibleDescription(words);
}

std::optional<HeatmapView::Cell> HeatmapView::cellAt(const QPointF& position) const
{
    const HeatmapLayout& layout = m_parts->scene.layout;
    const Cell cell{layout.rowAt(position.y()), layout.columnAt(position.x())};
    return contains(snapshot(), cell) ? std::optional(cell) : std::nullopt;
}

QRect HeatmapView::cellRect(Cell cell) const
{
    if (!contains(snapshot(), cell) || m_parts->scene.layout.matrix.isEmpty())
        return {};
    return m_parts->scene.layout.cell(cell.target, cell.source).toRect();
}

QRect HeatmapView::rowRect(int target) const
{
    const QRect cell = cellRect({target, 0});
    const QRect matrix = m_parts->scene.layout.matrix.toRect();
    return cell.isEmpty() ? QRect() : QRect(matrix.left(), cell.top(), matrix.width(), cell.height());
}

QString HeatmapView::readout() const
{
    return heatmapReadout(m_parts->scene);
}

QSize HeatmapView::sizeHint() const
{
    return {640, 520};
}
QSize HeatmapView::minimumSizeHint() const
{
    return {220, 180};
}

void HeatmapView::resizeEvent(QResizeEvent*)
{
    layOut();
    m_parts->canvas->setGeometry(rect());
    m_parts->canvas->redrawAll();
}

void HeatmapView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        layOut();
        m_parts->canvas->redrawAll();
    }
    QWidget::changeEvent(event);
}

} // namespace alignoscope::ui
