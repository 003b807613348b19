// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/links_canvas.h"

#include <QElapsedTimer>
#include <QPainter>

#include <utility>

namespace alignoscope::ui {

LinksCanvas::LinksCanvas(const LinksScene& scene, QWidget* parent) : QWidget(parent), m_scene(scene)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_linksStale)
            update();
    });
}

void LinksCanvas::redrawAll()
{
    m_labelsStale = true;
    m_rest.stop();
    redrawLinks();
}

void LinksCanvas::redrawLinks()
{
    m_linksStale = true;
    if (!m_rest.isActive())
        redrawFocus();
}

void LinksCanvas::redrawFocus()
{
    m_litStale = true;
    update();
}

void LinksCanvas::drawLabels()
{
    const double ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_labels.size() != pixels)
        m_labels = QPixmap(pixels);
    m_labels.setDevicePixelRatio(ratio);
    m_labels.fill(m_scene.palette.color(QPalette::Base));
    QPainter painter(&m_labels);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    drawLinksLabels(painter, m_scene, size());
}

void LinksCanvas::drawLinks()
{
    constexpr qint64 aFrame = 8, share = 2; // milliseconds; twice as long for everything else
    QElapsedTimer clock;
    clock.start();
    m_links = linksImage(m_scene, devicePixelRatioF());
    m_linksStale = false;
    m_litStale = true;
    if (clock.elapsed() > aFrame)
        m_rest.start(static_cast<int>(share * clock.elapsed()));
}

void LinksCanvas::paintEvent(QPaintEvent*)
{
    if (std::exchange(m_labelsStale, false))
        drawLabels();
    if (m_linksStale && !m_rest.isActive())
        drawLinks();
    const bool lit = m_scene.snapshot && !m_scene.active.isNone();
    if (lit && std::exchange(m_litStale, false))
        m_lit = litLinksImage(m_scene, m_links);
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.drawPixmap(0, 0, m_labels);
    painter.drawImage(m_scene.layout.zone.topLeft(), lit ? m_lit : m_links);
    drawLinksFocus(painter, m_scene);
}

} // namespace alignoscope::ui
