// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_export.h"
#include "alignoscope/attention_import.h"
#include "alignoscope/error.h"
#include "core/corpus/corpus_test_support.h"
#include "interchange/attention/read_attention.h"

#include <string>
#include <vector>

namespace alignoscope::testing {

inline ImportedAttention readText(const std::string& text, const AttentionReadOptions& options = {},
                                  std::size_t piece = 7)
{
    MemorySource bytes(text, piece);
    return interchange::readAttentionBytes(bytes, "made-up", options, {});
}

inline AttentionReadOptions as(AttentionFormat format)
{
    AttentionReadOptions options;
    options.format = format;
    return options;
}

/// "the cat </s>"
inline std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

inline std::vector<std::string> skippedOf(const ImportedAttention& attention)
{
    std::vector<std::string> lines;
    for (const SkippedLine& line : attention.skipped)
        lines.push_back(std::to_string(line.line) + ": " + line.reason);
    return lines;
}

inline AttentionSnapshotPtr snapshotOf(std::vector<std::string> source, std::vector<std::string> target,
                                       std::vector<float> weights)
{
    auto snapshot = std::make_shared<AttentionSnapshot>();
    snapshot->sourceTokens = std::move(source);
    snapshot->targetTokens = std::move(target);
    snapshot->sourceUnknown.assign(snapshot->sourceTokens.size(), false);
    snapshot->weights = std::move(weights);
    return snapshot;
}

} // namespace alignoscope::testing
