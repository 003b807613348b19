// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/evaluation.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope {

/// BLEU of one model by the length of the sentences it translates: a line of figure 2 of Bahdanau, Cho & Bengio 2015.
struct LengthCurve {
    std::string label;                 ///< "RNNsearch-50"
    std::vector<LengthBucket> buckets; ///< shorter sentences first, none overlap
    std::int64_t sentences = 0;
    double bleu = -1;      ///< of all sentences together; negative: not told
    std::string attention; ///< its kind; empty: not told
    int trainedTo = 0;     ///< words of the longest sentences it was trained on; 0: not told
    [[nodiscard]] bool attends() const { return attention != "none"; }
};

ALIGNOSCOPE_API LengthCurve lengthCurve(std::string label, const EvaluationReport& report);

/// An object whose "curves" are objects with the keys of `evaluate`, with "label", "attention" and "trained_to".
ALIGNOSCOPE_API std::string lengthCurvesToJson(const std::vector<LengthCurve>& curves);
/// A row a curve and bucket (RFC 4180, UTF-8, points as decimals).
ALIGNOSCOPE_API std::string lengthCurvesToCsv(const std::vector<LengthCurve>& curves);

/// Reads what lengthCurvesToJson or `evaluate` wrote, a list of such objects, or several of them one after another.
/// A curve without a label gets `label`, and a number where there are several. Throws Error(Input) where there is no
/// curve in it, or one is not what it should be.
ALIGNOSCOPE_API std::vector<LengthCurve> lengthCurvesFromJson(std::string_view json, std::string_view where,
                                                              std::string_view label);
/// The same of a file, labelled with its name. Blocks. Throws Error(Input).
ALIGNOSCOPE_API std::vector<LengthCurve> readLengthCurves(const std::filesystem::path& file);

} // namespace alignoscope
