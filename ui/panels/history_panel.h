// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/training_event.h"

#include <QWidget>

#include <vector>

namespace alignoscope::ui {

class CurvesView;
class Film;
class Playback;
class TimelineView;
class Workbench;

/// The bottom of the window: the timeline of the chosen sentence above the curves of the run.
class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    HistoryPanel(Workbench& workbench, Playback& playback, Film& film, QWidget* parent = nullptr);

private:
    void build();
    void connectTimeline();
    void connectFilm();
    void connectCurves();
    void addValidation(const ValidationReport& report);
    void clear();
    void show(const std::vector<TrainingEvent>& events);
    void markStep();

    Workbench& m_workbench;
    Playback& m_playback;
    Film& m_film;
    TimelineView* m_timeline;
    CurvesView* m_curves;
    std::vector<qint64> m_validations;
};

} // namespace alignoscope::ui
