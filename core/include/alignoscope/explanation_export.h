// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/explanation.h"

#include <string>

/// Explanations as text: CSV by RFC 4180 and JSON, UTF-8, six digits, points as decimals; a number that is not there is
/// an empty field, or null. Indices count from 0. Thread-safe; explanations must be whole (else Error(Usage)).
namespace alignoscope {

/// A row a pair of target and source token: the three matrices.
ALIGNOSCOPE_API std::string explanationToCsv(const Explanation& explanation);
/// A row a target token: orders compared, and what other weights change.
ALIGNOSCOPE_API std::string explainedWordsToCsv(const Explanation& explanation);
/// All of it.
ALIGNOSCOPE_API std::string explanationToJson(const Explanation& explanation);

/// A row a target word of all sentences.
ALIGNOSCOPE_API std::string explanationSummaryToCsv(const ExplanationSummary& summary);
/// The means.
ALIGNOSCOPE_API std::string explanationSummaryToJson(const ExplanationSummary& summary);

} // namespace alignoscope
