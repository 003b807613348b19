// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/experiment_job.h"

#include "ui/bridge/test_sentences.h"

#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "alignoscope/translator.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <utility>

namespace alignoscope::ui {

namespace {

constexpr int lane = 0;

TranslationOptions greedy()
{
    TranslationOptions options;
    options.beam = 1;
    options.attention = false;
    return options;
}

} // namespace

/// Where the worker leaves what it has to tell until the owner's clock fetches it.
struct ExperimentJob::Desk {
    std::mutex mutex;
    double fraction = 0;
    QString what;
    std::vector<std::pair<std::filesystem::path, LengthCurve>> curves;

    void tell(double done, const QString& now)
    {
        const std::lock_guard lock(mutex);
        fraction = done;
        what = now;
    }
    void add(const std::filesystem::path& run, const LengthCurve& curve)
    {
        const std::lock_guard lock(mutex);
        curves.emplace_back(run, curve);
    }
    /// A Progress that takes `from`…`to` of the whole.
    Progress progress(double from, double to, const QString& now, const std::stop_token& stop)
    {
        return {[this, from, to, now](double done) { tell(from + done * (to - from), now); }, stop};
    }
};

namespace {

/// Puts the course of an experiment into words and a fraction of the whole.
class Follower final : public LengthExperimentObserver {
public:
    using Tell = std::function<void(double, const QString&)>;
    using Add = std::function<void(const LengthCurve&)>;
    Follower(std::size_t models, Tell tell, Add add) : m_models(models), m_tell(std::move(tell)), m_add(std::move(add))
    {
    }

    void onReading(double) override { m_tell(0, ExperimentJob::tr("Reading the corpus…")); }
    void onStage(std::size_t number, const LengthModel& model, Stage) override
    {
        m_number = number;
        m_name = QString::fromStdString(model.name);
    }
    void onTraining(const TrainingEvent& event) override
    {
        if (const auto* step = std::get_if<StepReport>(&event.what))
            say(0.9 * step->progress,
                ExperimentJob::tr("training %1, step %L2, loss %3")
                    .arg(m_name)
                    .arg(step->step)
                    .arg(step->loss, 0, 'f', 2));
    }
    void onTranslating(double fraction) override
    {
        say(0.9 + 0.1 * fraction, ExperimentJob::tr("translating with %1").arg(m_name));
    }
    void onCurve(const LengthCurve& curve) override { m_add(curve); }

private:
    void say(double fraction, const QString& what)
    {
        const auto all = static_cast<double>(m_models);
        m_tell((static_cast<double>(m_number) + fraction) / all,
               ExperimentJob::tr("Model %1 of %2: %3").arg(m_number + 1).arg(m_models).arg(what));
    }

    std::size_t m_models, m_number = 0;
    QString m_name;
    Tell m_tell;
    Add m_add;
};

} // namespace

ExperimentJob::ExperimentJob(QObject* parent) : QObject(parent)
{
    m_clock.setInterval(50); // milliseconds: a bar need not move more often
    connect(&m_clock, &QTimer::timeout, this, &ExperimentJob::fetch);
}

ExperimentJob::~ExperimentJob() = default;

void ExperimentJob::begin(Task task)
{
    const bool wasBusy = busy();
    m_desk = std::make_shared<Desk>();
    m_worker.post(lane, [this, task = std::move(task), desk = m_desk](const std::stop_token& stop) -> Worker::Done {
        Worker::Done answer;
        QString message;
        try {
            answer = task(*desk, stop);
        } catch (const std::exception& error) {
            message = QString::fromUtf8(error.what());
        }
        return [this, answer, message] {
            fetch(); // what was still on the desk
            finish();
            if (answer)
                answer();
            if (!message.isEmpty())
                emit failed(message);
        };
    });
    m_clock.start();
    if (!wasBusy)
        emit busyChanged(true);
}

void ExperimentJob::evaluate(std::vector<TestedRun> runs, const TestSentences& sentences)
{
    begin([runs = std::move(runs), sentences](Desk& desk, const std::stop_token& stop) -> Worker::Done {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const double from = static_cast<double>(i) / static_cast<double>(runs.size());
            const double to = static_cast<double>(i + 1) / static_cast<double>(runs.size());
            const QString what = tr("Translating with %1").arg(runs[i].label);
            desk.tell(from, what);
            const Run run = Run::open(runs[i].folder);
            const auto model = Translator::open(runs[i].folder);
            const RawCorpus corpus = testSentencesOf(run, sentences, stop);
            const EvaluationReport report =
                alignoscope::evaluate(*model, corpus, nullptr, greedy(), desk.progress(from, to, what, stop));
            LengthCurve curve = lengthCurve(runs[i].label.toStdString(), report);
            curve.attention = run.experiment().model.attention.kind;
            curve.trainedTo = run.experiment().dataset.maxLength;
            desk.add(runs[i].folder, curve);
        }
        return {};
    });
}

void ExperimentJob::measureStates(const TestedRun& run, const TestSentences& sentences)
{
    begin([this, run, sentences](Desk& desk, const std::stop_token& stop) -> Worker::Done {
        const QString what = tr("Translating with %1 while it sees fewer states").arg(run.label);
        desk.tell(0, what);
        const auto model = Translator::open(run.folder);
        const RawCorpus corpus = testSentencesOf(Run::open(run.folder), sentences, stop);
        StateCurve curve =
            measureStateLimits(*model, corpus, usualStateLimits(), greedy(), desk.progress(0, 1, what, stop));
        curve.label = run.label.toStdString();
        return [this, folder = run.folder, curve = std::move(curve)] { emit states(folder, curve); };
    });
}

void ExperimentJob::train(const LengthPlan& plan, const std::filesystem::path& folder)
{
    begin([plan, folder](Desk& desk, const std::stop_token& stop) -> Worker::Done {
        Follower follower(
            modelsOf(plan).size(), [&desk](double done, const QString& what) { desk.tell(done, what); },
            [&](const LengthCurve& curve) { desk.add(folder / curve.label, curve); });
        runLengthExperiment(plan, folder, follower, stop);
        return {};
    });
}

void ExperimentJob::cancel()
{
    if (!busy())
        return;
    m_worker.cancel(lane);
    fetch(); // curves that were done already
    finish();
}

bool ExperimentJob::busy() const
{
    return m_worker.busy(lane);
}

void ExperimentJob::fetch()
{
    if (!m_desk)
        return;
    double fraction = 0;
    QString what;
    std::vector<std::pair<std::filesystem::path, LengthCurve>> curves;
    {
        const std::lock_guard lock(m_desk->mutex);
        fraction = m_desk->fraction;
        what = m_desk->what;
        curves.swap(m_desk->curves);
    }
    for (const auto& [run, one] : curves)
        emit curve(run, one);
    emit progressed(fraction, what);
}

void ExperimentJob::finish()
{
    m_clock.stop();
    m_desk.reset();
    emit busyChanged(false);
}

} // namespace alignoscope::ui
