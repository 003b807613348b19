// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/attention_lines.h"
#include "interchange/attention/raw_attention.h"

namespace alignoscope::interchange {

bool looksLikeGiza(const std::vector<std::string_view>& lines);

/// GIZA++'s A3 files: "# Sentence pair …", the words of one side, and those of the other each with the numbers of the
/// first side's words that it is joined to, "NULL ({ 3 }) house ({ 1 2 })". The third line is the source.
void readGiza(AttentionLines& lines, RawAttention& attention);

} // namespace alignoscope::interchange
