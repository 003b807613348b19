// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/history_panel.h"

#include "ui/bridge/film.h"
#include "ui/bridge/playback.h"
#include "ui/bridge/timeline_stops.h"
#include "ui/bridge/workbench.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/views/curves_view.h"
#include "ui/views/timeline_view.h"

#include <QVBoxLayout>

#include <algorithm>

namespace alignoscope::ui {

HistoryPanel::HistoryPanel(Workbench& workbench, Playback& playback, Film& film, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_playback(playback), m_film(film)
{
    build();
    connectFilm();
    connectTimeline();
    connectCurves();
    clear();
}

void HistoryPanel::build()
{
    m_timeline = new TimelineView(this);
    m_timeline->setObjectName("timeline");
    m_timeline->setAccessibleName(tr("Timeline of the chosen sentence"));
    m_curves = new CurvesView(this);
    m_curves->setObjectName("curves");
    m_curves->setAccessibleName(tr("Curves of the training"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(2);
    layout->addWidget(m_timeline);
    layout->addWidget(m_curves, 1);
}

void HistoryPanel::connectFilm()
{
    connect(m_timeline, &TimelineView::playRequested, &m_film, [this](bool play) {
        if (play)
            m_film.play();
        else
            m_film.pause();
        m_timeline->setPlaying(m_film.playing());
    });
    connect(m_timeline, &TimelineView::speedChosen, &m_film, &Film::setSpeed);
    connect(m_timeline, &TimelineView::loopChosen, &m_film, &Film::setLooping);
    connect(&m_film, &Film::playingChanged, m_timeline, &TimelineView::setPlaying);
    // who takes the timeline in hand stops the film
    connect(m_timeline, &TimelineView::stepChosen, &m_film, &Film::pause);
    connect(m_timeline, &TimelineView::neighbourRequested, &m_film, &Film::pause);
    connect(m_timeline, &TimelineView::liveRequested, &m_film, &Film::pause);
}

void HistoryPanel::connectTimeline()
{
    connect(m_timeline, &TimelineView::stepChosen, &m_playback, &Playback::goToStep);
    connect(m_timeline, &TimelineView::neighbourRequested, &m_playback, &Playback::goToNeighbour);
    connect(m_timeline, &TimelineView::liveRequested, &m_playback, &Playback::goLive);
    connect(&m_playback, &Playback::stepsChanged, m_timeline, &TimelineView::setSteps);
    connect(&m_playback, &Playback::liveChanged, this, [this](bool live) {
        m_timeline->setLive(live);
        markStep();
    });
    connect(&m_playback, &Playback::pictureChanged, this, [this](const AttentionSnapshotPtr& snapshot) {
        if (snapshot && !m_playback.live())
            m_timeline->setCurrentStep(snapshot->step);
        markStep();
    });
}

void HistoryPanel::connectCurves()
{
    connect(m_curves, &CurvesView::exportRequested, this, [this] {
        std::optional<ExportContent> content = m_curves->exportContent();
        if (!content)
            return;
        auto* dialog = new ExportDialog(std::move(*content), ColourMap::Viridis, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    TrainingSession& session = m_workbench.session();
    connect(&session, &TrainingSession::stepped, this, [this](const std::vector<StepReport>& steps) {
        for (const StepReport& step : steps)
            m_curves->addStep(step);
    });
    connect(&session, &TrainingSession::validated, this, &HistoryPanel::addValidation);
    connect(&m_workbench, &Workbench::changed, this, [this] { m_curves->setTask(m_workbench.task()); });
    connect(&m_workbench, &Workbench::runCleared, this, &HistoryPanel::clear);
    connect(&m_workbench, &Workbench::runOpened, this, [this](const OpenedRunPtr& run) { show(run->events); });
    connect(&m_workbench.reader(), &RunReader::alignmentRead, this, [this](const std::vector<AlignmentPoint>& points) {
        std::vector<ValidationReport> reports;
        for (const AlignmentPoint& point : points) {
            ValidationReport& report = reports.emplace_back();
            report.step = point.step;
            report.aer = point.score.aer;
            report.alignmentPrecision = point.score.precision;
            report.alignmentRecall = point.score.recall;
            report.match = point.agreement.match();
            report.mass = point.agreement.mass();
        }
        m_curves->setAlignment(std::move(reports));
    });
    m_curves->setMeasure(CurvesView::Measure::AlignmentErrorRate);
}

void HistoryPanel::clear()
{
    m_validations.clear();
    m_timeline->setValidationSteps({});
    m_timeline->setSteps({});
    m_timeline->setLive(true);
    m_curves->clear();
    m_curves->setTimelineStep({});
}

void HistoryPanel::addValidation(const ValidationReport& report)
{
    std::erase_if(m_validations, [&report](qint64 step) { return step >= report.step; }); // a run gone on with
    m_validations.push_back(report.step);
    if (m_validations.size() > 2 * TimelineStops::usualLimit)
        m_validations = evenChoice(m_validations, TimelineStops::usualLimit);
    m_timeline->setValidationSteps(m_validations);
    m_curves->addValidation(report);
}

void HistoryPanel::show(const std::vector<TrainingEvent>& events)
{
    for (const TrainingEvent& event : events) {
        if (const auto* step = std::get_if<StepReport>(&event.what))
            m_curves->addStep(*step);
        else if (const auto* report = std::get_if<ValidationReport>(&event.what))
            addValidation(*report);
    }
}

void HistoryPanel::markStep()
{
    const AttentionSnapshotPtr& shown = m_playback.shown();
    if (m_playback.live() || !shown) {
        m_curves->setTimelineStep({});
        return;
    }
    m_curves->setTimelineStep(shown->step);
}

} // namespace alignoscope::ui
