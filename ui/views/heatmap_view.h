// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_shape.h"
#include "ui/figure/reading_order.h"
#include "ui/figure/value_scale.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace alignoscope::ui {

class TokenFocus;

/// The attention of one sentence pair: source tokens along the top, target tokens down the side, a cell a weight.
/// The weight under the pointer (or under the keyboard's cell cursor) is spelled out in the top line.
class HeatmapView : public QWidget {
    Q_OBJECT
public:
    /// A place in the matrix, both counted from 0.
    struct Cell {
        int target = 0;
        int source = 0;
        bool operator==(const Cell&) const = default;
    };

    explicit HeatmapView(QWidget* parent = nullptr);
    ~HeatmapView() override;

    /// Shows a snapshot; null shows the empty state. Cheap while tokens stay the same.
    void setSnapshot(AttentionSnapshotPtr snapshot);
    /// Which of its tokens are shown, and whether pieces of words are joined. Cells count what is shown.
    void setShape(const AttentionShape& shape);
    [[nodiscard]] const AttentionSnapshotPtr& snapshot() const; ///< as it is shown
    /// What stands in the place of the matrix while there is none.
    void setEmptyText(const QString& text);
    void setColourMap(ColourMap map);
    [[nodiscard]] ColourMap colourMap() const;
    /// Which numbers the matrix holds (weights from 0 to 1 unless told) and what its axes are.
    void setLook(const MatrixLook& look);
    [[nodiscard]] const MatrixLook& look() const;
    /// How the words along the top follow each other.
    void setWordOrder(WordOrder order);
    void setHint(const QString& hint); ///< stands in the read-out's place while no cell is pointed at
    /// Tells which tokens are looked at here, and lights up those that other views of the same sentence speak of.
    void followFocus(TokenFocus* focus);
    /// Cells of a known alignment (of the snapshot's own tokens) are outlined: sure links by a line, possible ones by a
    /// dashed line.
    void setGold(std::optional<GoldAlignment> gold);
    [[nodiscard]] const std::optional<GoldAlignment>& gold() const;

    /// The cell cursor of the keyboard; nothing until an arrow key is pressed or it is set.
    void setCursorCell(std::optional<Cell> cell);
    [[nodiscard]] std::optional<Cell> cursorCell() const;
    /// The cell at a point of this widget.
    [[nodiscard]] std::optional<Cell> cellAt(const QPointF& position) const;
    /// Where a cell is drawn in this widget; empty when there is no such cell.
    [[nodiscard]] QRect cellRect(Cell cell) const;
    [[nodiscard]] QRect rowRect(int target) const; ///< all cells of a target token
    /// What the top line says: "zone ← Area  0.83".
    [[nodiscard]] QString readout() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void cellHovered(int target, int source, double weight);
    void cellLeft();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;

    void layOut();
    void reshape();
    void setHovered(std::optional<Cell> cell);
    void activate(bool wasActive);
    void takeFocus();
    void walk(int key);
    void tellFocus();
    void describe();
    void refocus(QFocusEvent* event);
    [[nodiscard]] QString tipAt(const QPointF& position) const;
};

} // namespace alignoscope::ui
