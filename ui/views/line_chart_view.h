// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/line_chart.h"
#include "ui/views/plot_view.h"

#include <functional>

namespace alignoscope::ui {

/// Lines; the arrow keys walk along one (left and right) and to another one (up and down).
class LineChartView : public PlotView {
    Q_OBJECT
public:
    struct At {
        std::size_t plot = 0, line = 0, point = 0;
        bool operator==(const At&) const = default;
    };

    explicit LineChartView(QWidget* parent = nullptr);

    void setChart(LineChart chart);
    [[nodiscard]] const LineChart& chart() const { return m_chart; }
    /// What stands at a point beside its number: "200 sentences". Empty: nothing.
    using Remark = std::function<QString(const At& at)>;
    void setRemark(Remark remark) { m_remark = std::move(remark); }

    [[nodiscard]] At at(int point) const;                    ///< points are numbered line after line
    [[nodiscard]] int pointOf(const At& at) const;           ///< −1: there is none
    [[nodiscard]] QString inWords(int point) const override; ///< "RNNsearch-50: 45.5 words, BLEU 61.2"

    [[nodiscard]] QSize sizeHint() const override { return {520, 340}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 180}; }

protected:
    [[nodiscard]] Drawing drawing(const PlotLook& look) const override { return drawLineChart(m_chart, look); }
    [[nodiscard]] std::vector<QPointF> places(const PlotLook& look) const override;
    [[nodiscard]] Ring ring(const PlotLook& look) const override;
    [[nodiscard]] QString summary() const override { return m_chart.summary; }
    [[nodiscard]] int neighbour(int point, int key) const override;

private:
    [[nodiscard]] const LineChart::Line& lineOf(const At& at) const { return m_chart.plots[at.plot].lines[at.line]; }

    LineChart m_chart;
    std::vector<At> m_points;
    Remark m_remark;
};

} // namespace alignoscope::ui
