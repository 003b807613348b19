// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/explanation.h"
#include "alignoscope/progress.h"
#include "decoding/encoded_text.h"
#include "models/trained_model.h"

#include <vector>

namespace alignoscope::decoding {

struct PairToExplain {
    EncodedText source, target;
    bool forced = true; ///< the target was given
};

/// Explanations of pairs, in order, on `threads` threads: whole pairs apart, or where there is one its pieces.
/// `weights` must be packed for both passes. Throws Error(Usage) on impossible options, Error(Cancelled).
std::vector<Explanation> explainPairs(const models::TrainedModel& model, const nn::Weights<float>& weights,
                                      std::vector<PairToExplain> pairs, const ExplanationOptions& options,
                                      const Progress& progress, int threads);

} // namespace alignoscope::decoding
