// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/attention_lines.h"
#include "interchange/attention/raw_attention.h"

namespace alignoscope::interchange {

/// Whether these first lines are `target ||| a,b,c a,b,c …`, also of an n-best list or of the scorer.
bool looksLikeMarianSoft(const std::vector<std::string_view>& lines);
/// The same of `target ||| 0-0 1-2`.
bool looksLikeMarianHard(const std::vector<std::string_view>& lines);

/// Lines of marian-decoder, also with --n-best and --word-scores, of marian-scorer, and of AmuNMT.
void readMarianSoft(AttentionLines& lines, RawAttention& attention);
void readMarianHard(AttentionLines& lines, RawAttention& attention);

} // namespace alignoscope::interchange
