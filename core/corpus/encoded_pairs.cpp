// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/dataset.h"

namespace alignoscope {

void EncodedPairs::add(std::span<const TokenId> source, std::span<const TokenId> target, std::size_t rawIndex)
{
    m_source.insert(m_source.end(), source.begin(), source.end());
    m_target.insert(m_target.end(), target.begin(), target.end());
    m_sourceEnds.push_back(m_source.size());
    m_targetEnds.push_back(m_target.size());
    m_raw.push_back(rawIndex);
}

} // namespace alignoscope
