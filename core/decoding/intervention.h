// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/intervention.h"
#include "models/trained_model.h"

#include <string_view>

namespace alignoscope::decoding {

/// Translator::intervene, whole. `team` may be nullptr; thread-safe but for it.
InterventionResult intervene(const models::TrainedModel& model, const nn::Weights<float>& weights,
                             std::string_view text, const Intervention& intervention, nn::ThreadTeam* team);

} // namespace alignoscope::decoding
