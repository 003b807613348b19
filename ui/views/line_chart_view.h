// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/line_chart.h"

#include <QPixmap>
#include <QWidget>

#include <functional>
#include <optional>

namespace alignoscope::ui {

/// Lines whose points can be pointed at, or walked along with the arrow keys (up and down: another line).
class LineChartView : public QWidget {
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

    [[nodiscard]] std::optional<At> lit() const { return m_lit; }
    void setLit(const std::optional<At>& at);
    /// The nearest point within reach of a place in this widget.
    [[nodiscard]] std::optional<At> pointAt(const QPointF& position) const;
    [[nodiscard]] QPointF positionOf(const At& at) const;
    [[nodiscard]] QString inWords(const At& at) const; ///< "RNNsearch-50: 45.5 words, BLEU 61.2"

    [[nodiscard]] QSize sizeHint() const override { return {520, 340}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 180}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] const LineChart::Line& lineOf(const At& at) const { return m_chart.plots[at.plot].lines[at.line]; }
    [[nodiscard]] std::vector<At> firstPoints() const; ///< of every line that has one
    void walk(int along, int across);

    LineChart m_chart;
    Remark m_remark;
    QPixmap m_drawn; ///< all but the ring
    std::optional<At> m_lit;
};

} // namespace alignoscope::ui
