// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/schedule.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::training {

double progressOf(const TrainingOptions& options, const Standing& standing)
{
    double progress = 0;
    if (options.epochs > 0)
        progress = std::max(progress, standing.epochs / options.epochs);
    if (options.steps > 0)
        progress = std::max(progress, static_cast<double>(standing.step) / static_cast<double>(options.steps));
    if (options.minutes > 0)
        progress = std::max(progress, standing.minutes / options.minutes);
    return std::clamp(progress, 0.0, 1.0);
}

double learningRateAt(const TrainingOptions& options, double progress)
{
    if (options.annealing <= 0)
        return options.learningRate;
    return options.learningRate * std::clamp((1 - progress) / options.annealing, 0.0, 1.0);
}

bool isSnapshotStep(const TrainingOptions& options, std::int64_t step)
{
    if (options.snapshotEvery > 0)
        return step % options.snapshotEvery == 0;
    if (step <= 10)
        return true;
    // step is the first one at or above a power of 1.06
    const double power = std::floor(std::log(static_cast<double>(step)) / std::log(1.06) + 1e-9);
    return std::ceil(std::pow(1.06, power) - 1e-6) == static_cast<double>(step);
}

} // namespace alignoscope::training
