// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/replay.h"

#include <algorithm>
#include <numeric>

namespace alignoscope::decoding {

namespace {

template <class LogProbabilities>
std::vector<std::pair<TokenId, double>> likeliestWords(const LogProbabilities& logs, int count)
{
    constexpr std::int32_t first = Vocabulary::marks - 1; // not <unk>, not <s>
    std::vector<std::int32_t> words(static_cast<std::size_t>(logs.size() - first));
    std::iota(words.begin(), words.end(), first);
    const auto kept = std::min(words.size(), static_cast<std::size_t>(count));
    std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(kept), words.end(),
                      [&](std::int32_t a, std::int32_t b) { return logs[a] != logs[b] ? logs[a] > logs[b] : a < b; });
    std::vector<std::pair<TokenId, double>> best;
    for (std::size_t i = 0; i < kept; ++i)
        best.emplace_back(TokenId(words[i]), static_cast<double>(logs[words[i]]));
    return best;
}

} // namespace

Replay replay(DecoderSteps& steps, const std::vector<TokenId>& source, const std::vector<TokenId>& target,
              const Steering& steering, int likeliest)
{
    Replay result;
    steps.begin({source});
    StepColumn column;
    for (std::size_t t = 0; t < target.size(); ++t) {
        const std::span<const float> given[] = {steering.row(t)};
        steps.step({&column, 1}, given);
        const auto logs = steps.logProbabilities().col(0);
        result.logProbabilities.push_back(static_cast<double>(logs[index(target[t])]));
        result.likeliest.push_back(likeliestWords(logs, likeliest));
        const auto weights = steps.attention(0);
        result.attention.insert(result.attention.end(), weights.begin(), weights.end());
        column.last = target[t];
    }
    return result;
}

} // namespace alignoscope::decoding
