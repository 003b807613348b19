// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/workbench.h"

#include "alignoscope/error.h"
#include "alignoscope/run.h"

#include <utility>

namespace alignoscope::ui {
namespace {

Experiment attendingWith(Experiment experiment, const AttentionOptions& attention)
{
    if (experiment.model.attention != attention)
        experiment.preset.clear(); // its values are no longer all the preset's
    experiment.model.attention = attention;
    return experiment;
}

} // namespace

void Workbench::connectPair()
{
    connect(&m_pair.session(), &TrainingSession::stateChanged, this, &Workbench::changed);
    connect(&m_pair.session(), &TrainingSession::finished, this, [this] {
        if (const auto folder = m_pair.members()[1].folder; !folder.empty() && Run::isRun(folder))
            m_library.remember(folder);
        emit changed();
    });
    connect(&m_pair, &PairedRuns::changed, this, &Workbench::changed);
}

bool Workbench::isTraining() const
{
    return m_session.active() || m_pair.session().active();
}

bool Workbench::paused() const
{
    return m_session.active() ? m_session.paused() : m_pair.session().paused();
}

bool Workbench::isStopping() const
{
    return m_session.stopping() || m_pair.session().stopping();
}

TrainingSession& Workbench::leading()
{
    return m_session.active() || !m_pair.session().active() ? m_session : m_pair.session();
}

QString Workbench::whyNotStartPair(const AttentionOptions& first, const AttentionOptions& second) const
{
    if (const QString why = whyNotStart(); !why.isEmpty())
        return why;
    if (m_experiment.model.task != Task::Translation)
        return tr("These are kinds of attention of a model that translates. Choose one in the Model menu.");
    try {
        validate(attendingWith(m_experiment, first));
        validate(attendingWith(m_experiment, second));
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

void Workbench::startPair(const AttentionOptions& first, const AttentionOptions& second)
{
    if (!whyNotStartPair(first, second).isEmpty())
        return;
    clearRun();
    constexpr int shortLabel = 36; // characters: the kind must not be cut off
    const auto folderFor = [&](const AttentionOptions& attention, const QString& more) {
        return m_library.newFolder(QString::fromStdString(m_experiment.corpus.label()).left(shortLabel) + ' '
                                   + QString::fromStdString(attention.kind) + more);
    };
    m_experiment = attendingWith(std::move(m_experiment), first);
    const Experiment other = attendingWith(m_experiment, second);
    m_folder = folderFor(first, {});
    const auto otherFolder = folderFor(second, first.kind == second.kind ? QStringLiteral(" second") : QString());
    auto gates = PauseGate::inTurn(2);
    m_session.start({.dataset = m_dataset, .experiment = m_experiment, .folder = m_folder},
                    TrainingSession::Begin::Running, std::move(gates[0]));
    m_pair.session().start({.dataset = m_dataset, .experiment = other, .folder = otherFolder},
                           TrainingSession::Begin::Running, std::move(gates[1]));
    m_pair.set({{{m_folder, first}, {otherFolder, second}}});
    m_reader.use(m_folder);
    m_experiment.watch.clear(); // the trainers watch them now
    emit optionsChanged();
    emit trainingStarted();
    emit pendingChanged();
    emit changed();
}

} // namespace alignoscope::ui
