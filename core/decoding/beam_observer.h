// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/indices.h"
#include "nn/matrix.h"

#include <span>

namespace alignoscope::decoding {

/// Told what the search over one sentence does, while it does it; changes nothing. Nodes are numbered from 0 as they
/// are kept, -1 is the start.
class BeamObserver {
public:
    virtual ~BeamObserver() = default;

    /// Hypothesis `node` is continued by every word of the vocabulary. What the spans show is gone after the call.
    virtual void continues(nn::Index node, double logProbability, std::span<const float> wordLogProbabilities,
                           std::span<const float> attention) = 0;
    /// A continuation of one of them was kept and has the next number. `cut`: it has no room for a further word.
    virtual void keeps(nn::Index parent, TokenId token, float wordLogProbability, double logProbability, bool cut) = 0;
    /// All hypotheses of one length were continued.
    virtual void stepDone() = 0;
};

} // namespace alignoscope::decoding
