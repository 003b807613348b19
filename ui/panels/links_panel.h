// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/view_panel.h"

#include "alignoscope/attention_snapshot.h"

class QComboBox;
class QLabel;
class QScrollBar;
class QSettings;
class QSlider;
class QToolButton;

namespace alignoscope::ui {

class LinksOverview;
class LinksView;
class NoAlignmentNote;
class Playback;
class SentencesPanel;
class ShapeActions;
class Workbench;

/// The picture of the chosen sentence as lines between its words, live or as it was, and what is to be seen of it.
class LinksPanel : public ViewPanel {
    Q_OBJECT
public:
    LinksPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, ShapeActions& shape,
               QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] LinksView* view() { return m_view; }
    void setGoldShown(bool shown);
    [[nodiscard]] std::optional<ExportContent> exportContent() const override;
    void setColourMap(ColourMap map) override;

private:
    void build(ShapeActions& shape);
    QWidget* buildThreshold();
    QWidget* buildColouring();
    QWidget* buildZoom();
    QToolButton* zoomButton(const char* name, const QString& text, const QString& tip, QWidget* parent);
    void connectPicture();
    void show(const AttentionSnapshotPtr& snapshot);
    void refreshGold();
    void refreshEmptyText();
    void refreshWindow();
    void takeThreshold();
    void takeColouring();

    Workbench& m_workbench;
    Playback& m_playback;
    const SentencesPanel& m_sentences;
    QSettings& m_settings;
    QLabel* m_caption;
    QWidget* m_captionFrame; ///< hidden while there is no picture
    QSlider* m_threshold;
    QLabel* m_thresholdText;
    QComboBox* m_colouring;
    QToolButton *m_zoomOut, *m_fit, *m_zoomIn;
    LinksView* m_view;
    NoAlignmentNote* m_note; ///< in its place where the model has no attention
    LinksOverview* m_overview;
    QScrollBar* m_scrollBar;
    bool m_goldShown = false;
};

} // namespace alignoscope::ui
