// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The classifier on the built-in reviews: it learns what negation and "but" do, in seconds.
#include "alignoscope/classifier_evaluation.h"
#include "alignoscope/trainer.h"

#include <gtest/gtest.h>

namespace alignoscope::testing {
namespace {

class Last final : public TrainingObserver {
public:
    void onEvent(const TrainingEvent& event) override
    {
        if (const auto* report = std::get_if<ValidationReport>(&event.what))
            accuracy = report->tokenAccuracy;
    }
    void onAttention(const AttentionSnapshotPtr&) override { }
    double accuracy = 0;
};

TEST(TrainedReviews, AreToldApartByTheirDecidingWords)
{
    DatasetInputs inputs;
    inputs.corpus = std::make_shared<const RawCorpus>(readCorpus(CorpusSource::parse({"builtin:reviews"})));
    TrainerSetup setup;
    setup.experiment.dataset.text = inputs.corpus->suggested;
    setup.dataset = std::make_shared<const Dataset>(buildDataset(inputs, setup.experiment.dataset));
    setup.experiment.model = preset("classifier").model;
    setup.experiment.model.classifier.embedding = setup.experiment.model.classifier.units = 32;
    setup.experiment.training = preset("classifier").training;
    setup.experiment.training.epochs = 3;
    Last last;
    Trainer trainer(setup, last);
    PauseGate gate;
    trainer.run({}, gate);
    EXPECT_GT(last.accuracy, 0.95);

    const auto classifier = trainer.classifier();
    const auto saidOf = [&](const std::string& text) {
        const auto found = classifier->classify({text});
        return classifier->labels()[static_cast<std::size_t>(found.front().label)];
    };
    EXPECT_EQ(saidOf("The food was delicious."), "positive");
    EXPECT_EQ(saidOf("The food was not delicious."), "negative");
    EXPECT_EQ(saidOf("Although the food was delicious, the waiters were rude."), "negative");
    EXPECT_EQ(saidOf("The waiters were rude, but we loved the soup."), "positive");
}

} // namespace
} // namespace alignoscope::testing
