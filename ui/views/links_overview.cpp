// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/links_overview.h"

#include "ui/views/heatmap_marks.h"
#include "ui/views/link_raster.h"
#include "ui/views/links_scene.h"
#include "ui/views/links_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace alignoscope::ui {
namespace {

constexpr double foot = 4; // height of the rows of tokens

} // namespace

LinksOverview::LinksOverview(LinksView* view, QWidget* parent) : QWidget(parent), m_view(view)
{
    setObjectName("linksOverview");
    setAccessibleName(tr("Overview of the whole sentence"));
    setToolTip(tr("The whole sentence; drag the frame to move along it"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::OpenHandCursor);
    connect(view, &LinksView::linksChanged, this, &LinksOverview::redraw);
    connect(view, &LinksView::windowChanged, this, [this] {
        if (m_view->zoom() != m_drawnZoom)
            redraw();
        else
            update();
    });
}

void LinksOverview::redraw()
{
    m_stale = true;
    update();
}

double LinksOverview::scale() const
{
    return m_view->scene().layout.content > 0 ? width() / m_view->scene().layout.content : 1;
}

QRectF LinksOverview::frame() const
{
    const LinksLayout& layout = m_view->scene().layout;
    return QRectF(layout.scrolled * scale(), 0, m_view->width() * scale(), height()).intersected(rect());
}

void LinksOverview::draw()
{
    const LinksScene& scene = m_view->scene();
    const double ratio = devicePixelRatioF(), left = scene.layout.left;
    m_picture = QImage((QSizeF(width(), height() - 2 * foot) * ratio).toSize(), QImage::Format_RGB32);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(scene.palette.color(QPalette::AlternateBase));
    LinkRaster raster(m_picture);
    const LinkRows& rows = scene.layout.rows;
    for (const WeightedLink& link : scene.links) {
        const auto weight = static_cast<double>(link.weight);
        raster.add({(left + rows.source.centre(link.source)) * scale(),
                    (left + rows.target.centre(link.target)) * scale(),
                    std::clamp(scene.style.width(weight) * scale(), 0.5, 2.5), scene.style.colour(link.source, weight),
                    LinkStyle::opacity(weight)});
    }
    raster.draw();
    m_drawnZoom = m_view->zoom();
}

void LinksOverview::resizeEvent(QResizeEvent*)
{
    m_stale = true;
}

void LinksOverview::paintEvent(QPaintEvent*)
{
    const LinksScene& scene = m_view->scene();
    QPainter painter(this);
    painter.fillRect(rect(), scene.palette.color(QPalette::AlternateBase));
    if (!scene.snapshot || scene.layout.zone.isEmpty())
        return;
    if (std::exchange(m_stale, false))
        draw();
    painter.drawImage(QPointF(0, foot), m_picture);
    const auto tick = [&](double centre, double y) {
        painter.fillRect(QRectF((scene.layout.left + centre) * scale() - 0.5, y, 1, foot), faded(scene.palette, 0.45));
    };
    for (int i = 0; i < scene.layout.rows.source.size(); ++i)
        tick(scene.layout.rows.source.centre(i), 0);
    for (int i = 0; i < scene.layout.rows.target.size(); ++i)
        tick(scene.layout.rows.target.centre(i), height() - foot);
    const QRectF shown = frame();
    QColor shade = scene.palette.color(QPalette::Window);
    shade.setAlphaF(0.65F);
    painter.fillRect(QRectF(0, 0, shown.left(), height()), shade);
    painter.fillRect(QRectF(shown.right(), 0, width() - shown.right(), height()), shade);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(scene.palette.color(QPalette::Highlight), 2));
    painter.drawRoundedRect(shown.adjusted(1, 1, -1, -1), 3, 3);
}

void LinksOverview::moveTo(double x)
{
    m_view->scrollTo((x - *m_grip) / scale());
}

void LinksOverview::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QRectF shown = frame();
    const double x = event->position().x();
    m_grip = shown.contains(event->position()) ? x - shown.left() : shown.width() / 2;
    setCursor(Qt::ClosedHandCursor);
    moveTo(x);
}

void LinksOverview::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grip)
        moveTo(event->position().x());
}

void LinksOverview::mouseReleaseEvent(QMouseEvent*)
{
    m_grip.reset();
    setCursor(Qt::OpenHandCursor);
}

void LinksOverview::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    m_view->scrollTo(m_view->scene().layout.scrolled - (turned.x() != 0 ? turned.x() : turned.y()));
    event->accept();
}

} // namespace alignoscope::ui
