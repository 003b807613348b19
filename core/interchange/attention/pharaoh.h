// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/attention_lines.h"
#include "interchange/attention/raw_attention.h"

namespace alignoscope::interchange {

/// Whether these lines, or most of them, are links alone, "0-0 1p2", perhaps after their number and a tab.
bool looksLikePharaoh(const std::vector<std::string_view>& lines);

/// A line of links a sentence: Pharaoh, fast_align, SimAlign, awesome-align.
void readPharaoh(AttentionLines& lines, RawAttention& attention);

} // namespace alignoscope::interchange
