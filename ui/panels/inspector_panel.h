// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_shape.h"
#include "alignoscope/classification.h"
#include "ui/figure/value_scale.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QLabel;
class QStackedLayout;

namespace alignoscope::ui {

class HeatmapView;
class LinksView;
class TextAttentionView;
class WeightBars;

/// The cell under the pointer in numbers, and the row it stands in. Follows the picture while it changes.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(QWidget* parent = nullptr);

    /// Shows the cells of that view from now on.
    void follow(HeatmapView* view);
    void follow(LinksView* view);
    void follow(TextAttentionView* view);
    void setTask(Task task);                                ///< of the model: what a row is
    void setSnapshot(const AttentionSnapshotPtr& snapshot); ///< as the model gave it
    void setShape(const AttentionShape& shape);             ///< which of its tokens the views show
    void setCell(int target, int source);
    void clearCell();

private:
    struct Cell {
        int target = 0;
        int source = 0;
    };
    void refresh();

    AttentionSnapshotPtr m_snapshot; ///< as the views show it
    AttentionShape m_shape;
    ValueScale m_scale; ///< which numbers they are
    std::optional<Cell> m_cell;
    Task m_task = Task::Translation;
    QPointer<HeatmapView> m_view;       ///< where that cell is
    QPointer<TextAttentionView> m_text; ///< or that word
    QStackedLayout* m_stack;
    QLabel* m_empty;
    QLabel* m_title;
    QLabel* m_weight;
    QLabel* m_rowTitle;
    WeightBars* m_bars;
    QLabel* m_spread;
};

} // namespace alignoscope::ui
