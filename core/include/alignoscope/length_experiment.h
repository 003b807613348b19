// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/length_curves.h"
#include "alignoscope/options.h"
#include "alignoscope/training_event.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace alignoscope {

/// One model of the experiment.
struct LengthModel {
    std::string name;      ///< of its folder and its curve: "RNNsearch-50", "RNNencdec-30"
    std::string attention; ///< a kind, or "none"
    int trainedTo = 0;     ///< words, either side, of the longest sentences it is trained on
};

/// The experiment of figure 2 of Bahdanau, Cho & Bengio 2015 (section 5): models with and without attention, trained on
/// sentences of up to 30 and up to 50 words, tested on longer ones too.
struct LengthPlan {
    Experiment base;   ///< what the models share; its kind of attention is that of the models which have one
    CorpusSource test; ///< all empty: "builtin:NAME-test" where there is one, else held out of the corpus
    std::vector<int> trainedTo{30, 50};
    int testSentences = 200; ///< of every ten words of length, at most
    int beam = 1;            ///< 1: greedy
};
/// The plan with the built-in corpus of long sentences, for two cores and some minutes a model.
ALIGNOSCOPE_API LengthPlan usualLengthPlan();
/// Those with attention first, the longest trained first.
ALIGNOSCOPE_API std::vector<LengthModel> modelsOf(const LengthPlan& plan);

/// Of every ten source words of length (1–10, 11–20, …) at most `most` pairs, spread evenly over the corpus.
/// Thread-safe.
ALIGNOSCOPE_API RawCorpus evenlyByLength(const RawCorpus& corpus, const TextOptions& text, int most);

/// Follows an experiment, on the thread that runs it. Must not block and must not throw.
class ALIGNOSCOPE_API LengthExperimentObserver {
public:
    enum class Stage { Training, AlreadyTrained, Translating };

    virtual ~LengthExperimentObserver();
    virtual void onReading(double fraction) = 0;
    /// The model of that number (from 0) of the plan.
    virtual void onStage(std::size_t number, const LengthModel& model, Stage stage) = 0;
    virtual void onTraining(const TrainingEvent& event) = 0;
    virtual void onTranslating(double fraction) = 0;
    virtual void onCurve(const LengthCurve& curve) = 0;
};

/// Trains the models, each into a run of its name below `folder`, translates the same test sentences with all of them,
/// and keeps the curves so far in lengths.json. A run that is there and has come to its end is not trained again, one
/// that was interrupted goes on. Where test sentences are held out, training and test files are written into `folder`.
/// Blocks. Throws Error(Input) where the corpus has no sentences longer than `trainedTo`, Error(Usage) where the folder
/// holds another experiment, Error(Cancelled) when stopped: what was trained is kept.
ALIGNOSCOPE_API std::vector<LengthCurve> runLengthExperiment(const LengthPlan& plan,
                                                             const std::filesystem::path& folder,
                                                             LengthExperimentObserver& observer,
                                                             const std::stop_token& stop);

} // namespace alignoscope
