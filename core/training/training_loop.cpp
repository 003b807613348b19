// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/training_loop.h"

#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "training/process_memory.h"
#include "training/schedule.h"
#include "training/watched_sentences.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace alignoscope::training {

namespace {

constexpr auto saveAtLeastEvery = std::chrono::minutes(2);

int threadsOf(const TrainingOptions& options)
{
    if (options.threads > 0)
        return options.threads;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

TrainingLoop::TrainingLoop(const TrainerSetup& setup, RunId id, ModelInTraining& model, Wishes& wishes,
                           std::optional<storage::RunWriter>& writer, TrainingObserver& observer)
    : m_setup(setup), m_options(setup.experiment.training), m_id(id), m_model(model), m_wishes(wishes),
      m_writer(writer), m_journal(id, observer, writer), m_team(threadsOf(m_options)),
      m_weights(model.layout(), nn::Weights<float>::Passes::Both),
      m_learner(model.learner({setup, id, m_weights, m_team, m_journal})),
      m_optimizer(m_options.optimizer, static_cast<std::size_t>(model.layout().size())),
      m_watching(m_learner->watched(), m_journal, id, setup.live)
{
}

void TrainingLoop::run(std::stop_token stop, PauseGate& gate)
{
    m_wishes.open(gate);
    StopReason reason = StopReason::Failed;
    std::string message;
    try {
        reason = train(stop, gate);
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

StopReason TrainingLoop::train(std::stop_token stop, PauseGate& gate)
{
    enter(Phase::Preparing);
    prepare(stop);
    for (;;) {
        serveCopies();
        m_watching.grant(m_wishes.take(), m_state.step);
        if (stop.stop_requested())
            break;
        if (const auto reason = m_saveOwed ? std::nullopt : limitReached()) {
            if (keeping(gate, [&] { validate(stop); }))
                return *reason;
            continue;
        }
        if (gate.paused() && m_phase != Phase::Paused) {
            m_watching.showAtOnce(m_state.step); // what is held is what is shown
            enter(Phase::Paused);
        }
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

void TrainingLoop::prepare(std::stop_token stop)
{
    Progress progress;
    progress.stop = std::move(stop);
    m_model.initialize(progress);
    if (m_setup.resume)
        restore();
    m_weights.attach(m_model.parameters().data());
    packWeights(m_weights, m_team);
    if (m_watching.empty()) // a run that goes on has them, unless it was imported
        watchFirst();
    watchSample();
    if (!m_setup.resume)
        save(false);
    m_startProgress = this->progress();
}

void TrainingLoop::restore()
{
    m_state = restoreCheckpoint(m_setup.folder, m_model.layout(), m_model.parameters(), m_optimizer);
    m_model.setStep(m_state.step);
    m_writer->discardAfter(m_state.step);
    m_watching.restore(Run::open(m_setup.folder).watched(), m_writer->nextSentence());
    m_lastValidation = m_state.step;
}

void TrainingLoop::watchFirst()
{
    for (WatchedSentence& sentence : m_learner->examples())
        m_watching.watch(std::move(sentence));
    for (const std::string& text : m_setup.experiment.watch)
        m_watching.watch(parseWatched(text));
    m_learner->tellPictures(m_state.step);
}

/// A run that goes on has its sample already, unless it was begun before there were samples.
void TrainingLoop::watchSample()
{
    if (m_watching.hasSample())
        return;
    for (WatchedSentence& sentence : m_learner->sample())
        m_watching.watch(std::move(sentence));
    m_learner->tellSample(m_state.step);
}

double TrainingLoop::progress() const
{
    const double inEpoch =
        m_batches.empty() ? 0 : static_cast<double>(m_state.batch) / static_cast<double>(m_batches.size());
    return progressOf(m_options, {m_state.step, m_state.epoch + inEpoch, m_state.minutes});
}

std::optional<StopReason> TrainingLoop::limitReached() const
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

void TrainingLoop::nextBatch()
{
    if (m_batches.empty())
        m_batches = Batches(m_setup.dataset->training, m_options.batch, m_options.seed, m_state.epoch);
}

/// One update of the parameters; false when loss or gradient is not a number, and then nothing was changed.
bool TrainingLoop::update()
{
    nextBatch();
    const auto start = Clock::now();
    const auto batch = m_batches.at(static_cast<std::size_t>(m_state.batch));
    const BatchLoss result = m_learner->compute(batch, m_state.step);
    if (!std::isfinite(result.loss) || !std::isfinite(result.norm))
        return false;
    const bool clipped = m_options.clip > 0 && result.norm > m_options.clip;
    const double rate = learningRateAt(m_options, progress());
    m_optimizer.update(m_model.parameters(), m_learner->gradient(),
                       static_cast<float>(clipped ? m_options.clip / result.norm : 1.0), rate, m_team);
    packWeights(m_weights, m_team);
    const double seconds = secondsSince(start);
    m_speed.add(result.targetTokens, seconds);
    m_state.minutes += seconds / 60;
    ++m_state.step;
    ++m_state.batch;
    m_model.setStep(m_state.step);
    m_lastLoss = result.loss;
    report(result, rate);
    return true;
}

void TrainingLoop::report(const BatchLoss& result, double rate)
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
    step.secondsLeft = secondsLeft();
    m_journal.tell(step);
}

double TrainingLoop::secondsLeft() const
{
    const double now = progress(), done = now - m_startProgress;
    if (done <= 0)
        return -1;
    return m_speed.seconds() * (1 - now) / done;
}

void TrainingLoop::afterUpdate(std::stop_token stop, PauseGate& gate)
{
    const bool epochDone = m_state.batch >= static_cast<std::int64_t>(m_batches.size());
    if (epochDone) {
        ++m_state.epoch;
        m_state.batch = 0;
        m_batches.clear();
    }
    if (isSnapshotStep(m_options, m_state.step))
        m_learner->tellPictures(m_state.step);
    if (gate.paused())
        m_watching.showAtOnce(m_state.step);
    else
        m_watching.show(m_state.step);
    const bool due = m_options.validateEvery > 0 ? m_state.step % m_options.validateEvery == 0 : epochDone;
    keeping(gate, [&] {
        if (due)
            validate(stop);
        else if (Clock::now() - m_savedAt > saveAtLeastEvery)
            save(false);
        m_journal.flush(false);
    });
}

bool TrainingLoop::validate(std::stop_token stop)
{
    if (m_state.step == m_lastValidation)
        return true;
    bool best = false;
    if (m_learner->canValidate()) {
        enter(Phase::Validating);
        auto report = m_learner->validate(stop, [this] { serveCopies(); });
        if (!report)
            return false;
        report->step = m_state.step;
        report->best = best = report->loss < m_state.bestLoss;
        m_state.withoutImprovement = best ? 0 : m_state.withoutImprovement + 1;
        m_state.bestLoss = std::min(m_state.bestLoss, report->loss);
        m_lastValidationLoss = report->loss;
        m_lastBleu = report->bleu;
        m_journal.tell(*report);
        m_learner->tellSentences(m_state.step);
    }
    m_lastValidation = m_state.step;
    save(best);
    return true;
}

void TrainingLoop::save(bool best)
{
    if (!m_writer)
        return;
    m_saveOwed = true;
    m_bestOwed = best;
    enter(Phase::Saving);
    const std::uint64_t bytes =
        saveCheckpoint(*m_writer, m_model.layout(), m_model.parameters(), m_optimizer, m_state, best);
    m_savedAt = Clock::now();
    m_saveOwed = false;
    m_journal.tell(CheckpointSaved{m_state.step, bytes});
    m_journal.flush(true);
}

void TrainingLoop::serveCopies()
{
    m_wishes.serveCopies([this] { return m_model.copy(); });
}

void TrainingLoop::enter(Phase phase)
{
    if (phase == m_phase && phase != Phase::Preparing)
        return;
    m_phase = phase;
    m_journal.tell(PhaseChanged{phase});
}

template <class Work>
bool TrainingLoop::keeping(PauseGate& gate, Work&& work)
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

void TrainingLoop::finish(StopReason reason, std::string message)
{
    RunFinished finished;
    finished.reason = reason;
    finished.message = std::move(message);
    finished.steps = m_state.step;
    finished.epochs = m_state.epoch;
    finished.trainLoss = m_lastLoss;
    finished.validationLoss = m_lastValidationLoss;
    finished.validationBleu = m_lastBleu;
    finished.targetTokens = m_speed.tokens();
    finished.seconds = m_speed.seconds();
    finished.targetTokensPerSecond = m_speed.overall();
    finished.peakRssBytes = peakResidentBytes();
    finished.parameters = m_model.learntNumbers();
    try {
        m_journal.flush(true);
    } catch (const std::exception& error) {
        if (finished.message.empty())
            finished.message = error.what();
    }
    m_wishes.close([this] { return m_model.copy(); });
    // The history's own copy of the last event may fail on a full disk; the observer must hear it all the same.
    try {
        m_journal.tell(finished);
        m_journal.flush(true);
    } catch (const std::exception&) {
    }
}

} // namespace alignoscope::training
