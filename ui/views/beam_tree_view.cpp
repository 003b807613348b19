// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/beam_tree_view.h"

#include "ui/figure/beam_words.h"
#include "ui/views/beam_tree_parts.h"

#include <QFontInfo>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

constexpr double margin = 14, smallestZoom = 0.05, largestZoom = 4;

} // namespace

BeamTreeView::BeamTreeView(QWidget* parent) : QAbstractScrollArea(parent), m_parts(std::make_unique<Parts>())
{
    setObjectName("beamTree");
    setAccessibleName(tr("Tree of translations that were tried"));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    layOut();
}

BeamTreeView::~BeamTreeView() = default;

void BeamTreeView::setTrace(BeamTracePtr trace)
{
    BeamTreeScene& scene = m_parts->scene;
    scene.trace = std::move(trace);
    scene.chosen = -1;
    setHovered(-1);
    scene.step = scene.trace ? scene.trace->steps() : 0;
    layOut();
}

const BeamTracePtr& BeamTreeView::trace() const
{
    return m_parts->scene.trace;
}

void BeamTreeView::setEmptyText(const QString& text)
{
    m_parts->scene.emptyText = text;
    describe();
    viewport()->update();
}

void BeamTreeView::setStep(int step)
{
    BeamTreeScene& scene = m_parts->scene;
    scene.step = scene.trace ? std::clamp(step, 0, scene.trace->steps()) : 0;
    for (int* node : {&scene.chosen, &scene.hovered}) {
        if (!scene.shows(*node))
            *node = -1;
    }
    stress();
}

int BeamTreeView::step() const
{
    return m_parts->scene.step;
}

void BeamTreeView::setChosen(int node)
{
    m_parts->scene.chosen = m_parts->scene.shows(node) ? node : -1;
    stress();
    bringIntoSight(m_parts->scene.chosen);
}

int BeamTreeView::chosen() const
{
    return m_parts->scene.chosen;
}

int BeamTreeView::hovered() const
{
    return m_parts->scene.hovered;
}

void BeamTreeView::setPrunedShown(bool shown)
{
    m_parts->pruned = shown;
    layOut();
    if (!m_parts->scene.shows(m_parts->scene.chosen))
        m_parts->scene.chosen = -1;
    stress();
    bringIntoSight(m_parts->scene.chosen);
}

bool BeamTreeView::prunedShown() const
{
    return m_parts->pruned;
}

double BeamTreeView::zoom() const
{
    return m_parts->zoom;
}

void BeamTreeView::setZoom(double zoom)
{
    zoomAbout(QRectF(viewport()->rect()).center(), zoom);
}

void BeamTreeView::setWhole(bool whole)
{
    if (whole != m_parts->whole) {
        m_parts->whole = whole;
        emit wholeChanged(whole);
    }
    arrange();
}

bool BeamTreeView::whole() const
{
    return m_parts->whole;
}

void BeamTreeView::layOut()
{
    BeamTreeScene& scene = m_parts->scene;
    scene.palette = palette();
    scene.typeSize = QFontInfo(font()).pixelSize();
    m_parts->header = std::round(scene.typeSize * 1.7);
    QFont type = scene.trace ? beamFont(QFontInfo(font()).family(), *scene.trace) : font();
    scene.metrics = LabelMetrics(type);
    scene.layout =
        scene.trace ? layOutBeam(*scene.trace, m_parts->pruned, scene.metrics, scene.typeSize) : BeamLayout();
    stress();
    arrange();
}

// Which nodes the leading and the chosen hypothesis are made of.
void BeamTreeView::stress()
{
    BeamTreeScene& scene = m_parts->scene;
    const std::size_t nodes = scene.trace ? scene.trace->nodes.size() : 0;
    const auto mark = [&](std::vector<bool>& marks, int node) {
        marks.assign(nodes, false);
        for (; nodes > 0 && node >= 0; node = scene.trace->node(node).parent)
            marks[static_cast<std::size_t>(node)] = true;
    };
    mark(scene.leading, scene.trace ? leaderAt(*scene.trace, scene.step) : -1);
    mark(scene.toChosen, scene.chosen);
    describe();
    viewport()->update();
}

// Zoom and scroll bars for the tree's size in the view's.
void BeamTreeView::arrange()
{
    const QSizeF tree = m_parts->scene.layout.size;
    const double width = viewport()->width(), height = viewport()->height() - m_parts->header;
    if (m_parts->whole && !tree.isEmpty())
        m_parts->zoom = std::clamp(std::min((width - 2 * margin) / tree.width(), (height - 2 * margin) / tree.height()),
                                   smallestZoom, 1.3);
    const auto fit = [](QScrollBar* bar, double content, double room) {
        bar->setRange(0, static_cast<int>(std::ceil(std::max(0.0, content - room))));
        bar->setPageStep(static_cast<int>(room));
        bar->setSingleStep(24);
    };
    fit(horizontalScrollBar(), tree.width() * m_parts->zoom + 2 * margin, width);
    fit(verticalScrollBar(), tree.height() * m_parts->zoom + 2 * margin, height);
    viewport()->update();
}

// Where the layout's corner is in the viewport; what is smaller than the view stands in its middle.
QPointF BeamTreeView::origin() const
{
    const double height = viewport()->height() - m_parts->header;
    const double spare = height - m_parts->scene.layout.size.height() * m_parts->zoom - 2 * margin;
    return {margin - horizontalScrollBar()->value(),
            m_parts->header + margin + std::max(0.0, spare / 2) - verticalScrollBar()->value()};
}

QRect BeamTreeView::nodeRect(int node) const
{
    if (!m_parts->scene.shows(node))
        return {};
    const QRectF& box = m_parts->scene.layout.item(node).box;
    return QRectF(origin() + box.topLeft() * m_parts->zoom, box.size() * m_parts->zoom).toRect();
}

int BeamTreeView::nodeAt(const QPointF& position) const
{
    const BeamTreeScene& scene = m_parts->scene;
    if (!scene.trace || position.y() < m_parts->header)
        return -1;
    const QPointF at = (position - origin()) / m_parts->zoom;
    const double slack = 2 / m_parts->zoom;
    for (int step = 0; step <= scene.step; ++step) {
        const QRectF& column = scene.layout.columns[static_cast<std::size_t>(step)];
        if (at.x() < column.left() - slack || at.x() > column.right() + slack)
            continue;
        for (const int node : scene.layout.order[static_cast<std::size_t>(step)]) {
            if (scene.layout.item(node).box.adjusted(-slack, -slack, slack, slack).contains(at))
                return node;
        }
    }
    return -1;
}

void BeamTreeView::zoomAbout(const QPointF& position, double zoom)
{
    const QPointF held = (position - origin()) / m_parts->zoom;
    m_parts->zoom = std::clamp(zoom, smallestZoom, largestZoom);
    setWhole(false);
    const QPointF moved = origin() + held * m_parts->zoom - position;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(std::lround(moved.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(moved.y())));
}

void BeamTreeView::bringIntoSight(int node)
{
    const QRect box = nodeRect(node);
    if (box.isEmpty())
        return;
    const auto move = [](QScrollBar* bar, int low, int high, int from, int to) {
        if (low < from || high > to)
            bar->setValue(bar->value() + (low + high) / 2 - (from + to) / 2);
    };
    const int aside = static_cast<int>(margin);
    move(horizontalScrollBar(), box.left() - aside, box.right() + aside, 0, viewport()->width());
    move(verticalScrollBar(), box.top() - aside, box.bottom() + aside, static_cast<int>(m_parts->header),
         viewport()->height());
}

void BeamTreeView::setHovered(int node)
{
    if (node == m_parts->scene.hovered)
        return;
    m_parts->scene.hovered = node;
    viewport()->setCursor(node >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
    emit nodeHovered(node);
}

void BeamTreeView::describe()
{
    const BeamTreeScene& scene = m_parts->scene;
    QString words = scene.emptyText;
    if (scene.trace && scene.chosen >= 0)
        words = beamNodeInWords(*scene.trace, scene.chosen);
    else if (scene.trace)
        words = tr("%1 steps, %2 finished translations").arg(scene.trace->steps()).arg(scene.trace->hypotheses.size());
    if (words != accessibleDescription()) // each change is read aloud
        setAccessibleDescription(words);
}

QSize BeamTreeView::sizeHint() const
{
    return {560, 420};
}
QSize BeamTreeView::minimumSizeHint() const
{
    return {180, 120};
}

void BeamTreeView::paintEvent(QPaintEvent*)
{
    const BeamTreeScene& scene = m_parts->scene;
    QPainter painter(viewport());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (!scene.trace) {
        drawNoBeam(painter, scene, viewport()->size());
        return;
    }
    const QPointF corner = origin();
    painter.save();
    painter.translate(corner);
    painter.scale(m_parts->zoom, m_parts->zoom);
    const QRectF visible(-corner / m_parts->zoom, QSizeF(viewport()->size()) / m_parts->zoom);
    drawBeamTree(painter, scene, visible, m_parts->zoom);
    painter.restore();
    drawBeamSteps(painter, scene, QRectF(0, 0, viewport()->width(), m_parts->header), corner.x(), m_parts->zoom);
}

} // namespace alignoscope::ui
