// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heatmap_view.h"

#include "ui/figure/figure_font.h"
#include "ui/views/heatmap_canvas.h"

#include <QFontInfo>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace alignoscope::ui {

struct HeatmapView::Parts {
    HeatmapScene scene;
    HeatmapCanvas* canvas = nullptr;
    std::vector<TokenLabel> sources, targets;
    std::optional<Cell> hovered, cursor;
};

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
    if (snapshot && !isDrawable(*snapshot))
        snapshot = nullptr;
    Parts& parts = *m_parts;
    const bool wasActive = parts.scene.active.has_value();
    const bool sameTokens = haveSameTokens(snapshot, parts.scene.snapshot);
    parts.scene.snapshot = std::move(snapshot);
    if (!sameTokens) {
        const AttentionSnapshotPtr& shown = parts.scene.snapshot;
        parts.sources = shown ? sourceLabels(*shown) : std::vector<TokenLabel>();
        parts.targets = shown ? targetLabels(*shown) : std::vector<TokenLabel>();
        layOut();
    }
    for (std::optional<Cell>* cell : {&parts.hovered, &parts.cursor})
        if (*cell && !contains(parts.scene.snapshot, **cell))
            cell->reset();
    activate(wasActive);
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

void HeatmapView::setGold(std::optional<GoldAlignment> gold)
{
    if (gold == m_parts->scene.gold)
        return;
    m_parts->scene.gold = std::move(gold);
    m_parts->canvas->redrawCells();
}

void HeatmapView::layOut()
{
    HeatmapScene& scene = m_parts->scene;
    scene.palette = palette();
    scene.typeSize = QFontInfo(font()).pixelSize();
    QFont type = scene.snapshot ? figureFont(QFontInfo(font()).family(), *scene.snapshot) : font();
    type.setHintingPreference(font().hintingPreference());
    scene.metrics = LabelMetrics(type);
    scene.layout =
        layOutHeatmap(m_parts->sources, m_parts->targets, scene.metrics, scene.typeSize, size(), devicePixelRatioF());
}

void HeatmapView::setCursorCell(std::optional<Cell> cell)
{
    if (cell && !contains(snapshot(), *cell))
        cell.reset();
    m_parts->cursor = cell;
    m_parts->hovered.reset(); // what was chosen last is what is read
    activate(m_parts->scene.active.has_value());
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
        words = tr("%1 looks at %2 with weight %3")
                    .arg(m_parts->targets[static_cast<std::size_t>(target)].text,
                         m_parts->sources[static_cast<std::size_t>(source)].text,
                         QString::number(static_cast<double>(scene.snapshot->weight(target, source)), 'f', 2));
    } else if (scene.snapshot) {
        words =
            tr("%1 target words over %2 source words").arg(scene.snapshot->targets()).arg(scene.snapshot->sources());
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

// A label says in full what had to be shortened, and what its dotted line means.
QString HeatmapView::tipAt(const QPointF& position) const
{
    const HeatmapScene& scene = m_parts->scene;
    const auto tip = [&](const TokenLabel& full, const PlacedLabel& placed) {
        if (!outlineOf(placed, scene.metrics).containsPoint(position, Qt::OddEvenFill))
            return QString();
        if (full.kind == TokenKind::Unknown)
            return tr("%1: not in the model's vocabulary, read as an unknown word").arg(full.text);
        return full.kind == TokenKind::End ? tr("End of the sentence") : full.text;
    };
    QString found;
    for (int source = 0; source < scene.layout.columns() && found.isEmpty(); ++source)
        found =
            tip(m_parts->sources[static_cast<std::size_t>(source)], scene.layout.sourceLabel(source, scene.metrics));
    for (int target = 0; target < scene.layout.rows() && found.isEmpty(); ++target)
        found =
            tip(m_parts->targets[static_cast<std::size_t>(target)], scene.layout.targetLabel(target, scene.metrics));
    return found;
}

bool HeatmapView::event(QEvent* event)
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

void HeatmapView::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(cellAt(event->position()));
}

void HeatmapView::mousePressEvent(QMouseEvent* event)
{
    if (const auto cell = cellAt(event->position()); cell && event->button() == Qt::LeftButton) {
        setCursorCell(cell);
        setHovered(cell);
    }
}

void HeatmapView::leaveEvent(QEvent*)
{
    setHovered(std::nullopt);
}

void HeatmapView::keyPressEvent(QKeyEvent* event)
{
    if (!snapshot())
        return QWidget::keyPressEvent(event);
    const auto start = m_parts->hovered ? m_parts->hovered : m_parts->cursor;
    Cell cell = start.value_or(Cell{});
    const int lastTarget = snapshot()->targets() - 1, lastSource = snapshot()->sources() - 1;
    const int step = start ? 1 : 0; // the first key press shows where the cursor is
    switch (event->key()) {
    case Qt::Key_Left:
        cell.source -= step;
        break;
    case Qt::Key_Right:
        cell.source += step;
        break;
    case Qt::Key_Up:
        cell.target -= step;
        break;
    case Qt::Key_Down:
        cell.target += step;
        break;
    case Qt::Key_Home:
        cell.source = 0;
        break;
    case Qt::Key_End:
        cell.source = lastSource;
        break;
    case Qt::Key_PageUp:
        cell.target = 0;
        break;
    case Qt::Key_PageDown:
        cell.target = lastTarget;
        break;
    case Qt::Key_Escape:
        if (!m_parts->cursor)
            return QWidget::keyPressEvent(event);
        return setCursorCell(std::nullopt);
    default:
        return QWidget::keyPressEvent(event);
    }
    setCursorCell(Cell{std::clamp(cell.target, 0, lastTarget), std::clamp(cell.source, 0, lastSource)});
}

void HeatmapView::focusInEvent(QFocusEvent* event)
{
    refocus(event);
}
void HeatmapView::focusOutEvent(QFocusEvent* event)
{
    refocus(event);
}

void HeatmapView::refocus(QFocusEvent* event)
{
    m_parts->scene.keyboard = m_parts->scene.active && !m_parts->hovered && event->gotFocus();
    m_parts->canvas->redrawReadout();
}

} // namespace alignoscope::ui
