// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/pair_side.h"

#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"

namespace alignoscope::ui {

static constexpr SentenceId nothing{-1};

PairSide::PairSide(Workbench& workbench, Playback& playback, std::size_t place, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_playback(playback), m_place(place)
{
    connect(&workbench.pair(), &PairedRuns::changed, this, &PairSide::begin);
    follow(workbench.session());
    if (place == 1)
        follow(workbench.pair().session());
    connect(&playback, &Playback::sentenceChanged, this, [this](SentenceId sentence) {
        if (m_place == 1)
            m_workbench.pair().session().focus(sentence);
        show(nullptr);
        renew();
        emit numbersChanged();
    });
    connect(&playback, &Playback::liveChanged, this, &PairSide::renew);
    connect(&playback, &Playback::pictureChanged, this, [this] {
        if (!m_playback.live())
            renew();
    });
    connect(&m_finder, &PictureFinder::found, this, [this](const FoundPicture& found) { show(found.picture); });
    connect(&m_finder, &PictureFinder::failed, this, [this](const QString& message) {
        m_lost = message;
        show(nullptr);
    });
}

// The window's session trains whichever run is open, so what it tells is this run's only while this run is open.
void PairSide::follow(TrainingSession& session)
{
    const auto mine = [this, &session] {
        const bool neverKept = m_place == 0 && m_workbench.folder().empty(); // it failed before there was a run
        return m_workbench.pair().exists() && (&session != &m_workbench.session() || isOpen() || neverKept);
    };
    connect(&session, &TrainingSession::stepped, this, [this, mine](const std::vector<StepReport>& steps) {
        if (!mine())
            return;
        m_step = steps.back();
        emit stepped(steps);
        emit numbersChanged();
    });
    connect(&session, &TrainingSession::validated, this, [this, mine](const ValidationReport& report) {
        if (!mine())
            return;
        m_validation = report;
        emit validated(report);
        emit numbersChanged();
    });
    connect(&session, &TrainingSession::sentencesScored, this, [this, mine](const SentencesScored& scored) {
        if (!mine())
            return;
        for (const SentenceScore& score : scored.scores)
            m_translations[score.id] = QString::fromStdString(score.translation);
        emit numbersChanged();
    });
    connect(&session, &TrainingSession::pictureReady, this, [this, mine](const AttentionSnapshotPtr& picture) {
        if (mine())
            takePicture(picture);
    });
    connect(&session, &TrainingSession::stateChanged, this, [this, mine] {
        if (mine())
            emit numbersChanged();
    });
    connect(&session, &TrainingSession::finished, this, [this, mine](const RunFinished& result) {
        if (!mine())
            return;
        m_result = result;
        emit numbersChanged();
    });
}

void PairSide::begin()
{
    m_finder.cancel();
    m_newest.clear();
    m_translations.clear();
    m_step.reset();
    m_validation.reset();
    m_result.reset();
    m_lost.clear();
    show(nullptr);
    emit begun();
    emit numbersChanged();
}

const PairedRuns::Member& PairSide::member() const
{
    return m_workbench.pair().members()[m_place];
}

const AttentionKind& PairSide::kind() const
{
    return attentionKind(member().attention.kind);
}

bool PairSide::isTraining() const
{
    return (isOpen() && m_workbench.session().active()) || (m_place == 1 && m_workbench.pair().session().active());
}

bool PairSide::isOpen() const
{
    return m_workbench.pair().exists() && m_workbench.folder() == member().folder;
}

QString PairSide::problem() const
{
    if (!m_workbench.pair().exists())
        return {};
    if (!kind().aligns)
        return tr("There is no alignment to draw: this model has no attention.\n\nWhich source words mattered can be "
                  "measured all the same: open this run, then the tab Explanation.");
    if (m_result && !m_result->message.empty() && m_newest.empty())
        return QString::fromStdString(m_result->message);
    if (!m_lost.isEmpty())
        return m_lost;
    return isTraining() ? tr("The first picture appears in a moment.") : tr("There is no picture of this sentence.");
}

QString PairSide::translation() const
{
    const auto found = m_translations.find(m_playback.chosen());
    return found == m_translations.end() ? QString() : found->second;
}

void PairSide::takePicture(const AttentionSnapshotPtr& picture)
{
    m_newest[picture->sentence] = picture;
    if (m_playback.live() && picture->sentence == m_playback.chosen())
        show(picture);
}

void PairSide::renew()
{
    if (!m_workbench.pair().exists())
        return;
    m_lost.clear();
    const SentenceId sentence = m_playback.chosen();
    if (m_playback.live() || sentence == nothing) {
        m_finder.cancel();
        const auto newest = m_newest.find(sentence);
        return show(newest == m_newest.end() ? nullptr : newest->second);
    }
    const AttentionSnapshotPtr& shown = m_playback.shown();
    if (!shown || shown->sentence != sentence)
        return;
    if (isOpen())
        return show(shown);
    m_finder.find({member().folder, false, sentence, {}, {}, shown->step});
}

void PairSide::show(const AttentionSnapshotPtr& picture)
{
    m_picture = m_workbench.pair().exists() && kind().aligns ? picture : nullptr;
    emit pictureChanged();
}

} // namespace alignoscope::ui
