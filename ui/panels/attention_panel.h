// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/colour_map.h"

#include "alignoscope/attention_snapshot.h"

#include <QWidget>

class QLabel;

namespace alignoscope::ui {

class HeatmapView;
class Playback;
class SentencesPanel;
class Workbench;

/// The picture of the chosen sentence, live or as it was, with a line that says what it is.
class AttentionPanel : public QWidget {
    Q_OBJECT
public:
    AttentionPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences,
                   QWidget* parent = nullptr);

    [[nodiscard]] HeatmapView* heatmap() { return m_heatmap; }
    void setGoldShown(bool shown);

private:
    void show(const AttentionSnapshotPtr& snapshot);
    void refreshGold();
    void refreshEmptyText();

    Workbench& m_workbench;
    Playback& m_playback;
    const SentencesPanel& m_sentences;
    QLabel* m_caption;
    QWidget* m_captionFrame; ///< hidden while there is no picture
    HeatmapView* m_heatmap;
    bool m_goldShown = false;
};

} // namespace alignoscope::ui
