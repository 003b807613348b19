// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/checkpoint.h"

#include "models/checkpoint_tensors.h"

#include <fmt/format.h>

namespace alignoscope::training {

std::uint64_t saveCheckpoint(storage::RunWriter& writer, const nn::ParameterLayout& layout,
                             std::span<const float> parameters, Optimizer& optimizer, const LearningState& state,
                             bool best)
{
    std::vector<storage::TensorEntry> tensors;
    models::appendTensors(layout, "", parameters, tensors);
    for (const Optimizer::Moment& moment : optimizer.moments())
        models::appendTensors(layout, moment.name + ".", moment.values, tensors);
    const storage::Metadata metadata{
        {"step", fmt::format("{}", state.step)},
        {"epoch", fmt::format("{}", state.epoch)},
        {"batch", fmt::format("{}", state.batch)},
        {"minutes", fmt::format("{}", state.minutes)},
        {"best_loss", fmt::format("{}", state.bestLoss)},
        {"without_improvement", fmt::format("{}", state.withoutImprovement)},
        {"optimizer_updates", fmt::format("{}", optimizer.updates())},
    };
    return writer.saveCheckpoint(tensors, metadata, best);
}

LearningState restoreCheckpoint(const std::filesystem::path& folder, const nn::ParameterLayout& layout,
                                std::span<float> parameters, Optimizer& optimizer)
{
    const storage::TensorFile file = storage::readTensorFile(storage::lastCheckpoint(folder));
    models::readTensors(file, layout, "", parameters);
    for (const Optimizer::Moment& moment : optimizer.moments())
        models::readTensors(file, layout, moment.name + ".", moment.values);
    optimizer.setUpdates(models::readCount(file, "optimizer_updates"));
    LearningState state;
    state.step = models::readCount(file, "step");
    state.epoch = static_cast<int>(models::readCount(file, "epoch"));
    state.batch = models::readCount(file, "batch");
    state.minutes = models::readNumber(file, "minutes");
    state.bestLoss = models::readNumber(file, "best_loss");
    state.withoutImprovement = static_cast<int>(models::readCount(file, "without_improvement"));
    return state;
}

} // namespace alignoscope::training
