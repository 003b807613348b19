// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/beam_trace.h"
#include "models/trained_model.h"

namespace alignoscope::decoding {

/// Searches as a translation of one text does, and writes down what happens. A team may help, or nullptr.
BeamTrace traceBeam(const models::TrainedModel& model, const nn::Weights<float>& weights, std::string_view text,
                    const TranslationOptions& options, int likeliest, nn::ThreadTeam* team);

} // namespace alignoscope::decoding
