// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/beam_tree_view.h"

#include "ui/figure/beam_words.h"
#include "ui/views/beam_tree_parts.h"

#include <QFontInfo>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

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
}

void BeamTreeView::setWordOrder(WordOrder order)
{
    if (order == m_parts->wordOrder)
        return;
    m_parts->wordOrder = order;
    layOut();
}

bool BeamTreeView::prunedShown() const
{
    return m_parts->pruned;
}

void BeamTreeView::layOut()
{
    BeamTreeScene& scene = m_parts->scene;
    scene.palette = palette();
    scene.typeSize = QFontInfo(font()).pixelSize();
    m_parts->header = std::round(scene.typeSize * 1.7);
    QFont type = scene.trace ? beamFont(QFontInfo(font()).family(), *scene.trace) : font();
    scene.metrics = LabelMetrics(type);
    scene.layout = scene.trace
        ? layOutBeam(*scene.trace, m_parts->pruned, scene.metrics, scene.typeSize, m_parts->wordOrder)
        : BeamLayout();
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
