// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"

#include <memory>
#include <string>
#include <vector>

namespace alignoscope::testing {

/// A snapshot whose row t looks at source token t with weight `peak` and shares the rest out evenly.
inline std::shared_ptr<AttentionSnapshot> diagonal(std::vector<std::string> source, std::vector<std::string> target,
                                                   float peak = 0.75F)
{
    auto snapshot = std::make_shared<AttentionSnapshot>();
    snapshot->step = 1200;
    const std::size_t columns = source.size();
    for (std::size_t t = 0; t < target.size(); ++t)
        for (std::size_t s = 0; s < columns; ++s)
            snapshot->weights.push_back(s == std::min(t, columns - 1) ? peak
                                                                      : (1 - peak) / static_cast<float>(columns - 1));
    snapshot->sourceUnknown.assign(columns, false);
    snapshot->sourceTokens = std::move(source);
    snapshot->targetTokens = std::move(target);
    return snapshot;
}

/// A snapshot of that many tokens a side, the last of them EOS.
inline std::shared_ptr<AttentionSnapshot> square(int tokens)
{
    std::vector<std::string> words;
    for (int i = 0; i + 1 < tokens; ++i)
        words.push_back("word" + std::to_string(i));
    words.emplace_back("</s>");
    return diagonal(words, words);
}

} // namespace alignoscope::testing
