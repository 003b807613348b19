// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/states.h"
#include "models/trained_model.h"

#include <span>

namespace alignoscope::probing {

/// Gates and states of one pair by teacher forcing, both sides as the model's numbers; texts are left to the caller.
SentenceStates readStates(const models::RnnSearch<float>& network, const nn::Weights<float>& weights,
                          std::span<const TokenId> source, std::span<const TokenId> target);

} // namespace alignoscope::probing
