// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/state_map_scene.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

namespace alignoscope::ui {

/// A map of states: the training set's tokens pale, the sentence's tokens marked, named and joined in reading order.
/// Wheel, + and − zoom, dragging moves, 0 shows everything; arrow keys walk along the sentence, Shift with them moves
/// the map.
class StateMapView : public QWidget {
    Q_OBJECT
public:
    /// A token of the map: of the sentence, or of the training set.
    struct Token {
        bool own = true;
        int index = 0;
        bool operator==(const Token&) const = default;
    };

    explicit StateMapView(QWidget* parent = nullptr);

    /// A new map is shown whole; another sentence in the same map keeps what part of it is seen.
    void setScene(StateMapScene scene);
    [[nodiscard]] const StateMapScene& scene() const { return m_scene; }
    void setEmptyText(const QString& text);
    /// The sentence's token that another view speaks of; −1: none.
    void setLinked(int token);
    /// Tokens of the training set with a ring round them.
    void setRinged(std::vector<int> tokens);

    void showAll();
    void zoom(double factor); ///< about the middle
    [[nodiscard]] const StateMapFrame& frame() const { return m_frame; }
    /// Where a token is drawn in this widget.
    [[nodiscard]] QPointF positionOf(const Token& token) const;
    [[nodiscard]] std::optional<Token> tokenAt(const QPointF& position) const;
    /// What is pointed at, otherwise what was chosen by key or click.
    [[nodiscard]] std::optional<Token> active() const { return m_hovered ? m_hovered : m_chosen; }
    void choose(std::optional<Token> token);

    [[nodiscard]] QSize sizeHint() const override { return {420, 360}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 160}; }

signals:
    void activeChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent*) override { update(); }
    void focusOutEvent(QFocusEvent*) override { update(); }

private:
    void measure();
    void layOut();
    void redraw();
    void setHovered(std::optional<Token> token);
    void setFrame(const StateMapFrame& frame);
    void describe();
    bool walk(int key);
    void paintActive(QPainter& painter) const;
    void paintWord(QPainter& painter, const QPointF& at, const QString& word) const;
    [[nodiscard]] StateMapInks inks() const;
    [[nodiscard]] const TokenLabel& labelOf(const Token& token) const;

    StateMapScene m_scene;
    QString m_emptyText;
    LabelMetrics m_metrics{QFont()};
    double m_type = 12; ///< height of the widget's own type
    StateMapFrame m_frame;
    bool m_whole = true; ///< nothing is cut off: a new size shows everything again
    QPixmap m_base;      ///< everything but what is active; null: to be drawn again
    std::optional<Token> m_hovered, m_chosen;
    int m_linked = -1;
    std::vector<int> m_ringed;
    std::optional<QPointF> m_pressed; ///< where the mouse went down, or was last seen while it drags
    bool m_dragging = false;
};

} // namespace alignoscope::ui
