// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heatmap_canvas.h"

#include <qcustomplot.h>

#include <functional>

namespace alignoscope::ui {
namespace {

const QString cellLayer = QStringLiteral("cells");

// One drawing function as a thing QCustomPlot keeps in a layer.
class Drawn : public QCPLayerable {
public:
    using Draw = std::function<void(QPainter&)>;

    Drawn(QCustomPlot* plot, const QString& layer, Draw draw) : QCPLayerable(plot, layer), m_draw(std::move(draw)) { }

protected:
    // QCustomPlot's own smoothing moves everything by half a pixel; cells and frames would be blurred.
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(false); }
    void draw(QCPPainter* painter) override
    {
        painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        m_draw(*painter);
    }

private:
    Draw m_draw;
};

} // namespace

HeatmapCanvas::HeatmapCanvas(const HeatmapScene& scene, QWidget* parent)
    : QWidget(parent), m_scene(scene), m_plot(new QCustomPlot(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->plotLayout()->clear(); // its own axes are of no use here
    // Layers of one buffer: all below "legend", the cells, the overlay.
    m_plot->addLayer(cellLayer, m_plot->layer("legend"), QCustomPlot::limAbove);
    m_plot->layer(cellLayer)->setMode(QCPLayer::lmBuffered);
    // Each belongs to its layer, and with that to the plot.
    new Drawn(m_plot, "main", [this](QPainter& painter) { drawHeatmapAxes(painter, m_scene, m_plot->size()); });
    new Drawn(m_plot, cellLayer, [this](QPainter& painter) { drawHeatmapCells(painter, m_scene); });
    new Drawn(m_plot, "overlay", [this](QPainter& painter) { drawHeatmapReadout(painter, m_scene); });
}

void HeatmapCanvas::redrawAll()
{
    m_plot->setBackground(QBrush(m_scene.palette.color(QPalette::Base)));
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
}

void HeatmapCanvas::redrawCells()
{
    m_plot->layer(cellLayer)->replot();
    if (m_scene.active || m_toldCell)
        redrawReadout();
}

void HeatmapCanvas::redrawReadout()
{
    m_toldCell = m_scene.active.has_value();
    m_plot->layer("overlay")->replot();
}

void HeatmapCanvas::resizeEvent(QResizeEvent*)
{
    m_plot->setGeometry(rect());
}

} // namespace alignoscope::ui
