// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/plot_view.h"

namespace alignoscope::ui {

/// A scatter plot; the arrow keys walk from point to point.
class ScatterView : public PlotView {
    Q_OBJECT
public:
    using PlotView::PlotView;

    void setPlot(ScatterPlot plot);
    [[nodiscard]] const ScatterPlot& plot() const { return m_plot; }
    [[nodiscard]] QString inWords(int point) const override;

    [[nodiscard]] QSize sizeHint() const override { return {340, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 200}; }

protected:
    [[nodiscard]] Drawing drawing(const PlotLook& look) const override;
    [[nodiscard]] std::vector<QPointF> places(const PlotLook& look) const override;
    [[nodiscard]] Ring ring(const PlotLook& look) const override;
    [[nodiscard]] QString summary() const override { return m_plot.summary; }
    [[nodiscard]] int neighbour(int point, int key) const override;

private:
    ScatterPlot m_plot;
};

} // namespace alignoscope::ui
