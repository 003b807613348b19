// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <stop_token>
#include <string>

namespace alignoscope::commands {

// What `translate` and `evaluate` do with the run of a text classifier.

/// Whether the folder holds one. Throws Error where it holds no run.
bool isClassifierRun(const std::string& folder);

/// Writes the label of every line, or with `json` an object a line: source, label, probabilities, attention, padding.
void labelLines(const std::string& folder, bool best, bool json, std::istream& input, std::size_t together,
                const std::stop_token& stop);

struct CorpusArguments;
/// Writes one JSON object: sentences, loss, accuracy, labels, confusion.
void evaluateClassifier(const std::string& folder, bool best, const CorpusArguments& corpus, std::int64_t limit);

} // namespace alignoscope::commands
