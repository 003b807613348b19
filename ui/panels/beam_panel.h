// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model_job.h"
#include "ui/figure/beam_layout.h"
#include "ui/panels/beam_place.h"
#include "ui/panels/view_panel.h"

class QLabel;
class QSpinBox;
class QSplitter;

namespace alignoscope::ui {

class BeamDetails;
class BeamStepBar;
class BeamTreeView;
class HeatmapView;
class Playback;
class QuestionBar;
class SentencesPanel;
class Workbench;

/// How the model searches for a translation: the tree of everything it tried, step by step, and the attention of each
/// of them. Object names: beamWidth, beamLikeliest, beamReadout, and those of its parts.
class BeamPanel : public ViewPanel {
    Q_OBJECT
public:
    BeamPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, QWidget* parent = nullptr);

    [[nodiscard]] HeatmapView* heatmap();
    [[nodiscard]] std::optional<ExportContent> exportContent() const override;
    void setColourMap(ColourMap map) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(Playback& playback, const SentencesPanel& sentences);
    QSpinBox* addNumber(const char* name, const QString& label, int most, const QString& tip);
    void connectParts();
    void ask(const QString& source);
    void show(const BeamTracePtr& trace);
    void showStep(int step);
    void showChosen();
    void tell();
    void refreshEmptyText();

    Workbench& m_workbench;
    QuestionBar* m_question;
    QSpinBox* m_width;
    QSpinBox* m_likeliest;
    BeamStepBar* m_steps;
    BeamTreeView* m_tree;
    BeamDetails* m_details;
    QLabel* m_readout;
    QSplitter* m_splitter;
    BeamPlace m_place;
    int m_wishedStep = -1; ///< −1: the last one, however many there are
    bool m_filling = false;
    bool m_arranged = false; ///< tree and details, by hand
    ModelJob m_job;
};

} // namespace alignoscope::ui
