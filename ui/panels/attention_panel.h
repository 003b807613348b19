// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/view_panel.h"

#include "alignoscope/attention_snapshot.h"

class QLabel;

namespace alignoscope::ui {

class HeatmapView;
class NoAlignmentNote;
class Playback;
class SentencesPanel;
class Workbench;

/// The picture of the chosen sentence, live or as it was, with a line that says what it is.
class AttentionPanel : public ViewPanel {
    Q_OBJECT
public:
    AttentionPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences,
                   QWidget* parent = nullptr);

    [[nodiscard]] HeatmapView* heatmap() { return m_heatmap; }
    void setGoldShown(bool shown);
    [[nodiscard]] std::optional<ExportContent> exportContent() const override;
    void setColourMap(ColourMap map) override;

private:
    void show(const AttentionSnapshotPtr& snapshot);
    void refreshGold();
    void takeTask();
    void refreshEmptyText();

    Workbench& m_workbench;
    Playback& m_playback;
    const SentencesPanel& m_sentences;
    QLabel* m_caption;
    QWidget* m_captionFrame; ///< hidden while there is no picture
    HeatmapView* m_heatmap;
    NoAlignmentNote* m_note; ///< in its place where the model has no attention
    bool m_goldShown = false;
    bool m_texts = false; ///< of a classifier: its only row is the label
};

} // namespace alignoscope::ui
