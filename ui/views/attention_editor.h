// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QContextMenuEvent;
class QKeyEvent;
class QMouseEvent;

namespace alignoscope::ui {

class HeatmapView;

/// Lies over a heatmap and turns what is done there into wishes to change its attention: a cell dragged along its row,
/// a double click, keys on the cell cursor, the context menu. Marks rows that were changed and columns that are not
/// read. Reading and the cursor stay the heatmap's own.
class AttentionEditor : public QWidget {
    Q_OBJECT
public:
    explicit AttentionEditor(HeatmapView* heatmap); ///< becomes its child

    struct Marks {
        std::vector<bool> fixed;   ///< row → nothing can be changed there; beyond: it can
        std::vector<bool> changed; ///< row → its weights are the user's
        std::vector<bool> blank;   ///< row → it holds no numbers
        std::vector<bool> dropped; ///< column → the model does not read that word
    };
    void setMarks(Marks marks);

signals:
    void moved(int row, int from, int to); ///< the weight of a cell to another column
    void lookOnly(int row, int column);
    void shifted(int row, int column, double by); ///< more or less weight
    void givenBack(int row);                      ///< the row to the model
    void menuWanted(int row, int column, const QPoint& globalPosition);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool press(QMouseEvent* event);
    bool drag(QMouseEvent* event);
    bool release(QMouseEvent* event);
    bool key(QKeyEvent* event);
    bool menu(QContextMenuEvent* event);
    void stopDragging();
    [[nodiscard]] bool editable(int row) const;
    void paintMarks(QPainter& painter, int lastRow, int lastColumn) const;
    void paintDrag(QPainter& painter) const;

    HeatmapView* m_heatmap;
    Marks m_marks;
    int m_row = -1, m_from = -1, m_to = -1; ///< what is being dragged; −1: nothing
};

} // namespace alignoscope::ui
