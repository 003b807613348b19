// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/attention_lines.h"
#include "interchange/attention/raw_attention.h"

#include <span>

namespace alignoscope::interchange {

/// A format: how it is recognised, and its reader. Those with lines have the first pair, the others the second.
struct FormatReader {
    AttentionFormat format;
    bool (*looksLike)(const std::vector<std::string_view>& lines); ///< the first lines that are not empty
    void (*read)(AttentionLines& lines, RawAttention& attention);
    bool (*headLooksLike)(std::string_view head);
    void (*readWhole)(std::string_view bytes, RawAttention& attention);
};

/// In the order in which they are tried.
std::span<const FormatReader> formatReaders();

/// The reader of the format that `wanted` says, or that the head of a file shows; null where it is none of them.
/// `whole`: the head is all of the file.
const FormatReader* readerFor(AttentionFormat wanted, std::string_view head, bool whole);

} // namespace alignoscope::interchange
