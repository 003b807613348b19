// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/metrics.h"

#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::analysis {

/// mteval-v13a's tokenisation as sacreBLEU defines `tok:13a`: western punctuation apart, full stops and commas apart
/// unless between digits, a dash apart after a digit, four SGML entities resolved. Thread-safe.
std::vector<std::string> tokenize13a(std::string_view text);

/// sacreBLEU's `tok:zh` (Shujian Huang's rules for WMT17): every Chinese character apart, the rest as 13a without
/// its entities. Its ranges are kept as published, with their oddities. Thread-safe.
std::vector<std::string> tokenizeZh(std::string_view text);

std::vector<std::string> tokenizeFor(BleuTokenizer tokenizer, std::string_view text);
std::string_view signatureName(BleuTokenizer tokenizer); ///< "13a", "zh"

} // namespace alignoscope::analysis
