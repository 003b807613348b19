// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probing/leave_one_out.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace alignoscope::probing {

void LeaveOneOut::columns(Tokens source, Tokens target, const nn::Buffer<float>& whole, Index first, Index count,
                          float* change, float* logRatio)
{
    m_shortened.clear();
    for (Index j = first; j < first + count; ++j) {
        auto& rest = m_shortened.emplace_back(source.begin(), source.end());
        rest.erase(rest.begin() + j);
    }
    m_sources.assign(m_shortened.begin(), m_shortened.end());
    m_targets.assign(m_shortened.size(), target);
    m_pass.run(m_sources, m_targets);

    const models::TargetBatch& batch = m_pass.part().target;
    const auto maxout = m_pass.trace().maxout.map();
    const auto width = static_cast<Index>(source.size());
    constexpr float smallest = std::numeric_limits<float>::min(); // p of 0 has no logarithm
    for (Index t = 0; t < batch.sequences.steps(); ++t) {         // all targets are equally long
        const auto p = whole.map().col(t);
        const Index word = index(target[static_cast<std::size_t>(t)]);
        for (Index from = 0; from < count; from += columnsTogether) {
            const Index size = std::min(columnsTogether, count - from);
            distributions(m_network, m_weights, maxout.middleCols(batch.sequences.first(t) + from, size),
                          m_distributions);
            for (Index i = 0; i < size; ++i) {
                const auto without = std::as_const(m_distributions).map().col(i);
                const Index at = t * width + first + batch.sentence[static_cast<std::size_t>(from + i)];
                change[at] = static_cast<float>(distance(p, without));
                logRatio[at] = std::log(std::max(p[word], smallest)) - std::log(std::max(without[word], smallest));
            }
        }
    }
}

} // namespace alignoscope::probing
