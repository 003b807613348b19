// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/plot_drawing.h"

#include <QWidget>

namespace alignoscope::ui {

/// Shares of two series over equal bins.
class HistogramView : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    void setPlot(HistogramPlot plot);
    [[nodiscard]] const HistogramPlot& plot() const { return m_plot; }

    [[nodiscard]] QSize sizeHint() const override { return {340, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 200}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    HistogramPlot m_plot;
};

} // namespace alignoscope::ui
