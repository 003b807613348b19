// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/metrics.h"
#include "alignoscope/run.h"

#include <stop_token>
#include <vector>

namespace alignoscope::ui {

/// How a run's recorded attention agreed with known alignments after so many updates.
struct AlignmentPoint {
    std::int64_t step = 0;
    AlignmentScore score;
    AttentionAgreement agreement;
};

/// A sentence with its known links, counted in the tokens of its given translation.
struct KnownSentence {
    SentenceId id{};
    GoldAlignment gold;
};

/// Of every step at which (nearly) all of the sentences were recorded, ascending; of more than `atMost` an even choice.
/// Reads the run's folder: blocks, throws Error. Empty when stopped.
std::vector<AlignmentPoint> alignmentOverTime(const Run& run, const std::vector<KnownSentence>& sentences,
                                              const std::stop_token& stop, std::size_t atMost = 200);

} // namespace alignoscope::ui
