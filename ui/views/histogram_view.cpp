// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/histogram_view.h"

#include "ui/views/plot_view.h"

#include <QPainter>

namespace alignoscope::ui {

void HistogramView::setPlot(HistogramPlot plot)
{
    m_plot = std::move(plot);
    setAccessibleDescription(m_plot.summary);
    update();
}

void HistogramView::paintEvent(QPaintEvent*)
{
    const PlotLook look = plotLookOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width() / look.size.width(), width() / look.size.width());
    paintDrawing(painter, drawHistogram(m_plot, look));
}

} // namespace alignoscope::ui
