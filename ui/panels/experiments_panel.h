// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/experiment_job.h"
#include "ui/models/experiment_runs.h"
#include "ui/panels/view_panel.h"

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace alignoscope::ui {

class ExperimentRunsBox;
class LineChartView;
class SegmentButton;
class TestChoice;
class Workbench;

/// What several trainings show together: BLEU by sentence length of several runs (Bahdanau et al. 2015, figure 2), and
/// how many encoder states one of them needs.
class ExperimentsPanel : public ViewPanel {
    Q_OBJECT
public:
    explicit ExperimentsPanel(Workbench& workbench, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<ExportContent> exportContent() const override;
    void setColourMap(ColourMap) override { } // there are no matrices here

    [[nodiscard]] ExperimentRunsBox& runsBox() { return *m_box; }
    [[nodiscard]] TestChoice& test() { return *m_test; }
    void setPlan(const LengthPlan& plan) { m_plan = plan; } ///< of "Train the four models"; tests have a small one
    using Ask = std::function<QString(QWidget* parent, const QString& title, const QString& start)>;
    void setAskForFolder(Ask ask) { m_askForFolder = std::move(ask); } ///< where they are kept

private:
    void build();
    QWidget* buildActions();
    QLayout* buildProgress();
    void connectParts();
    void ask();
    void train();
    void say(const QString& message);
    void draw();
    void refresh();
    [[nodiscard]] std::vector<LengthCurve> shownCurves() const;
    [[nodiscard]] const StateCurve* chosenStates() const;
    [[nodiscard]] std::vector<TestedRun> runsToAsk() const;
    [[nodiscard]] QString hint() const;

    Workbench& m_workbench;
    LengthPlan m_plan = usualLengthPlan();
    Ask m_askForFolder;
    ExperimentRuns m_runs;
    ExperimentRunsBox* m_box;
    TestChoice* m_test;
    SegmentButton* m_lengths;
    SegmentButton* m_states;
    QPushButton* m_ask;
    QPushButton* m_train;
    QPushButton* m_cancel;
    QProgressBar* m_progress;
    QLabel* m_message;
    QLabel* m_hint;
    LineChartView* m_chart;
    ExperimentJob m_job; // last: it ends before what it uses
};

} // namespace alignoscope::ui
