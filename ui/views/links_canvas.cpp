// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/links_canvas.h"

#include "ui/views/links_picture.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace alignoscope::ui {

static constexpr std::chrono::milliseconds slice(5);
static constexpr std::size_t manyLinks = 1000;       // fewer are drawn within a frame
static constexpr int between = 1, longestRest = 100; // milliseconds

LinksCanvas::LinksCanvas(const LinksScene& scene, QWidget* parent) : QWidget(parent), m_scene(scene)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_slice.setSingleShot(true);
    connect(&m_slice, &QTimer::timeout, this, [this] {
        if (isVisible() && drawLinks(slice))
            redrawFocus();
    });
}

LinksCanvas::~LinksCanvas() = default;

void LinksCanvas::redrawAll()
{
    m_labelsStale = m_linksStale = m_atOnce = true;
    m_next.reset();
    m_slice.stop();
    redrawFocus();
}

void LinksCanvas::redrawLinks()
{
    m_linksStale = true;
    if (m_scene.links.size() < manyLinks) {
        m_atOnce = true;
        m_next.reset();
        m_slice.stop();
        redrawFocus();
    } else if (!m_slice.isActive()) {
        m_slice.start(0);
    }
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

bool LinksCanvas::drawLinks(std::chrono::milliseconds budget)
{
    if (!m_next) {
        if (!std::exchange(m_linksStale, false))
            return false;
        m_work.start();
        m_next = std::make_unique<LinksPicture>(m_scene, devicePixelRatioF());
    }
    if (!m_next->drawFor(budget)) {
        m_slice.start(between);
        return false;
    }
    m_links = m_next->image();
    m_next.reset();
    m_slice.start(static_cast<int>(std::min<qint64>(m_work.elapsed(), longestRest))); // others have work, too
    m_litStale = true;
    return true;
}

void LinksCanvas::paintEvent(QPaintEvent*)
{
    if (std::exchange(m_labelsStale, false))
        drawLabels();
    if (std::exchange(m_atOnce, false) || (m_linksStale && !m_next && !m_slice.isActive())) // or it was hidden
        drawLinks(std::chrono::hours(1));
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
