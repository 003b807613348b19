// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/progress.h"
#include "alignoscope/states.h"
#include "models/trained_model.h"

#include <vector>

namespace alignoscope::probing {

/// The map of sentences given as the model's numbers (`ids`) and as `sentences` for people, on all cores. Throws
/// Error(Cancelled), and Error(Usage) when there is no sentence.
StateMap mapStates(const models::RnnSearch<float>& network, const nn::Weights<float>& weights,
                   std::vector<StateMap::Sentence> sentences, const std::vector<std::vector<TokenId>>& ids,
                   const Progress& progress);

} // namespace alignoscope::probing
