// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shared_data.h"
#include "ui/bridge/training_relay.h"
#include "ui/bridge/training_session.h"
#include "ui/bridge/translation_job.h"
#include "ui/bridge/worker.h"

#include "alignoscope/dataset.h"
#include "alignoscope/translator.h"

#include <QSignalSpy>
#include <QtTest>

#include <array>
#include <atomic>
#include <future>

namespace alignoscope::testing {

using namespace ui;

/// The traffic between threads, without a window; ThreadSanitizer runs it as well.
class BridgeTest : public QObject {
    Q_OBJECT

private slots:
    void workerHandsResultsBackOnItsOwnersThread();
    void newestJobOfALaneWins();
    void lanesDoNotDisturbEachOther();
    void workerStopsWhatIsUnderWay();
    void relayKeepsEveryEventAndTheNewestPicture();
    void trainingEndsInFinished();
    void impossibleOptionsArriveAsFinished();
    void droppedSessionStopsAndJoins();
    void sessionsInTurnPauseAndStopTogether();
    void aSessionThatCannotStartDoesNotHoldTheOther();
    void translatesWithTheModelInTraining();
    void newestTranslationWins();
    void translationFailureIsTold();
};

namespace {

AttentionSnapshotPtr picture(int sentence, std::int64_t step, bool recorded = false)
{
    auto snapshot = std::make_shared<AttentionSnapshot>();
    snapshot->sentence = SentenceId{sentence};
    snapshot->step = step;
    snapshot->recorded = recorded;
    return snapshot;
}

TrainerSetup tinySetup(std::int64_t steps)
{
    auto corpus = std::make_shared<RawCorpus>();
    for (int i = 0; i < 60; ++i) {
        const std::string a(1, static_cast<char>('a' + i % 6));
        const std::string b(1, static_cast<char>('a' + i % 5));
        corpus->pairs.add(a + " " + b, b + " " + a, i + 1);
    }
    TrainerSetup setup;
    setup.dataset = std::make_shared<const Dataset>(buildDataset({.corpus = corpus, .validation = nullptr}, {}));
    setup.experiment.model.embedding = setup.experiment.model.hidden = 8;
    setup.experiment.training.batch = 8;
    setup.experiment.training.epochs = 0;
    setup.experiment.training.steps = steps;
    setup.experiment.training.threads = 1;
    setup.experiment.training.snapshotEvery = 5;
    return setup;
}

/// Answers with the text itself, once it is let.
class SlowTranslator final : public Translator {
public:
    explicit SlowTranslator(std::shared_future<void> let) : m_let(std::move(let)) { }
    Translation translate(std::string_view text, const TranslationOptions&) const override
    {
        m_let.wait();
        Translation translation;
        translation.source = {std::string(text), "</s>"};
        translation.hypotheses.push_back({});
        return translation;
    }
    std::vector<Translation> translate(const std::vector<std::string>&, const TranslationOptions&,
                                       const Progress&) const override
    {
        return {};
    }
    AttentionSnapshot align(std::string_view, std::string_view) const override { return {}; }
    std::vector<ForcedScore> score(const std::vector<std::string>&, const std::vector<std::string>&,
                                   const Progress&) const override
    {
        return {};
    }
    std::int64_t step() const override { return 7; }
    std::int64_t parameters() const override { return 0; }
    const TextOptions& text() const override { return m_text; }
    const Vocabulary& sourceVocabulary() const override { return m_words; }
    const Vocabulary& targetVocabulary() const override { return m_words; }

private:
    std::shared_future<void> m_let;
    TextOptions m_text;
    Vocabulary m_words;
};

} // namespace

void BridgeTest::workerHandsResultsBackOnItsOwnersThread()
{
    Worker worker;
    std::thread::id there;
    std::thread::id here;
    worker.post(0, [&](const std::stop_token&) -> Worker::Done {
        const auto id = std::this_thread::get_id();
        return [&, id] {
            there = id;
            here = std::this_thread::get_id();
        };
    });
    QVERIFY(worker.busy(0));
    QTRY_VERIFY(!worker.busy(0));
    QCOMPARE(here, std::this_thread::get_id());
    QVERIFY(there != here);
}

void BridgeTest::newestJobOfALaneWins()
{
    Worker worker;
    std::promise<void> let;
    const std::shared_future<void> wait = let.get_future().share();
    QList<int> seen;
    for (int i = 0; i < 5; ++i) {
        worker.post(0, [&seen, i, wait](const std::stop_token&) -> Worker::Done {
            wait.wait();
            return [&seen, i] { seen << i; };
        });
    }
    let.set_value();
    QTRY_VERIFY(!worker.busy(0));
    QCOMPARE(seen, QList<int>{4});
}

void BridgeTest::lanesDoNotDisturbEachOther()
{
    Worker worker;
    QList<int> seen;
    for (int lane = 0; lane < 3; ++lane)
        worker.post(lane, [&seen, lane](const std::stop_token&) { return [&seen, lane] { seen << lane; }; });
    worker.cancel(1);
    QTRY_VERIFY(!worker.busy(0) && !worker.busy(2));
    QCOMPARE(seen, (QList<int>{0, 2}));
}

void BridgeTest::workerStopsWhatIsUnderWay()
{
    std::atomic<bool> stopped{false};
    {
        Worker worker;
        std::promise<void> begun;
        worker.post(0, [&](const std::stop_token& stop) -> Worker::Done {
            begun.set_value();
            while (!stop.stop_requested())
                std::this_thread::yield();
            stopped = true;
            return {};
        });
        begun.get_future().wait();
    }
    QVERIFY(stopped);
}

void BridgeTest::relayKeepsEveryEventAndTheNewestPicture()
{
    TrainingRelay relay;
    constexpr int count = 2000;
    std::jthread producer([&relay] {
        for (int i = 1; i <= count; ++i) {
            StepReport step;
            step.step = i;
            relay.onEvent({RunId{1}, 0.0, step});
            relay.onAttention(picture(i % 2, i, i % 10 == 0));
        }
    });
    std::vector<std::int64_t> steps;
    std::uint64_t shown = 0;
    std::size_t recorded = 0;
    std::int64_t newest = 0;
    const auto drain = [&] {
        for (const TrainingEvent& event : relay.takeEvents())
            steps.push_back(std::get<StepReport>(event.what).step);
        for (const AttentionSnapshotPtr& snapshot : relay.takeSnapshots()) {
            newest = std::max(newest, snapshot->step);
            ++shown;
        }
        recorded += relay.takeRecorded().size();
    };
    while (steps.size() < count)
        drain();
    producer.join();
    drain();
    for (int i = 0; i < count; ++i)
        QCOMPARE(steps[static_cast<std::size_t>(i)], i + 1);
    QCOMPARE(newest, count);
    QCOMPARE(shown + relay.dropped(), std::uint64_t(count));
    QCOMPARE(recorded, std::size_t(count / 10));
}

void BridgeTest::trainingEndsInFinished()
{
    TrainingSession session;
    QSignalSpy finished(&session, &TrainingSession::finished);
    QSignalSpy pictures(&session, &TrainingSession::pictureReady);
    std::vector<std::int64_t> steps;
    connect(&session, &TrainingSession::stepped, this, [&](const std::vector<StepReport>& reports) {
        for (const StepReport& report : reports)
            steps.push_back(report.step);
    });
    session.start(tinySetup(30));
    QVERIFY(session.active());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!session.active());
    QCOMPARE(finished.front().front().value<RunFinished>().reason, StopReason::StepsDone);
    QCOMPARE(steps.size(), std::size_t(30));
    QCOMPARE(steps.back(), 30);
    QVERIFY(pictures.count() > 0);
    session.start(tinySetup(5)); // can be used again
    QTRY_COMPARE(finished.count(), 2);
}

void BridgeTest::impossibleOptionsArriveAsFinished()
{
    TrainingSession session;
    QSignalSpy finished(&session, &TrainingSession::finished);
    TrainerSetup setup = tinySetup(30);
    setup.experiment.training.batch = -1;
    session.start(setup);
    QTRY_COMPARE(finished.count(), 1);
    const auto result = finished.front().front().value<RunFinished>();
    QCOMPARE(result.reason, StopReason::Failed);
    QVERIFY(result.message.find("batch") != std::string::npos);
}

void BridgeTest::droppedSessionStopsAndJoins()
{
    for (const bool pausedFirst : {false, true}) {
        TrainingSession session;
        bool stepped = false;
        connect(&session, &TrainingSession::stepped, this, [&stepped] { stepped = true; });
        session.start(tinySetup(100000000));
        QTRY_VERIFY(stepped);
        if (pausedFirst)
            session.pause();
    }
}

void BridgeTest::sessionsInTurnPauseAndStopTogether()
{
    TrainingSession first, second;
    QSignalSpy ends(&first, &TrainingSession::finished), otherEnds(&second, &TrainingSession::finished);
    std::array<std::int64_t, 2> steps{};
    connect(&first, &TrainingSession::stepped, &first, [&](const auto& reports) { steps[0] = reports.back().step; });
    connect(&second, &TrainingSession::stepped, &second, [&](const auto& reports) { steps[1] = reports.back().step; });
    auto gates = PauseGate::inTurn(2);
    first.start(tinySetup(1000000), TrainingSession::Begin::Running, std::move(gates[0]));
    second.start(tinySetup(1000000), TrainingSession::Begin::Running, std::move(gates[1]));
    QTRY_VERIFY(steps[0] > 3 && steps[1] > 3);
    second.pause();
    QVERIFY(first.paused());
    QTRY_VERIFY(first.phase() == Phase::Paused && second.phase() == Phase::Paused);
    QTRY_COMPARE(steps[0], steps[1]);
    const std::int64_t held = steps[0];
    first.step();
    QTRY_VERIFY(steps[0] == held + 1 && steps[1] == held + 1);
    first.resume();
    QTRY_VERIFY(steps[1] > held + 5);
    second.stop();
    QVERIFY(first.stopping() && second.stopping());
    QTRY_VERIFY(ends.count() == 1 && otherEnds.count() == 1);
    QCOMPARE(ends.front().front().value<RunFinished>().steps, otherEnds.front().front().value<RunFinished>().steps);
}

void BridgeTest::aSessionThatCannotStartDoesNotHoldTheOther()
{
    TrainingSession first, second;
    QSignalSpy ends(&first, &TrainingSession::finished), otherEnds(&second, &TrainingSession::finished);
    TrainerSetup impossible = tinySetup(5);
    impossible.experiment.training.batch = 0;
    auto gates = PauseGate::inTurn(2);
    first.start(std::move(impossible), TrainingSession::Begin::Running, std::move(gates[0]));
    second.start(tinySetup(5), TrainingSession::Begin::Running, std::move(gates[1]));
    QTRY_VERIFY(ends.count() == 1 && otherEnds.count() == 1);
    QVERIFY(ends.front().front().value<RunFinished>().reason == StopReason::Failed);
    QCOMPARE(otherEnds.front().front().value<RunFinished>().steps, 5);
}

void BridgeTest::translatesWithTheModelInTraining()
{
    TrainingSession session;
    TranslationJob job;
    QSignalSpy translated(&job, &TranslationJob::translated);
    bool stepped = false;
    connect(&session, &TrainingSession::stepped, this, [&stepped] { stepped = true; });
    session.start(tinySetup(100000000));
    QTRY_VERIFY(stepped);
    job.translate(session.translatorSource(), "a b", {});
    QTRY_COMPARE(translated.count(), 1);
    QVERIFY(!translated.front().front().value<TranslationPtr>()->hypotheses.empty());
    session.pause();
    job.translate(session.translatorSource(), "b a", {});
    QTRY_COMPARE(translated.count(), 2);
    QVERIFY(session.active());
}

void BridgeTest::newestTranslationWins()
{
    std::promise<void> let;
    auto translator = std::make_shared<const SlowTranslator>(let.get_future().share());
    TranslationJob job;
    QStringList answers;
    connect(&job, &TranslationJob::translated, this, [&answers](const TranslationPtr& translation) {
        answers << QString::fromStdString(translation->source.front());
    });
    for (const char* text : {"first", "second", "third"})
        job.translate([translator] { return translator; }, text, {});
    QVERIFY(job.busy());
    let.set_value();
    QTRY_VERIFY(!job.busy());
    QCOMPARE(answers, QStringList{"third"});
}

void BridgeTest::translationFailureIsTold()
{
    TranslationJob job;
    QSignalSpy failed(&job, &TranslationJob::failed);
    job.translate([] { return Translator::open("no such run"); }, "a", {});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(failed.front().front().toString().contains("no such run"));
    job.translate({}, "a", {});
    QTRY_COMPARE(failed.count(), 2);
}

} // namespace alignoscope::testing

QTEST_MAIN(alignoscope::testing::BridgeTest)

#include "bridge_test.moc"
