// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/indices.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace alignoscope {

/// One picture of attention. Published as `shared_ptr<const AttentionSnapshot>` and never changed afterwards.
/// S = sourceTokens.size(), T = targetTokens.size(), both with EOS as the last token; padding never appears. Of a
/// classifier: the words of the text, no EOS, and as the only target token the label it thinks likeliest.
struct AttentionSnapshot {
    RunId run{};
    std::int64_t step = 0;          ///< updates done when it was taken
    SentenceId sentence{};          ///< which watched sentence; -1 for a translation
    std::vector<std::string> sourceTokens, targetTokens; ///< the surface, also where the model sees <unk>
    std::vector<bool> sourceUnknown;                     ///< source tokens the model reads as <unk>
    std::vector<float> weights;     ///< T × S row-major; row t = p(source s | target t), sums to 1; the kind "local-p" says
                                    ///< less, and all are 0 of a model without attention
    std::vector<float> centres;     ///< p_t of a local kind, T source positions counted from 0; empty of the others
    float window = 0;               ///< D of a local kind: row t sees the positions p_t − D … p_t + D
    bool forced = false;            ///< target tokens are the reference; otherwise the model's own greedy output
    bool recorded = false;          ///< belongs in the history; otherwise only for the live picture
    double loss = 0;                ///< nats a target token, of the target shown

    [[nodiscard]] std::int32_t sources() const { return static_cast<std::int32_t>(sourceTokens.size()); }
    [[nodiscard]] std::int32_t targets() const { return static_cast<std::int32_t>(targetTokens.size()); }
    [[nodiscard]] float weight(std::int32_t target, std::int32_t source) const
    {
        return weights[static_cast<std::size_t>(target) * sourceTokens.size() + static_cast<std::size_t>(source)];
    }
    [[nodiscard]] std::span<const float> row(std::int32_t target) const
    {
        return {weights.data() + static_cast<std::size_t>(target) * sourceTokens.size(), sourceTokens.size()};
    }
};
using AttentionSnapshotPtr = std::shared_ptr<const AttentionSnapshot>;

} // namespace alignoscope
