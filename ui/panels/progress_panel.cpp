// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/progress_panel.h"

#include "ui/bridge/workbench.h"
#include "ui/panels/still_frame.h"
#include "ui/panels/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>

#include <algorithm>

namespace alignoscope::ui {

ProgressPanel::ProgressPanel(Workbench& workbench, QWidget* parent) : QWidget(parent), m_workbench(workbench)
{
    m_bar = new QProgressBar(this);
    m_bar->setObjectName("progressBar");
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setMinimumWidth(80);
    m_bar->setMaximumWidth(220);
    m_text = new QLabel(this);
    m_text->setObjectName("progressText");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 6, 0);
    layout->addStretch(1);
    layout->addWidget(m_bar, 1, Qt::AlignVCenter);
    layout->addSpacing(4);
    layout->addWidget(new StillFrame(m_text, this));

    connect(&workbench, &Workbench::loadProgressed, this, [this](double fraction, const QString& what) {
        m_loading = what;
        m_bar->setValue(qRound(fraction * 1000));
        refresh();
    });
    connect(&workbench.session(), &TrainingSession::stepped, this,
            [this](const std::vector<StepReport>& steps) { takeStep(steps.back()); });
    connect(&workbench.pair().session(), &TrainingSession::stepped, this,
            [this](const std::vector<StepReport>& steps) { m_secondLeft = steps.back().secondsLeft; });
    connect(&workbench, &Workbench::runCleared, this, [this] {
        m_secondLeft = 0;
        m_step.reset();
        m_result.reset();
        m_bar->setValue(0);
        refresh();
    });
    connect(&workbench, &Workbench::trainingFinished, this, [this](const RunFinished& result) {
        m_result = result;
        refresh();
    });
    connect(&workbench, &Workbench::runOpened, this, [this](const OpenedRunPtr& run) {
        for (const TrainingEvent& event : run->events) {
            if (const auto* step = std::get_if<StepReport>(&event.what))
                m_step = *step;
            else if (const auto* result = std::get_if<RunFinished>(&event.what))
                m_result = *result;
        }
        refresh();
    });
    connect(&workbench, &Workbench::changed, this, &ProgressPanel::refresh);
    refresh();
}

void ProgressPanel::takeStep(const StepReport& step)
{
    m_step = step;
    refresh();
}

void ProgressPanel::refresh()
{
    if (m_workbench.session().active()) {
        m_bar->setValue(m_step ? qRound(m_step->progress * 1000) : 0);
        m_text->setText(trainingText());
    } else if (m_workbench.isTraining()) {
        m_text->setText(m_workbench.paused() ? tr("paused: the second model of the pair")
                                             : tr("the second model of the pair is finishing…"));
    } else if (m_workbench.loading()) {
        m_text->setText(m_loading.isEmpty() ? tr("Loading…") : m_loading);
    } else {
        m_bar->setValue(m_step ? qRound(m_step->progress * 1000) : 0);
        m_text->setText(restingText());
    }
    m_bar->setVisible(m_workbench.isTraining() || m_workbench.loading() || m_step);
}

QString ProgressPanel::trainingText() const
{
    TrainingSession& session = m_workbench.session();
    if (session.stopping())
        return tr("Stopping, saving the model…");
    if (session.phase() == Phase::Preparing || !m_step)
        return tr("Preparing the model…");
    const int epochs = m_workbench.experiment().training.epochs;
    QStringList parts;
    parts << (epochs > 0 ? tr("epoch %1/%2").arg(m_step->epoch).arg(epochs) : tr("epoch %1").arg(m_step->epoch));
    if (session.phase() == Phase::Validating)
        parts << tr("checking on unseen sentences…");
    else if (session.phase() == Phase::Saving)
        parts << tr("saving…");
    else if (session.paused())
        parts << tr("paused at step %1").arg(countText(m_step->step));
    else if (m_step->targetTokensPerSecond > 0)
        parts << (m_workbench.task() == Task::Classification ? tr("%1 texts/s") : tr("%1 words/s"))
                     .arg(roughCountText(m_step->targetTokensPerSecond));
    if (m_step->secondsLeft >= 0 && !session.paused()) {
        const bool pair = m_workbench.pair().session().active(); // they take turns, so their times add up
        parts << tr("%1 left").arg(durationText(m_step->secondsLeft + (pair ? std::max(0.0, m_secondLeft) : 0)));
    }
    return parts.join(" · ");
}

QString ProgressPanel::restingText() const
{
    if (m_result) {
        QStringList parts{m_result->reason == StopReason::Requested ? tr("stopped") : tr("finished")};
        if (m_result->reason == StopReason::NotANumber || m_result->reason == StopReason::Failed)
            parts = QStringList{tr("stopped by a problem")};
        if (m_result->validationLoss >= 0)
            parts << tr("validation loss %1").arg(lossText(m_result->validationLoss));
        if (m_result->validationBleu >= 0)
            parts << tr("BLEU %1").arg(QLocale().toString(m_result->validationBleu, 'f', 1));
        return parts.join(" · ");
    }
    if (m_workbench.dataset())
        return (m_workbench.task() == Task::Classification ? tr("ready: %1 texts") : tr("ready: %1 sentence pairs"))
            .arg(countText(static_cast<qint64>(m_workbench.dataset()->training.size())));
    return {};
}

} // namespace alignoscope::ui
