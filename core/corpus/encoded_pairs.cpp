// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/dataset.h"

namespace alignoscope {

void EncodedPairs::add(std::span<const TokenId> source, std::span<const TokenId> target, std::size_t rawIndex)
{
    m_source.append(source);
    m_target.append(target);
    m_sourceEnds.push_back(m_source.size());
    m_targetEnds.push_back(m_target.size());
    m_raw.push_back(rawIndex);
}

void EncodedPairs::release() const
{
    m_source.release();
    m_target.release();
    m_sourceEnds.release();
    m_targetEnds.release();
    m_raw.release();
}

} // namespace alignoscope
