// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/figure_preview.h"

#include "alignoscope/error.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {
namespace {

constexpr double margin = 20;
constexpr double largestPixelsPerMm = 6; // small figures are not blown up into posters

} // namespace

FigurePreview::FigurePreview(std::function<Drawing(const FigureOptions&)> compose, QWidget* parent)
    : QWidget(parent), m_compose(std::move(compose))
{
    setObjectName("exportPreview");
    setAccessibleName(tr("Preview of the figure"));
    setOptions({});
}

void FigurePreview::setOptions(const FigureOptions& options)
{
    m_problem.clear();
    try {
        m_drawing = m_compose(options);
        m_sizeMm = m_drawing.size / Drawing::unitsPerMm;
    } catch (const Error& error) {
        m_problem = QString::fromUtf8(error.what());
    }
    m_picture = {};
    setAccessibleDescription(tr("%1 by %2 mm").arg(m_sizeMm.width(), 0, 'f', 0).arg(m_sizeMm.height(), 0, 'f', 0));
    update();
}

QRectF FigurePreview::sheet() const
{
    const double caption = fontMetrics().height() * 1.6;
    const QSizeF room(width() - 2 * margin, height() - 2 * margin - caption);
    const double scale =
        std::min({room.width() / m_sizeMm.width(), room.height() / m_sizeMm.height(), largestPixelsPerMm});
    const QSizeF size(std::floor(m_sizeMm.width() * scale), std::floor(m_sizeMm.height() * scale));
    return {std::floor((width() - size.width()) / 2), std::floor((height() - caption - size.height()) / 2),
            size.width(), size.height()};
}

void FigurePreview::render()
{
    const double ratio = devicePixelRatioF();
    m_picture = QPixmap((sheet().size() * ratio).toSize());
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::white);
    QPainter painter(&m_picture);
    if (m_problem.isEmpty())
        paintInto(painter, QRectF(QPointF(), sheet().size()), m_drawing);
    else
        painter.drawText(QRectF(QPointF(), sheet().size()).adjusted(12, 12, -12, -12), Qt::TextWordWrap, m_problem);
}

void FigurePreview::paintEvent(QPaintEvent*)
{
    if (sheet().width() < 4 || sheet().height() < 4)
        return;
    if (m_picture.isNull())
        render();
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window).darker(112));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int spread = 1; spread <= 6; ++spread) { // a soft shadow
        painter.setBrush(QColor(0, 0, 0, 10));
        painter.drawRoundedRect(sheet().adjusted(-spread, -spread + 2, spread, spread + 2), spread, spread);
    }
    painter.drawPixmap(sheet().topLeft(), m_picture);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(0, sheet().bottom(), width(), height() - sheet().bottom()), Qt::AlignCenter,
                     tr("%1 × %2 mm").arg(m_sizeMm.width(), 0, 'f', 1).arg(m_sizeMm.height(), 0, 'f', 1));
}

void FigurePreview::resizeEvent(QResizeEvent*)
{
    m_picture = {};
}

} // namespace alignoscope::ui
