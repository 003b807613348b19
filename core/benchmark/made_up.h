// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/benchmark.h"
#include "alignoscope/dataset.h"
#include "models/trained_model.h"

#include <memory>

namespace alignoscope::benchmark {

/// Words of the vocabularies: what Multi30k's English and French have of words seen twice or more.
constexpr std::int32_t sourceWords = 5894, targetWords = 6430;

/// A model of that size with small random numbers, in all else as the options say. It never ends a sentence by itself,
/// and reads words called w3, w4, …
std::shared_ptr<models::TrainedModel> madeUpModel(const BenchmarkSize& size, ModelOptions options = {});

/// Sentences of `shortest` to `longest` words and the end, words as frequent as in language.
EncodedPairs madeUpPairs(std::size_t count, int shortest, int longest);

} // namespace alignoscope::benchmark
