// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/unit_means_view.h"

#include "ui/views/heatmap_marks.h"
#include "ui/views/heatmap_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

namespace {

constexpr double edge = 1;

} // namespace

UnitMeansView::UnitMeansView(HeatmapView* heatmap, QWidget* parent) : QWidget(parent), m_heatmap(heatmap)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Mean over all units"));
    heatmap->installEventFilter(this); // another size has other columns
}

void UnitMeansView::setMeans(std::vector<float> means, const ValueScale& scale)
{
    m_means = std::move(means);
    m_scale = scale;
    m_active = -1;
    m_largest = 0.01F;
    for (const float mean : m_means)
        m_largest = std::max(m_largest, std::abs(mean));
    QStringList words;
    for (const float mean : m_means)
        words << valueText(m_scale, static_cast<double>(mean));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

void UnitMeansView::setColourMap(ColourMap map)
{
    m_colourMap = map;
    update();
}

void UnitMeansView::setActive(int column)
{
    if (column == m_active)
        return;
    m_active = column;
    update();
}

QSize UnitMeansView::sizeHint() const
{
    return {200, fontMetrics().height() * 2 + 6};
}

bool UnitMeansView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString tip = tr("The mean over all units of the layer, also of those that are not shown");
    for (std::size_t i = 0; i < m_means.size(); ++i) {
        if (const QRectF place = column(i); help->pos().x() >= place.left() && help->pos().x() < place.right())
            tip = tr("Mean of all units: %1").arg(valueText(m_scale, static_cast<double>(m_means[i])));
    }
    QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

bool UnitMeansView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::FontChange)
        update();
    return QWidget::eventFilter(watched, event);
}

QRectF UnitMeansView::column(std::size_t i) const
{
    const QRect cell = m_heatmap->cellRect({0, static_cast<int>(i)});
    return QRectF(cell.x(), edge, cell.width(), height() - 2 * edge);
}

int UnitMeansView::widest() const
{
    int width = 0;
    for (const float mean : m_means)
        width = std::max(width, fontMetrics().horizontalAdvance(valueText(m_scale, static_cast<double>(mean))));
    return width;
}

void UnitMeansView::paintBar(QPainter& painter, std::size_t i) const
{
    const QRectF place = column(i);
    const double number = fontMetrics().height(), room = place.height() - number;
    const auto mean = static_cast<double>(m_means[i]);
    // states are near 0 on average: their bars are as long as the largest of them allows
    const double reach = m_scale.diverging ? static_cast<double>(m_largest) : m_scale.high;
    const double zero = place.bottom() - (m_scale.diverging ? room / 2 : 0);
    const double top = zero - mean / reach * (m_scale.diverging ? room / 2 : room);
    const double inset = place.width() >= 6 ? 1 : 0;
    const QRectF bar(QPointF(place.left() + inset, std::min(zero, top)),
                     QPointF(place.right() - inset, std::max({zero, top, std::min(zero, top) + 1})));
    painter.fillRect(bar, QColor(colourOf(m_colourMap, m_scale, mean)));
    painter.setPen(faded(palette(), 0.35));
    painter.setBrush(Qt::NoBrush);
    if (place.width() >= 6)
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.drawLine(QPointF(place.left(), zero), QPointF(place.right(), zero));
    const QString text = valueText(m_scale, mean);
    const bool active = static_cast<int>(i) == m_active;
    if (!active && widest() + 4 > place.width())
        return; // all numbers or none
    QFont type = font();
    type.setBold(active);
    painter.setFont(type);
    painter.setPen(faded(palette(), active ? 1 : 0.7));
    painter.drawText(QRectF(place.center().x() - 40, place.top(), 80, number), Qt::AlignCenter, text);
}

void UnitMeansView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_means.empty() || column(0).isEmpty())
        return;
    const QString caption = tr("mean");
    painter.setPen(faded(palette(), 0.55));
    painter.drawText(QRectF(0, edge, column(0).left() - 5, height() - 2 * edge), Qt::AlignRight | Qt::AlignVCenter,
                     caption);
    for (std::size_t i = 0; i < m_means.size(); ++i)
        if (static_cast<int>(i) != m_active)
            paintBar(painter, i);
    if (m_active >= 0 && static_cast<std::size_t>(m_active) < m_means.size())
        paintBar(painter, static_cast<std::size_t>(m_active));
}

} // namespace alignoscope::ui
