// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/plot_drawing.h"

#include <QPen>
#include <QPixmap>
#include <QWidget>

#include <vector>

namespace alignoscope::ui {

/// How a plot looks in a widget: its palette and font, a twentieth of a logical pixel a unit.
PlotLook plotLookOf(const QWidget& widget);

/// A plot whose points can be pointed at, or walked through with keys. One of them may be lit: it has a ring and is
/// told in words. What the plot is stands in the classes that are made of it; they number its points from 0.
class PlotView : public QWidget {
    Q_OBJECT
public:
    explicit PlotView(QWidget* parent = nullptr);

    void setLit(int point); ///< −1: none
    [[nodiscard]] int lit() const { return m_lit; }
    /// The nearest point within reach of a place in this widget, or −1.
    [[nodiscard]] int pointAt(const QPointF& position) const;
    [[nodiscard]] QPointF positionOf(int point) const;
    [[nodiscard]] virtual QString inWords(int point) const = 0;

signals:
    void pointed(int point); ///< by pointer or key; −1: at none any more

protected:
    struct Ring {
        double radius = 0; ///< in units of the look
        QPen pen;
    };
    /// The plot is another one: draws it anew, nothing lit.
    void replot();

    [[nodiscard]] virtual Drawing drawing(const PlotLook& look) const = 0;
    /// Where the points are, in units of the look.
    [[nodiscard]] virtual std::vector<QPointF> places(const PlotLook& look) const = 0;
    [[nodiscard]] virtual Ring ring(const PlotLook& look) const = 0;
    [[nodiscard]] virtual QString summary() const = 0;
    /// Where a key leads from a point, at most to the last one; −1: it is no key of this plot.
    [[nodiscard]] virtual int neighbour(int point, int key) const = 0;

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

    QPixmap m_drawn; ///< all but the ring
    int m_lit = -1;
};

} // namespace alignoscope::ui
