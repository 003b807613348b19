// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

#include <optional>

namespace alignoscope::ui {

class LinksView;

/// All of a sentence on a narrow strip, and a frame around the part that the view below shows. The frame is dragged; a
/// click beside it takes it there.
class LinksOverview : public QWidget {
    Q_OBJECT
public:
    explicit LinksOverview(LinksView* view, QWidget* parent = nullptr);

    [[nodiscard]] QRectF frame() const;
    [[nodiscard]] QSize sizeHint() const override { return {200, 34}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, 34}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void redraw();
    void draw();
    void moveTo(double x);
    [[nodiscard]] double scale() const; ///< pixels here for a pixel of the view's content

    LinksView* m_view;
    QImage m_picture;
    bool m_stale = true;
    double m_drawnZoom = 0;
    std::optional<double> m_grip; ///< where in the frame it is held
};

} // namespace alignoscope::ui
