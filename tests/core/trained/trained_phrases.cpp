// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trained_phrases.h"

namespace alignoscope::testing {

namespace {

class Silent final : public TrainingObserver {
public:
    void onEvent(const TrainingEvent&) override { }
    void onAttention(const AttentionSnapshotPtr&) override { }
};

TrainedPhrases train()
{
    TrainedPhrases result;
    TrainerSetup setup;
    setup.experiment.corpus = CorpusSource::parse({"builtin:phrases-en-fr"});
    DatasetInputs inputs;
    inputs.corpus = std::make_shared<const RawCorpus>(readCorpus(setup.experiment.corpus, {}));
    setup.experiment.dataset.text = inputs.corpus->suggested;
    result.dataset = std::make_shared<const Dataset>(buildDataset(inputs, setup.experiment.dataset));
    setup.dataset = result.dataset;
    setup.experiment.model = presets().front().model;
    setup.experiment.training = presets().front().training;
    setup.experiment.training.epochs = 3; // of 8: the alignments are there, and the test is not the longest of all
    Silent silent;
    Trainer trainer(setup, silent);
    PauseGate gate;
    trainer.run({}, gate);
    result.translator = trainer.translator();
    return result;
}

} // namespace

const TrainedPhrases& trainedPhrases()
{
    static const TrainedPhrases trained = train();
    return trained;
}

} // namespace alignoscope::testing
