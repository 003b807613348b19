// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/plot_drawing.h"

#include <QPixmap>
#include <QWidget>

namespace alignoscope::ui {

/// How a plot looks in a widget: its palette and font, a twentieth of a logical pixel a unit.
PlotLook plotLookOf(const QWidget& widget);

/// A scatter plot whose points can be pointed at, or walked through with the arrow keys.
class ScatterView : public QWidget {
    Q_OBJECT
public:
    explicit ScatterView(QWidget* parent = nullptr);

    void setPlot(ScatterPlot plot);
    [[nodiscard]] const ScatterPlot& plot() const { return m_plot; }
    void setLit(int point); ///< rings a point; −1: none
    [[nodiscard]] int lit() const { return m_lit; }
    /// The nearest point within reach of a place in this widget, or −1.
    [[nodiscard]] int pointAt(const QPointF& position) const;
    [[nodiscard]] QPointF positionOf(int point) const;

    [[nodiscard]] QSize sizeHint() const override { return {340, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 200}; }

signals:
    void pointed(int point); ///< by pointer or key; −1: at none any more

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
    void point(int at);
    [[nodiscard]] QString inWords(int point) const;

    ScatterPlot m_plot;
    QPixmap m_drawn; ///< all but the ring
    int m_lit = -1;
};

} // namespace alignoscope::ui
