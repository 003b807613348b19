// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_import.h"
#include "corpus/byte_source.h"

namespace alignoscope::interchange {

/// readAttention of bytes that are decompressed already. `where` is for messages.
ImportedAttention readAttentionBytes(corpus::ByteSource& bytes, const std::string& where,
                                     const AttentionReadOptions& options, const Progress& progress);

} // namespace alignoscope::interchange
