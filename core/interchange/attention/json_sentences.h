// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/raw_attention.h"

namespace alignoscope::interchange {

/// Whether text that begins so is a list of objects, or an object a line, with attention in them.
bool looksLikeAttentionJson(std::string_view head);

/// {source, target, attention}, or what `translate --format json` writes: {source, hypotheses}.
void readJsonSentences(std::string_view text, RawAttention& attention);

} // namespace alignoscope::interchange
