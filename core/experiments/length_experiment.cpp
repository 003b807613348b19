// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/length_experiment.h"

#include "experiments/length_test_set.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "alignoscope/trainer.h"
#include "alignoscope/translator.h"

#include <algorithm>

namespace alignoscope {

LengthExperimentObserver::~LengthExperimentObserver() = default;

namespace {

using Stage = LengthExperimentObserver::Stage;

/// Hands a training's events on, and keeps how it ended.
class Relay final : public TrainingObserver {
public:
    explicit Relay(LengthExperimentObserver& observer) : m_observer(observer) { }
    void onEvent(const TrainingEvent& event) override
    {
        if (const auto* finished = std::get_if<RunFinished>(&event.what))
            m_finished = *finished;
        m_observer.onTraining(event);
    }
    void onAttention(const AttentionSnapshotPtr&) override { }
    [[nodiscard]] const RunFinished& finished() const { return m_finished; }

private:
    LengthExperimentObserver& m_observer;
    RunFinished m_finished;
};

[[noreturn]] void cancelled(const std::filesystem::path& folder)
{
    throw Error(ErrorKind::Cancelled,
                {folder.string(), "the experiment was stopped; what was trained is kept", "", "",
                 "Start it again with the same folder to go on."});
}

Experiment experimentOf(const LengthPlan& plan, const LengthModel& model, const experiments::LengthCorpora& corpora)
{
    Experiment experiment = plan.base;
    experiment.corpus = corpora.source;
    experiment.read = corpora.read;
    experiment.dataset.maxLength = model.trainedTo;
    if (model.attention == "none")
        experiment.model.attention = attentionKind("none").defaults; // no option of the other kind
    experiment.model.attention.kind = model.attention;
    return experiment;
}

bool cameToItsEnd(const Run& run)
{
    const std::vector<TrainingEvent> events = run.events();
    const auto last = std::find_if(events.rbegin(), events.rend(), [](const TrainingEvent& event) {
        return std::holds_alternative<RunFinished>(event.what);
    });
    if (last == events.rend())
        return false;
    const StopReason reason = std::get<RunFinished>(last->what).reason;
    return reason == StopReason::EpochsDone || reason == StopReason::StepsDone || reason == StopReason::TimeUp
        || reason == StopReason::Patience;
}

void requireSame(const Experiment& stored, const Experiment& wanted, const std::filesystem::path& folder)
{
    if (stored.corpus == wanted.corpus && stored.dataset == wanted.dataset && stored.model == wanted.model)
        return;
    throw Error(ErrorKind::Usage,
                {folder.string(), "the folder holds a run of another experiment", "", "",
                 "Choose another folder, or the corpus and options it was begun with."});
}

class Runner {
public:
    Runner(const LengthPlan& plan, std::filesystem::path folder, LengthExperimentObserver& observer,
           std::stop_token stop)
        : m_plan(plan), m_folder(std::move(folder)), m_observer(observer), m_stop(std::move(stop))
    {
    }

    std::vector<LengthCurve> run()
    {
        std::filesystem::create_directories(m_folder);
        m_corpora = experiments::lengthCorpora(m_plan, m_folder,
                                               {[this](double fraction) { m_observer.onReading(fraction); }, m_stop});
        const std::vector<LengthModel> models = modelsOf(m_plan);
        for (const LengthModel& model : models) // what is impossible is said before anything is trained
            validate(experimentOf(m_plan, model, m_corpora));
        std::vector<LengthCurve> curves;
        for (std::size_t i = 0; i < models.size(); ++i) {
            train(i, models[i]);
            curves.push_back(test(i, models[i]));
            writeFileAtomically(m_folder / "lengths.json", lengthCurvesToJson(curves));
            m_observer.onCurve(curves.back());
        }
        return curves;
    }

private:
    void train(std::size_t number, const LengthModel& model)
    {
        const std::filesystem::path folder = m_folder / model.name;
        const Experiment experiment = experimentOf(m_plan, model, m_corpora);
        std::optional<Run> begun;
        if (Run::isRun(folder)) {
            begun = Run::open(folder);
            requireSame(begun->experiment(), experiment, folder);
            if (begun->experiment().training == experiment.training && cameToItsEnd(*begun)) {
                m_observer.onStage(number, model, Stage::AlreadyTrained);
                return;
            }
        }
        m_observer.onStage(number, model, Stage::Training);
        DatasetInputs inputs{m_corpora.training, nullptr};
        if (begun) {
            inputs.sourceVocabulary = &begun->sourceVocabulary();
            inputs.targetVocabulary = &begun->targetVocabulary();
        }
        const auto dataset = std::make_shared<const Dataset>(buildDataset(inputs, experiment.dataset, {{}, m_stop}));
        Relay relay(m_observer);
        Trainer trainer({dataset, experiment, folder, begun.has_value(), false}, relay);
        begun.reset();
        PauseGate gate;
        trainer.run(m_stop, gate);
        check(relay.finished(), folder);
    }

    void check(const RunFinished& finished, const std::filesystem::path& folder) const
    {
        if (finished.reason == StopReason::Requested)
            cancelled(m_folder);
        if (finished.reason == StopReason::NotANumber)
            throw Error(ErrorKind::Numerics, {folder.string(), finished.message, "", "", ""});
        if (finished.reason == StopReason::Failed)
            throw Error(ErrorKind::Storage, {folder.string(), finished.message, "", "", ""});
    }

    LengthCurve test(std::size_t number, const LengthModel& model)
    {
        m_observer.onStage(number, model, Stage::Translating);
        const auto translator = Translator::open(m_folder / model.name);
        TranslationOptions options;
        options.beam = m_plan.beam;
        options.attention = false;
        const EvaluationReport report =
            evaluate(*translator, *m_corpora.test, nullptr, options,
                     {[this](double fraction) { m_observer.onTranslating(fraction); }, m_stop});
        LengthCurve curve = lengthCurve(model.name, report);
        curve.attention = model.attention;
        curve.trainedTo = model.trainedTo;
        return curve;
    }

    const LengthPlan& m_plan;
    std::filesystem::path m_folder;
    LengthExperimentObserver& m_observer;
    std::stop_token m_stop;
    experiments::LengthCorpora m_corpora;
};

void requirePossible(const LengthPlan& plan)
{
    const bool lengths = !plan.trainedTo.empty()
        && std::ranges::all_of(plan.trainedTo, [](int length) { return length >= 1 && length <= 10000; });
    if (!lengths)
        throw Error(ErrorKind::Usage, {"lengths", "the lengths to train on are impossible", "1 to 10000", "", ""});
    if (plan.testSentences < 1)
        throw Error(ErrorKind::Usage,
                    {"test sentences", "there must be some of every length", "1 or more",
                     std::to_string(plan.testSentences), ""});
    if (plan.base.model.attention.kind == "none")
        throw Error(ErrorKind::Usage,
                    {"attention", "the experiment trains models without attention anyway", "a kind of attention",
                     "none", "Choose the kind they are compared with."});
}

} // namespace

std::vector<LengthCurve> runLengthExperiment(const LengthPlan& plan, const std::filesystem::path& folder,
                                             LengthExperimentObserver& observer, const std::stop_token& stop)
{
    requirePossible(plan);
    return Runner(plan, folder, observer, stop).run();
}

} // namespace alignoscope
