// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/attention_kinds.h"
#include "alignoscope/evaluation.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

/// "all", "best:3", "window:5"
ALIGNOSCOPE_API std::string name(const StateLimitOptions& limit);
/// Reads such a name. Throws Error(Usage).
ALIGNOSCOPE_API StateLimitOptions stateLimit(std::string_view name);

/// How well a model translates and aligns while its attention may look at so many states.
struct StatePoint {
    StateLimitOptions limit;
    double bleu = 0;
    double loss = 0;           ///< nats a target token
    std::optional<double> aer; ///< where there are gold alignments, of the forced reference
};
struct StateCurve {
    std::string label; ///< of the run
    std::int64_t sentences = 0;
    std::vector<StatePoint> points;
};

/// The 1, 2, 3, 4, 6, 8 best states, windows of as many, and all.
ALIGNOSCOPE_API std::vector<StateLimitOptions> usualStateLimits();

/// Evaluates the model under each limit. Throws as evaluate and Translator::limited do. Blocks. Thread-safe.
ALIGNOSCOPE_API StateCurve measureStateLimits(const Translator& translator, const RawCorpus& corpus,
                                              const std::vector<StateLimitOptions>& limits,
                                              const TranslationOptions& options, const Progress& progress = {});

/// {"label", "sentences", "points": [{"limit": "best:3", "bleu", "loss", "aer"}]}
ALIGNOSCOPE_API std::string stateCurveToJson(const StateCurve& curve);
/// A row a point (RFC 4180, UTF-8, points as decimals).
ALIGNOSCOPE_API std::string stateCurveToCsv(const StateCurve& curve);
/// Reads what stateCurveToJson wrote. Throws Error(Input).
ALIGNOSCOPE_API StateCurve stateCurveFromJson(std::string_view json, std::string_view where);

} // namespace alignoscope
