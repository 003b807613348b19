// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/distinct_words.h"

namespace alignoscope::nn {

void DistinctWords::clear(Index vocabulary)
{
    m_words.clear();
    ++m_round;
    if (static_cast<Index>(m_seen.size()) < vocabulary || m_round == 0) {
        m_seen.assign(static_cast<std::size_t>(vocabulary), 0);
        m_places.resize(static_cast<std::size_t>(vocabulary));
        m_round = 1;
    }
}

Index DistinctWords::add(std::int32_t word)
{
    const auto at = static_cast<std::size_t>(word);
    if (m_seen[at] != m_round) {
        m_seen[at] = m_round;
        m_places[at] = size();
        m_words.push_back(word);
    }
    return m_places[at];
}

Index DistinctWords::append(std::int32_t word)
{
    const Index place = size();
    if (add(word) != place)
        m_words.push_back(word);
    return place;
}

} // namespace alignoscope::nn
