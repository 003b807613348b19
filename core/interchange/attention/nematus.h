// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/attention_lines.h"
#include "interchange/attention/raw_attention.h"

namespace alignoscope::interchange {

/// Whether the first of these lines is `id ||| target ||| score ||| source ||| S T`.
bool looksLikeNematus(const std::vector<std::string_view>& lines);
/// The same with `0 0` for S and T.
bool looksLikeOpenNmtLua(const std::vector<std::string_view>& lines);

/// Blocks of Nematus, OpenNMT-lua and AmuNMT: the header, a line of numbers a target token, perhaps an empty line.
void readNematus(AttentionLines& lines, RawAttention& attention);

} // namespace alignoscope::interchange
