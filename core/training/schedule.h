// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"

namespace alignoscope::training {

/// Where a run stands.
struct Standing {
    std::int64_t step = 0;
    double epochs = 0; ///< finished ones and the share of the one under way
    double minutes = 0;
};

/// 0…1: the share of the run that is done, by the limit that is nearest; 0 where there is none.
double progressOf(const TrainingOptions& options, const Standing& standing);

/// η times 1 until the last `annealing` share of the run, then falling linearly to 0.
double learningRateAt(const TrainingOptions& options, double progress);

/// Whether attention is recorded after `step`: every `snapshotEvery` steps; if that is 0, at every step up to 10 and
/// then at steps that lie 6 % apart, because alignments form early and then settle.
bool isSnapshotStep(const TrainingOptions& options, std::int64_t step);

} // namespace alignoscope::training
