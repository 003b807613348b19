// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/classifier_loop.h"

#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "decoding/model_classifier.h"
#include "training/parallel_gradient.h"
#include "training/process_memory.h"
#include "training/schedule.h"
#include "training/watched_sentences.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace alignoscope::training {

namespace {

constexpr std::size_t watchedFromValidation = 6, sampledTexts = 200;
constexpr auto saveAtLeastEvery = std::chrono::minutes(2);

int threadsOf(const TrainingOptions& options)
{
    if (options.threads > 0)
        return options.threads;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace

ClassifierLoop::ClassifierLoop(const TrainerSetup& setup, RunId id, models::TrainedClassifier& model, Wishes& wishes,
                               std::optional<storage::RunWriter>& writer, TrainingObserver& observer)
    : m_setup(setup), m_options(setup.experiment.training), m_id(id), m_model(model), m_wishes(wishes),
      m_writer(writer), m_journal(id, observer, writer), m_team(threadsOf(m_options)),
      m_weights(model.network->layout(), nn::Weights<float>::Passes::Both), m_gradient(*model.network, m_team),
      m_optimizer(m_options.optimizer, model.parameters.size()), m_validation(*model.network, *setup.dataset, m_team),
      m_watched(*model.network, *model.language, m_weights, m_team)
{
}

void ClassifierLoop::run(std::stop_token stop, PauseGate& gate, const Initialize& initialize)
{
    m_wishes.open(gate);
    StopReason reason = StopReason::Failed;
    std::string message;
    try {
        reason = train(stop, gate, initialize);
        if (reason == StopReason::NotANumber)
            message = fmt::format("The loss is no longer a number after {} updates, so training stopped. The last good "
                                  "checkpoint is kept. A smaller learning rate or a smaller clip usually helps.",
                                  m_state.step);
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Cancelled)
            reason = StopReason::Requested;
        else
            message = error.what();
    } catch (const std::exception& error) {
        message = error.what();
    }
    finish(reason, std::move(message));
}

StopReason ClassifierLoop::train(std::stop_token stop, PauseGate& gate, const Initialize& initialize)
{
    enter(Phase::Preparing);
    Progress progress;
    progress.stop = stop;
    initialize(progress);
    prepare();
    for (;;) {
        grantWishes();
        if (stop.stop_requested())
            break;
        if (const auto reason = m_saveOwed ? std::nullopt : limitReached()) {
            if (keeping(gate, [&] { validate(stop); }))
                return *reason;
            continue;
        }
        if (gate.paused())
            enter(Phase::Paused);
        if (!gate.wait(stop))
            continue;
        if (m_saveOwed) {
            keeping(gate, [&] { save(m_bestOwed); });
            continue;
        }
        if (!gate.paused())
            enter(Phase::Training);
        if (!update())
            return StopReason::NotANumber;
        gate.updated();
        afterUpdate(stop, gate);
    }
    save(m_saveOwed && m_bestOwed);
    return StopReason::Requested;
}

void ClassifierLoop::prepare()
{
    if (m_setup.resume) {
        m_state = restoreCheckpoint(m_setup.folder, m_model.network->layout(), m_model.parameters, m_optimizer);
        m_model.step = m_state.step;
        m_writer->discardAfter(m_state.step);
        for (const WatchedSentence& text : Run::open(m_setup.folder).watched())
            m_watched.add(text, text.id);
        m_nextText = m_writer->nextSentence();
        if (!m_watched.empty())
            m_focus = m_watched.first();
        m_lastValidation = m_state.step;
    }
    m_weights.attach(m_model.parameters.data());
    packWeights(m_weights, m_team);
    if (!m_setup.resume) {
        watchFirstTexts();
        record(WatchedTexts::Which::All, false);
        save(false);
    }
    m_startProgress = progress();
}

/// A few texts drawn often, and the sample that is measured at every validation.
void ClassifierLoop::watchFirstTexts()
{
    const Dataset& dataset = *m_setup.dataset;
    for (const std::size_t pair : pickTexts(dataset, watchedFromValidation))
        watch(fromValidation(dataset, pair));
    for (const std::string& text : m_setup.experiment.watch)
        watch(parseWatched(text));
    for (const std::size_t pair : pickTexts(dataset, sampledTexts)) {
        WatchedSentence text = fromValidation(dataset, pair);
        if (m_watched.has(text.source, text.target))
            continue;
        text.sampled = true;
        watch(std::move(text));
    }
}

double ClassifierLoop::progress() const
{
    const double inEpoch =
        m_batches.empty() ? 0 : static_cast<double>(m_state.batch) / static_cast<double>(m_batches.size());
    return progressOf(m_options, {m_state.step, m_state.epoch + inEpoch, m_state.minutes});
}

std::optional<StopReason> ClassifierLoop::limitReached() const
{
    if (m_options.steps > 0 && m_state.step >= m_options.steps)
        return StopReason::StepsDone;
    if (m_options.epochs > 0 && m_state.epoch >= m_options.epochs)
        return StopReason::EpochsDone;
    if (m_options.minutes > 0 && m_state.minutes >= m_options.minutes)
        return StopReason::TimeUp;
    if (m_options.patience > 0 && m_state.withoutImprovement >= m_options.patience)
        return StopReason::Patience;
    return std::nullopt;
}

/// One update of the parameters; false when loss or gradient is not a number, and then nothing was changed.
bool ClassifierLoop::update()
{
    if (m_batches.empty())
        m_batches = Batches(m_setup.dataset->training, m_options.batch, m_options.seed, m_state.epoch);
    const auto start = Clock::now();
    const auto batch = m_batches.at(static_cast<std::size_t>(m_state.batch));
    const auto dropout = models::ClassifierDropout::of(m_setup.experiment.model.classifier.spatialDropout,
                                                       m_options.dropout, m_options.seed, m_state.step);
    const auto result =
        m_gradient.compute(m_weights, m_setup.dataset->training, batch, dropout, m_options.labelSmoothing);
    if (!std::isfinite(result.loss) || !std::isfinite(result.norm))
        return false;
    const bool clipped = m_options.clip > 0 && result.norm > m_options.clip;
    const double rate = learningRateAt(m_options, progress());
    m_optimizer.update(m_model.parameters, m_gradient.gradient(),
                       static_cast<float>(clipped ? m_options.clip / result.norm : 1.0), rate, m_team);
    packWeights(m_weights, m_team);
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    m_speed.add(result.texts, seconds);
    m_state.minutes += seconds / 60;
    ++m_state.step;
    ++m_state.batch;
    m_model.step = m_state.step;
    m_lastLoss = result.loss;
    report(result, rate);
    return true;
}

void ClassifierLoop::report(const ClassifierGradient::Result& result, double rate)
{
    StepReport step;
    step.step = m_state.step;
    step.epoch = m_state.epoch + 1;
    step.epochFraction = static_cast<double>(m_state.batch) / static_cast<double>(m_batches.size());
    step.progress = progress();
    step.loss = result.loss;
    step.gradientNorm = result.norm;
    step.learningRate = rate;
    step.targetTokensPerSecond = m_speed.recent();
    const double done = step.progress - m_startProgress;
    step.secondsLeft = done > 0 ? m_speed.seconds() * (1 - step.progress) / done : -1;
    m_journal.tell(step);
}

void ClassifierLoop::afterUpdate(std::stop_token stop, PauseGate& gate)
{
    const bool epochDone = m_state.batch >= static_cast<std::int64_t>(m_batches.size());
    if (epochDone) {
        ++m_state.epoch;
        m_state.batch = 0;
        m_batches.clear();
    }
    if (isSnapshotStep(m_options, m_state.step))
        record(WatchedTexts::Which::WithoutSample, false);
    showLive();
    const bool due = m_options.validateEvery > 0 ? m_state.step % m_options.validateEvery == 0 : epochDone;
    keeping(gate, [&] {
        if (due)
            validate(stop);
        else if (Clock::now() - m_savedAt > saveAtLeastEvery)
            save(false);
        m_journal.flush(false);
    });
}

bool ClassifierLoop::validate(std::stop_token stop)
{
    if (m_state.step == m_lastValidation)
        return true;
    bool best = false;
    if (m_validation.possible()) {
        enter(Phase::Validating);
        auto report =
            m_validation.measure(m_weights, stop, [this] { m_wishes.serveCopies([this] { return copyModel(); }); });
        if (!report)
            return false;
        report->step = m_state.step;
        report->best = best = report->loss < m_state.bestLoss;
        m_state.withoutImprovement = best ? 0 : m_state.withoutImprovement + 1;
        m_state.bestLoss = std::min(m_state.bestLoss, report->loss);
        m_lastValidationLoss = report->loss;
        m_journal.tell(*report);
        record(WatchedTexts::Which::All, true);
    }
    m_lastValidation = m_state.step;
    save(best);
    return true;
}

void ClassifierLoop::save(bool best)
{
    if (!m_writer)
        return;
    m_saveOwed = true;
    m_bestOwed = best;
    enter(Phase::Saving);
    const std::uint64_t bytes =
        saveCheckpoint(*m_writer, m_model.network->layout(), m_model.parameters, m_optimizer, m_state, best);
    m_savedAt = Clock::now();
    m_saveOwed = false;
    m_journal.tell(CheckpointSaved{m_state.step, bytes});
    m_journal.flush(true);
}

void ClassifierLoop::grantWishes()
{
    m_wishes.serveCopies([this] { return copyModel(); });
    Wishes::Taken wishes = m_wishes.take();
    for (WatchedSentence& text : wishes.watch) {
        watch(std::move(text));
        m_focus = m_watched.last();
        m_journal.tell(m_watched.take(*m_focus, m_id, m_state.step, true));
    }
    for (const SentenceId text : wishes.unwatch)
        if (m_watched.remove(text))
            m_journal.tell(SentenceUnwatched{text});
    if (wishes.focus && wishes.focus != m_focus) {
        m_focus = wishes.focus;
        m_liveNext = {};
        showLive();
    }
}

void ClassifierLoop::watch(WatchedSentence text)
{
    const WatchedSentence& added = m_watched.add(std::move(text), SentenceId(m_nextText++));
    if (!m_focus)
        m_focus = added.id;
    m_journal.tell(added);
}

void ClassifierLoop::record(WatchedTexts::Which which, bool scores)
{
    auto measured = m_watched.measure(which, m_id, m_state.step);
    for (const AttentionSnapshotPtr& picture : measured.pictures)
        m_journal.tell(picture);
    if (scores)
        m_journal.tell(TextsClassified{m_state.step, std::move(measured.scores)});
}

/// The focused text for a display: at most 30 times a second, and never for more than an eightieth of the time.
void ClassifierLoop::showLive()
{
    if (!m_setup.live || !m_focus || Clock::now() < m_liveNext)
        return;
    const auto start = Clock::now();
    if (const auto snapshot = m_watched.take(*m_focus, m_id, m_state.step, false))
        m_journal.tell(snapshot);
    const auto spent = Clock::now() - start;
    m_liveNext = Clock::now() + std::max<Clock::duration>(80 * spent, std::chrono::milliseconds(33));
}

void ClassifierLoop::enter(Phase phase)
{
    if (phase == m_phase && phase != Phase::Preparing)
        return;
    m_phase = phase;
    m_journal.tell(PhaseChanged{phase});
}

template <class Work>
bool ClassifierLoop::keeping(PauseGate& gate, Work&& work)
{
    try {
        work();
        return true;
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Storage || !m_setup.live)
            throw;
        gate.pause();
        m_journal.tell(Trouble{error.what()});
        return false;
    }
}

void ClassifierLoop::finish(StopReason reason, std::string message)
{
    RunFinished finished;
    finished.reason = reason;
    finished.message = std::move(message);
    finished.steps = m_state.step;
    finished.epochs = m_state.epoch;
    finished.trainLoss = m_lastLoss;
    finished.validationLoss = m_lastValidationLoss;
    finished.targetTokens = m_speed.tokens();
    finished.seconds = m_speed.seconds();
    finished.targetTokensPerSecond = m_speed.overall();
    finished.peakRssBytes = peakResidentBytes();
    finished.parameters = m_model.network->parameters(m_model.parameters.data());
    try {
        m_journal.flush(true);
    } catch (const std::exception& error) {
        if (finished.message.empty())
            finished.message = error.what();
    }
    m_wishes.close([this] { return copyModel(); });
    // The history's own copy of the last event may fail on a full disk; the observer must hear it all the same.
    try {
        m_journal.tell(finished);
        m_journal.flush(true);
    } catch (const std::exception&) {
    }
}

std::shared_ptr<const Classifier> ClassifierLoop::copyModel() const
{
    return std::make_shared<decoding::ModelClassifier>(std::make_shared<models::TrainedClassifier>(m_model));
}

} // namespace alignoscope::training
