// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/parameters.h"
#include "storage/run_writer.h"
#include "training/optimizer.h"

#include <cstdint>
#include <filesystem>
#include <limits>

namespace alignoscope::training {

/// Where learning stands, besides the numbers of the model and the optimiser. Batches and dropout follow from the seed,
/// the epoch and the step, so a run that goes on does what it would have done.
struct LearningState {
    std::int64_t step = 0;  ///< updates done
    int epoch = 0;          ///< finished epochs
    std::int64_t batch = 0; ///< updates done in the epoch under way
    double minutes = 0;     ///< of training so far, all starts together
    double bestLoss = std::numeric_limits<double>::infinity();
    int withoutImprovement = 0; ///< validations since the best one
};

/// Returns the bytes written. Throws Error(Storage); the last whole checkpoint then stays as it was.
std::uint64_t saveCheckpoint(storage::RunWriter& writer, const nn::ParameterLayout& layout,
                             std::span<const float> parameters, Optimizer& optimizer, const LearningState& state,
                             bool best);

/// Reads the last checkpoint of a run. Throws Error(Storage).
LearningState restoreCheckpoint(const std::filesystem::path& folder, const nn::ParameterLayout& layout,
                                std::span<float> parameters, Optimizer& optimizer);

} // namespace alignoscope::training
