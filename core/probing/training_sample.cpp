// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/states.h"

#include <algorithm>
#include <unordered_set>

namespace alignoscope {

std::vector<std::string> evenTrainingSentences(const Dataset& dataset, std::int64_t tokens)
{
    const EncodedPairs& pairs = dataset.training;
    const auto all = static_cast<std::int64_t>(pairs.size());
    if (all == 0)
        return {};
    // so many sentences of average length make up that many tokens
    const std::int64_t wanted =
        std::clamp<std::int64_t>(all * tokens / std::max<std::int64_t>(1, pairs.sourceTokens()), 1, all);
    std::vector<std::string> sentences;
    std::unordered_set<std::string_view> taken;
    for (std::int64_t pick = 0; pick < wanted; ++pick) {
        // the first new one of this pick's stretch
        for (std::int64_t i = all * pick / wanted; i < all * (pick + 1) / wanted; ++i) {
            const auto text = dataset.corpus->pairs.source(pairs.rawIndex(static_cast<std::size_t>(i)));
            if (taken.insert(text).second) {
                sentences.emplace_back(text);
                break;
            }
        }
    }
    return sentences;
}

} // namespace alignoscope
