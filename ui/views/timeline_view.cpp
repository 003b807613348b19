// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/timeline_view.h"

#include "ui/bridge/film.h"
#include "ui/icons.h"
#include "ui/views/timeline_track.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace alignoscope::ui {

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent), m_track(new TimelineTrack(this)), m_previous(new QToolButton(this)),
      m_next(new QToolButton(this)), m_live(new QToolButton(this)), m_play(new QToolButton(this)),
      m_loop(new QToolButton(this)), m_speed(new QDoubleSpinBox(this)), m_label(new QLabel(this))
{
    setObjectName("timelineView");
    build();
    connect(m_previous, &QToolButton::clicked, this, [this] { stepBy(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { stepBy(1); });
    connect(m_live, &QToolButton::clicked, this, [this] {
        setLive(true);
        emit liveRequested();
    });
    connect(m_track, &QSlider::valueChanged, this, &TimelineView::chooseStop);
    connect(m_track, &TimelineTrack::validationRequested, this, &TimelineView::goToValidation);
    connect(m_track, &TimelineTrack::playRequested, m_play, &QToolButton::click);
    connect(m_play, &QToolButton::clicked, this, &TimelineView::playRequested);
    connect(m_loop, &QToolButton::toggled, this, &TimelineView::loopChosen);
    connect(m_speed, &QDoubleSpinBox::valueChanged, this, &TimelineView::speedChosen);
    refresh();
}

void TimelineView::build()
{
    m_previous->setObjectName("timelinePrevious");
    m_previous->setArrowType(Qt::LeftArrow);
    m_previous->setToolTip(tr("Snapshot before"));
    m_previous->setAccessibleName(tr("Snapshot before"));
    m_next->setObjectName("timelineNext");
    m_next->setArrowType(Qt::RightArrow);
    m_next->setToolTip(tr("Snapshot after"));
    m_next->setAccessibleName(tr("Snapshot after"));
    for (QToolButton* button : {m_previous, m_next}) {
        button->setAutoRaise(true);
        button->setAutoRepeat(true);
    }
    m_live->setObjectName("timelineLive");
    m_live->setText(tr("Live"));
    m_live->setCheckable(true);
    m_live->setToolTip(tr("Follow training: always show the newest snapshot"));
    buildFilm();
    m_track->setObjectName("timelineTrack");
    m_track->setToolTip(tr("Arrow keys: the picture before and after; with Shift: the validation before and after; "
                           "space bar: play"));
    m_track->setAccessibleName(tr("Training step shown"));
    m_label->setObjectName("timelineLabel");
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 4, 6, 4);
    row->setSpacing(6);
    row->addWidget(m_play);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_track, 1);
    row->addWidget(m_label);
    row->addWidget(m_loop);
    row->addWidget(m_speed);
    row->addWidget(m_live);
}

void TimelineView::buildFilm()
{
    m_play->setObjectName("timelinePlay");
    m_play->setCheckable(true);
    m_play->setAutoRaise(true);
    m_loop->setObjectName("timelineLoop");
    m_loop->setIcon(themedIcon("loop"));
    m_loop->setCheckable(true);
    m_loop->setAutoRaise(true);
    m_loop->setToolTip(tr("Begin again after the last picture"));
    m_loop->setAccessibleName(tr("Play again and again"));
    m_speed->setObjectName("timelineSpeed");
    m_speed->setRange(Film::slowest, Film::fastest);
    m_speed->setDecimals(1);
    m_speed->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_speed->setValue(Film::usual);
    m_speed->setSuffix(tr(" /s"));
    m_speed->setToolTip(tr("Pictures a second"));
    m_speed->setAccessibleName(m_speed->toolTip());
    setPlaying(false);
}

void TimelineView::setPlaying(bool playing)
{
    const QSignalBlocker quiet(m_play);
    m_play->setChecked(playing);
    m_play->setIcon(themedIcon(playing ? "pause" : "start"));
    m_play->setToolTip(playing ? tr("Pause the film") : tr("Play what was learnt like a film"));
    m_play->setAccessibleName(m_play->toolTip());
}

void TimelineView::setSpeed(double picturesPerSecond)
{
    const QSignalBlocker quiet(m_speed);
    m_speed->setValue(picturesPerSecond);
}

void TimelineView::goToValidation(int direction)
{
    const auto step = currentStep();
    if (!step)
        return;
    const std::vector<qint64>& marks = m_validationSteps;
    const auto after = std::upper_bound(marks.begin(), marks.end(), *step);
    const auto from = std::lower_bound(marks.begin(), marks.end(), *step);
    if (direction > 0 && after != marks.end())
        m_track->setValue(m_track->stopOf(*after));
    else if (direction < 0 && from != marks.begin())
        m_track->setValue(m_track->stopOf(*std::prev(from)));
}

void TimelineView::setSteps(std::vector<qint64> steps, bool someLeftOut)
{
    m_someLeftOut = someLeftOut;
    const auto current = currentStep();
    {
        const QSignalBlocker quiet(m_track);
        m_track->setSteps(std::move(steps));
        if (m_isLive || !current)
            m_track->setValue(m_track->maximum());
        else
            m_track->setValue(m_track->stopOf(*current));
    }
    refresh();
}

void TimelineView::setValidationSteps(std::vector<qint64> steps)
{
    m_validationSteps = steps;
    m_track->setValidationSteps(std::move(steps));
}

void TimelineView::setLive(bool live)
{
    m_isLive = live;
    if (live) {
        m_between.reset();
        const QSignalBlocker quiet(m_track);
        m_track->setValue(m_track->maximum());
    }
    refresh();
}

void TimelineView::setCurrentStep(qint64 step)
{
    const QSignalBlocker quiet(m_track);
    m_track->setValue(m_track->stopOf(step));
    m_between.reset();
    if (currentStep() != step && m_someLeftOut)
        m_between = step;
    refresh();
}

std::optional<qint64> TimelineView::currentStep() const
{
    if (m_track->steps().empty())
        return std::nullopt;
    if (m_between)
        return m_between;
    return m_track->steps()[static_cast<std::size_t>(m_track->sliderPosition())];
}

void TimelineView::stepBy(int stops)
{
    if (m_someLeftOut)
        emit neighbourRequested(stops);
    else
        m_track->setValue(m_track->value() + stops);
}

void TimelineView::chooseStop(int)
{
    m_isLive = false;
    m_between.reset();
    refresh();
    if (const auto step = currentStep())
        emit stepChosen(*step);
}

void TimelineView::refresh()
{
    const auto step = currentStep();
    m_track->setEnabled(step.has_value());
    m_play->setEnabled(m_track->steps().size() > 1);
    m_track->update();
    m_previous->setEnabled(step && *step > m_track->steps().front());
    m_next->setEnabled(step && *step < m_track->steps().back());
    m_live->setChecked(m_isLive);
    if (step) { // room for the longest text, so that the line keeps its length while it is dragged
        const QString last = locale().toString(m_track->steps().back());
        m_label->setMinimumWidth(m_label->fontMetrics().horizontalAdvance(tr("step %1 of %2").arg(last, last)) + 2);
    }
    m_label->setText(step
                         ? tr("step %1 of %2").arg(locale().toString(*step), locale().toString(m_track->steps().back()))
                         : tr("no snapshots yet"));
    m_track->setAccessibleDescription(m_label->text());
}

} // namespace alignoscope::ui
