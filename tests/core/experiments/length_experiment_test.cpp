// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/length_experiment.h"

#include "alignoscope/error.h"
#include "alignoscope/run.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Stage = LengthExperimentObserver::Stage;

class Notes final : public LengthExperimentObserver {
public:
    void onReading(double) override { }
    void onStage(std::size_t number, const LengthModel& model, Stage stage) override
    {
        if (stage == Stage::Translating)
            return;
        EXPECT_EQ(number, stages.size());
        stages.push_back(model.name + (stage == Stage::Training ? " trained" : " kept"));
    }
    void onTraining(const TrainingEvent& event) override
    {
        if (stopAfter > 0 && std::holds_alternative<StepReport>(event.what) && --stopAfter == 0)
            stop.request_stop();
        steps += std::holds_alternative<StepReport>(event.what) ? 1 : 0;
    }
    void onTranslating(double) override { }
    void onCurve(const LengthCurve& curve) override { labels.push_back(curve.label); }

    std::vector<std::string> stages, labels;
    std::stop_source stop;
    int stopAfter = 0, steps = 0;
};

struct LengthExperiment : ::testing::Test {
    LengthExperiment()
    {
        std::string text;
        for (int i = 0; i < 240; ++i) { // 1 to 24 letters and the same letters backwards
            std::string forth, back;
            for (int j = 0, number = i * 7919 + 13; j <= i % 24; ++j, number = number * 31 % 65521) {
                const std::string letter(1, static_cast<char>('a' + number % 5));
                forth += (j > 0 ? " " : "") + letter;
                back = letter + (j > 0 ? " " : "") + back;
            }
            text += forth + "\t" + back + "\n";
        }
        plan.base.corpus = CorpusSource::parse({place.write("pairs.tsv", text).string()});
        plan.base.model.embedding = plan.base.model.hidden = 8;
        plan.base.training.epochs = 0;
        plan.base.training.steps = 6;
        plan.base.training.batch = 8;
        plan.base.training.threads = 1;
        plan.trainedTo = {8, 16};
        plan.testSentences = 5;
    }

    std::vector<LengthCurve> run(Notes& notes)
    {
        return runLengthExperiment(plan, folder, notes, notes.stop.get_token());
    }

    TemporaryFolder place;
    std::filesystem::path folder = place.path() / "runs";
    LengthPlan plan;
};

TEST(LengthPlans, NameTheirModelsAsThePaperDoes)
{
    std::vector<std::string> names;
    for (const LengthModel& model : modelsOf(usualLengthPlan()))
        names.push_back(model.name + " " + model.attention);
    EXPECT_THAT(
        names, ElementsAre("RNNsearch-50 additive", "RNNsearch-30 additive", "RNNencdec-50 none", "RNNencdec-30 none"));
    LengthPlan other = usualLengthPlan();
    other.base.model.attention.kind = "dot";
    other.trainedTo = {5, 5};
    const auto models = modelsOf(other);
    ASSERT_EQ(models.size(), 2u);
    EXPECT_EQ(models[0].name, "RNN-dot-5");
}

TEST_F(LengthExperiment, TrainsTestsAndKeepsWhatIsDone)
{
    Notes first;
    const auto curves = run(first);
    EXPECT_THAT(
        first.stages,
        ElementsAre("RNNsearch-16 trained", "RNNsearch-8 trained", "RNNencdec-16 trained", "RNNencdec-8 trained"));
    ASSERT_EQ(curves.size(), 4u);
    for (const LengthCurve& curve : curves) {
        ASSERT_EQ(curve.buckets.size(), 3u) << curve.label; // 1–10, 11–20, 21–24 words
        EXPECT_EQ(curve.sentences, 15);
    }
    EXPECT_EQ(curves[0].trainedTo, 16);
    EXPECT_FALSE(curves[3].attends());
    const auto longer = alignoscope::Run::open(folder / "RNNsearch-16");
    const auto shorter = alignoscope::Run::open(folder / "RNNencdec-8");
    EXPECT_EQ(longer.experiment().dataset.maxLength, 16);
    EXPECT_EQ(shorter.experiment().dataset.maxLength, 8);
    EXPECT_EQ(shorter.experiment().model.attention.kind, "none");
    EXPECT_EQ(readLengthCurves(folder / "lengths.json").size(), 4u);

    Notes second;
    const auto again = run(second);
    EXPECT_EQ(second.steps, 0);
    EXPECT_THAT(second.stages,
                ElementsAre("RNNsearch-16 kept", "RNNsearch-8 kept", "RNNencdec-16 kept", "RNNencdec-8 kept"));
    ASSERT_EQ(again.size(), 4u);
    EXPECT_DOUBLE_EQ(again[2].bleu, curves[2].bleu);
}

TEST_F(LengthExperiment, GoesOnWhereItWasStopped)
{
    Notes stopped;
    stopped.stopAfter = 6 + 3; // in the second model
    try {
        run(stopped);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Cancelled);
        EXPECT_THAT(error.what(), HasSubstr("kept"));
    }
    EXPECT_THAT(stopped.labels, ElementsAre("RNNsearch-16"));
    EXPECT_EQ(readLengthCurves(folder / "lengths.json").size(), 1u);
    Notes resumed;
    EXPECT_EQ(run(resumed).size(), 4u);
    EXPECT_EQ(resumed.stages.front(), "RNNsearch-16 kept");
    EXPECT_EQ(stopped.steps + resumed.steps, 4 * 6);
}

TEST_F(LengthExperiment, RefusesAFolderOfAnotherOne)
{
    Notes notes;
    run(notes);
    plan.base.model.hidden = 12;
    EXPECT_THROW(run(notes), Error);
}

TEST_F(LengthExperiment, RefusesWhatCannotBe)
{
    Notes notes;
    plan.base.model.attention.kind = "none";
    EXPECT_THROW(run(notes), Error);
    plan.base.model.attention.kind = "additive";
    plan.trainedTo.clear();
    EXPECT_THROW(run(notes), Error);
    EXPECT_TRUE(notes.stages.empty());
}

} // namespace
} // namespace alignoscope::testing
