// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/view_panel.h"

#include <array>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace alignoscope::ui {

class HeatmapView;
class PairColumn;
class PairCurves;
class PairSetup;
class PairSide;
class Playback;
class SentencesPanel;
class Workbench;

/// Two kinds of attention, trained on the same batches in turn, and both pictures of the chosen sentence live.
class SideBySidePanel : public ViewPanel {
    Q_OBJECT
public:
    SideBySidePanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences,
                    QWidget* parent = nullptr);

    void setGoldShown(bool shown);
    [[nodiscard]] std::optional<ExportContent> exportContent() const override;
    void setColourMap(ColourMap map) override;
    [[nodiscard]] std::array<HeatmapView*, 2> heatmaps() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildPictures(Playback& playback);
    void begin();
    void refresh();
    void refreshGold();
    [[nodiscard]] QString state() const;

    Workbench& m_workbench;
    const SentencesPanel& m_sentences;
    QStackedWidget* m_pages;
    PairSetup* m_setup;
    QWidget* m_pictures = nullptr;
    std::array<PairSide*, 2> m_sides{};
    std::array<PairColumn*, 2> m_columns{};
    PairCurves* m_curves = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_another = nullptr;
    bool m_hadPicture = false, m_goldShown = false;
};

} // namespace alignoscope::ui
