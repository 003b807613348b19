// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/length_experiment.h"

#include <filesystem>
#include <memory>

namespace alignoscope::experiments {

/// What the models of the experiment are trained on, and what they are all tested on.
struct LengthCorpora {
    CorpusSource source; ///< of `training`, as the runs keep it
    ReadOptions read;
    std::shared_ptr<const RawCorpus> training, test;
};

/// Tokens of every pair's source sentence, without EOS.
std::vector<int> sourceLengths(const RawCorpus& corpus, const TextOptions& text);

/// Of every ten tokens of length (1–10, 11–20, …) at most `most` pairs, spread evenly over the corpus; in its order.
std::vector<std::size_t> chooseByLength(const std::vector<int>& lengths, std::size_t most);

/// Reads the plan's corpus and test sentences; where it names none, they are held out (at most every fifth of ten
/// tokens of length, but of those longer than all training sentences all are free) and both halves written into
/// `folder`. Throws Error(Input) where no test sentence is longer than the training's longest, Error(Usage) where
/// `folder` holds files of another corpus.
LengthCorpora lengthCorpora(const LengthPlan& plan, const std::filesystem::path& folder, const Progress& progress);

} // namespace alignoscope::experiments
