// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/comparison_side.h"

#include "ui/bridge/paths.h"
#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"
#include "ui/models/sentence_model.h"
#include "ui/panels/no_alignment_note.h"
#include "ui/panels/picture_words.h"

#include <algorithm>
#include <utility>

namespace alignoscope::ui {

using Kind = SideChoice::Kind;
static constexpr SentenceId nothing{-1};

ComparisonSide::ComparisonSide(Workbench& workbench, Playback& playback, const SentenceModel& sentences,
                               SideChoice first, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_playback(playback), m_sentences(sentences), m_choice(std::move(first))
{
    connect(&m_finder, &PictureFinder::found, this, &ComparisonSide::take);
    connect(&m_finder, &PictureFinder::failed, this, [this](const QString& message) { show(nullptr, message); });
    follow();
    renew();
}

void ComparisonSide::follow()
{
    connect(&m_playback, &Playback::pictureChanged, this, [this] {
        if (m_choice.kind == Kind::Now || (m_choice.kind == Kind::Sentence && !m_playback.live()))
            renew();
    });
    connect(&m_playback, &Playback::liveChanged, this, [this] {
        if (m_choice.kind == Kind::Sentence)
            renew();
    });
    connect(&m_playback, &Playback::newestArrived, this, [this](const AttentionSnapshotPtr& picture) {
        if (m_choice.kind == Kind::Sentence && m_playback.live() && picture->sentence == m_choice.sentence)
            show(picture);
    });
    connect(&m_playback, &Playback::sentenceChanged, this, [this] {
        if (m_choice.kind != Kind::Sentence)
            forget();
        renew();
    });
    // A sentence may be chosen before its text is known.
    connect(&m_sentences, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_picture)
            renew();
    });
    connect(&m_workbench.session(), &TrainingSession::recorded, this, &ComparisonSide::takeRecorded);
    connect(&m_workbench, &Workbench::runCleared, this, [this] {
        m_choice.sentence = nothing; // ids are the run's own
        forget();
        renew();
    });
}

void ComparisonSide::setChoice(const SideChoice& choice)
{
    if (choice == m_choice)
        return;
    SideChoice before = std::exchange(m_choice, choice);
    before.step = choice.step;
    before.runStep = choice.runStep;
    if (before != choice) // more than the step: what is shown is of something else
        forget();
    emit choiceChanged();
    renew();
}

void ComparisonSide::forget()
{
    m_finder.cancel();
    setSteps({});
    show(nullptr);
}

void ComparisonSide::renew()
{
    const WatchedSentence* chosen = m_sentences.sentence(m_playback.chosen());
    PictureWish wish;
    wish.source = chosen ? chosen->source : "";
    wish.target = chosen ? chosen->target : "";
    switch (m_choice.kind) {
    case Kind::Now:
        return show(m_playback.shown(), tr("There is no picture yet."));
    case Kind::Sentence:
        return renewSentence();
    case Kind::Step:
        if (m_workbench.attention())
            return show(nullptr,
                        tr("Imported attention has no earlier steps.\nChoose another sentence, a file or a run."));
        if (m_workbench.folder().empty() || m_playback.chosen() == nothing)
            return show(nullptr, tr("There is no run yet."));
        return find({m_workbench.folder(), false, m_playback.chosen(), {}, {}, m_choice.step});
    case Kind::Run:
        wish.place = m_choice.run;
        wish.step = m_choice.runStep;
        break;
    case Kind::File:
        wish.place = m_choice.file;
        wish.file = true;
        wish.sentence = m_choice.fileSentence;
        break;
    }
    if (wish.place.empty())
        return show(nullptr, wish.file ? tr("Choose a file of attention above.") : tr("Choose a run above."));
    if (!chosen && !(wish.file && wish.sentence != nothing))
        return show(nullptr, tr("Choose a sentence on the left first."));
    find(std::move(wish));
}

void ComparisonSide::renewSentence()
{
    if (m_choice.sentence == nothing)
        return show(nullptr, tr("Choose a sentence above."));
    if (m_playback.live())
        return show(m_playback.newest(m_choice.sentence), tr("There is no picture of this sentence yet."));
    if (const AttentionSnapshotPtr& main = m_playback.shown())
        find({m_workbench.folder(), false, m_choice.sentence, {}, {}, main->step});
}

void ComparisonSide::find(PictureWish wish)
{
    m_wish = std::move(wish);
    m_finder.find(m_wish);
    if (!m_picture)
        show(nullptr, tr("Looking for it…"));
}

void ComparisonSide::take(const FoundPicture& found)
{
    m_substitute = found.substitute;
    if (found.file != m_file) {
        m_file = found.file;
        emit fileChanged();
    }
    if (m_choice.kind == Kind::Step || m_choice.kind == Kind::Run)
        setSteps(found.steps);
    show(found.picture);
}

// A run in training grows: it may have what was not there before.
void ComparisonSide::takeRecorded(SentenceId sentence, qint64 step)
{
    if (m_choice.kind != Kind::Step || sentence != m_playback.chosen())
        return;
    if (!m_steps.empty() && step > m_steps.back()) {
        std::vector<qint64> more = m_steps;
        more.push_back(step);
        setSteps(evenChoice(more, TimelineStops::usualLimit));
    }
    if (!m_picture ? !m_finder.busy() : step > m_picture->step && step <= m_choice.step)
        renew();
}

void ComparisonSide::setSteps(std::vector<qint64> steps)
{
    if (steps == m_steps)
        return;
    m_steps = std::move(steps);
    emit stepsChanged();
}

void ComparisonSide::show(AttentionSnapshotPtr picture, const QString& problem)
{
    if (picture && !NoAlignmentNote::drawable(picture))
        return show(nullptr, NoAlignmentNote::text());
    if (picture == m_picture && problem == m_problem)
        return;
    m_picture = std::move(picture);
    m_problem = m_picture ? QString() : problem;
    if (!m_picture)
        m_substitute = false;
    emit changed();
}

QString ComparisonSide::place() const
{
    switch (m_choice.kind) {
    case Kind::Run:
        return m_substitute ? tr("%1, asked now").arg(toQString(m_choice.run.filename()))
                            : toQString(m_choice.run.filename());
    case Kind::File:
        return tr("%1, sentence %2").arg(toQString(m_choice.file.filename())).arg(index(m_picture->sentence) + 1)
            + (m_substitute ? tr(" (it does not have the chosen one)") : QString());
    default:
        return {};
    }
}

QString ComparisonSide::caption() const
{
    if (!m_picture)
        return {};
    const QString where = place();
    const bool back = m_choice.kind == Kind::Now && !m_playback.live();
    const QString what = pictureCaption(*m_picture, !back);
    return where.isEmpty() ? what : where + QStringLiteral(" · ") + what;
}

} // namespace alignoscope::ui
