// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/token_focus.h"
#include "ui/panels/compare_export.h"
#include "ui/panels/view_panel.h"

#include <QTimer>

#include <array>

class QGridLayout;
class QLabel;
class QPushButton;

namespace alignoscope::ui {

class CompareSideControls;
class ComparisonSide;
class HeatmapView;
class Playback;
class TrainingSession;
class SentencesPanel;
class Workbench;

/// Two pictures of attention side by side and what lies between them. Pointing at a cell of one lights its partner in
/// the others, and in every other view of the same sentence.
class ComparePanel : public ViewPanel {
    Q_OBJECT
public:
    ComparePanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, TokenFocus& focus,
                 QWidget* parent = nullptr);

    [[nodiscard]] std::optional<ExportContent> exportContent() const override;
    void setColourMap(ColourMap map) override;
    /// Those of the two sides.
    [[nodiscard]] std::array<HeatmapView*, 2> heatmaps() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum Pane { A, B, Map };
    /// One of the three matrices.
    struct Part {
        ComparisonSide* side = nullptr;          ///< of A and B
        CompareSideControls* controls = nullptr; ///< of A and B
        QWidget* head = nullptr;
        QLabel* caption = nullptr;
        HeatmapView* heatmap = nullptr;
        TokenFocus focus;               ///< what is lit in this matrix
        std::vector<int> rows, columns; ///< of its tokens, in the difference map
        std::size_t sourceKey = 0, targetKey = 0;
    };
    void build(Workbench& workbench, Playback& playback, const SentencesPanel& sentences);
    QWidget* buildMapHead();
    void arrange(bool wide);
    void swapSides();
    void renew();
    void renewCaptions();
    void renewWordsSoon();
    void renewPlaces();
    void tell(Pane pane, int target, int source);
    void follow(const TokenFocus::Place& place);

    TrainingSession& m_session;
    TokenFocus& m_focus;
    std::array<Part, 3> m_parts;
    std::shared_ptr<const Comparison> m_comparison;
    QGridLayout* m_grid = nullptr;
    QPushButton* m_swap = nullptr;
    QLabel* m_summary = nullptr;
    QTimer m_wordsClock;
    bool m_wide = false;
    bool m_stale = false; ///< something changed while it was not seen
};

} // namespace alignoscope::ui
