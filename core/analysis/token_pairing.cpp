// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_difference.h"

#include <algorithm>
#include <cstddef>

namespace alignoscope {
namespace {

/// Lengths of the longest common subsequences of what remains after i tokens of the left and k of the right:
/// L(i, k) = 1 + L(i+1, k+1) where the tokens are equal, else max(L(i+1, k), L(i, k+1)).
class CommonLengths {
public:
    CommonLengths(const std::string* left, std::size_t lefts, const std::string* right, std::size_t rights)
        : m_width(rights + 1), m_lengths((lefts + 1) * m_width, 0)
    {
        for (std::size_t i = lefts; i-- > 0;)
            for (std::size_t k = rights; k-- > 0;)
                m_lengths[i * m_width + k] =
                    left[i] == right[k] ? 1 + at(i + 1, k + 1) : std::max(at(i + 1, k), at(i, k + 1));
    }
    [[nodiscard]] std::int32_t at(std::size_t i, std::size_t k) const { return m_lengths[i * m_width + k]; }

private:
    std::size_t m_width;
    std::vector<std::int32_t> m_lengths;
};

} // namespace

std::vector<TokenPair> pairTokens(const std::vector<std::string>& left, const std::vector<std::string>& right)
{
    const std::size_t shorter = std::min(left.size(), right.size());
    std::size_t head = 0, tail = 0;
    while (head < shorter && left[head] == right[head])
        ++head;
    while (tail < shorter - head && left[left.size() - 1 - tail] == right[right.size() - 1 - tail])
        ++tail;

    const std::size_t lefts = left.size() - tail, rights = right.size() - tail;
    const CommonLengths common(left.data() + head, lefts - head, right.data() + head, rights - head);
    std::vector<TokenPair> pairs;
    const auto place = [](std::size_t i) { return static_cast<std::int32_t>(i); };
    std::size_t i = 0, k = 0;
    while (i < left.size() || k < right.size()) {
        const bool outside = i < head || (i >= lefts && k >= rights); // of what differs
        if (outside || (i < lefts && k < rights && left[i] == right[k]))
            pairs.push_back({place(i++), place(k++)});
        else if (k == rights || (i < lefts && common.at(i + 1 - head, k - head) >= common.at(i - head, k + 1 - head)))
            pairs.push_back({place(i++), -1});
        else
            pairs.push_back({-1, place(k++)});
    }
    return pairs;
}

} // namespace alignoscope
