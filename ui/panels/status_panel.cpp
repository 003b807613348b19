// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/status_panel.h"

#include "ui/bridge/paths.h"
#include "ui/bridge/process_memory.h"
#include "ui/bridge/workbench.h"
#include "ui/panels/still_frame.h"
#include "ui/panels/wording.h"

#include <QLabel>
#include <QLocale>
#include <QStatusBar>
#include <QThread>
#include <QTime>

namespace alignoscope::ui {

StatusPanel::StatusPanel(Workbench& workbench, QStatusBar* bar) : QObject(bar), m_workbench(workbench), m_bar(bar)
{
    m_run = new QLabel(bar);
    m_run->setObjectName("statusRun");
    m_run->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_run->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    bar->addWidget(m_run, 1);
    m_checkpoint = addPart("statusCheckpoint", tr("When the model was saved last"));
    m_step = addPart("statusStep", tr("Updates of the model so far"));
    m_threads = addPart("statusThreads", tr("Processor threads the training uses"));
    m_memory = addPart("statusMemory", tr("Memory this program holds"));

    TrainingSession& session = workbench.session();
    connect(&session, &TrainingSession::stepped, this, [this](const std::vector<StepReport>& steps) {
        m_lastStep = steps.back().step;
        m_step->setText(tr("step %1").arg(countText(m_lastStep)));
    });
    connect(&session, &TrainingSession::checkpointSaved, this, [this](const CheckpointSaved& saved) {
        m_saved = tr("saved %1 (%2)")
                      .arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat), bytesText(saved.bytes));
        refresh();
    });
    connect(&workbench, &Workbench::runCleared, this, [this] {
        m_saved.clear();
        m_step->clear();
    });
    connect(&workbench, &Workbench::runOpened, this, [this](const OpenedRunPtr& run) {
        for (const TrainingEvent& event : run->events) {
            if (const auto* step = std::get_if<StepReport>(&event.what))
                m_step->setText(tr("step %1").arg(countText(step->step)));
        }
    });
    connect(&workbench, &Workbench::changed, this, &StatusPanel::refresh);
    connect(&m_slowly, &QTimer::timeout, this, &StatusPanel::refreshMemory);
    m_slowly.start(2000);
    refresh();
    refreshMemory();
}

QLabel* StatusPanel::addPart(const char* name, const QString& tip)
{
    auto* part = new QLabel(m_bar);
    part->setObjectName(name);
    part->setToolTip(tip);
    part->setMargin(3);
    m_bar->addPermanentWidget(new StillFrame(part, m_bar));
    return part;
}

void StatusPanel::refresh()
{
    QString text, tip;
    if (!m_workbench.folder().empty()) {
        text = tr("Run: %1").arg(toQString(m_workbench.folder().filename()));
        tip = tr("Kept in %1").arg(toQString(m_workbench.folder()));
    } else if (m_workbench.dataset())
        text = tr("Dataset: %1").arg(QString::fromStdString(m_workbench.experiment().corpus.label()));
    else
        text = m_workbench.whyNotStart();
    m_run->setText(text);
    m_run->setToolTip(tip.isEmpty() ? text : tip);
    const int asked = m_workbench.experiment().training.threads;
    const int threads = asked > 0 ? asked : QThread::idealThreadCount();
    m_threads->setText(threads == 1 ? tr("1 thread") : tr("%1 threads").arg(threads));
    m_checkpoint->setText(m_saved);
}

void StatusPanel::refreshMemory()
{
    m_memory->setText(bytesText(residentBytes()));
}

} // namespace alignoscope::ui
