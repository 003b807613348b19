// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/raw_attention.h"

#include "alignoscope/error.h"

#include <algorithm>
#include <utility>

namespace alignoscope::interchange {

namespace {

constexpr std::size_t keptSkips = 10'000;

} // namespace

RawAttention::RawAttention(std::string where, const AttentionReadOptions& options)
    : m_where(std::move(where)), m_options(options)
{
}

bool RawAttention::full() const
{
    return m_options.limit > 0 && static_cast<std::int64_t>(sentences.size()) >= m_options.limit;
}

void RawAttention::spend(std::int64_t cells)
{
    if (cells > m_options.cells - m_cells)
        throw Error(ErrorKind::Input,
                    {m_where, "there are more weights in it than can be held at once",
                     "at most " + std::to_string(m_options.cells) + " (the limit 'cells')", "more",
                     "Read fewer sentences, or divide the file."});
    m_cells += cells;
}

void RawAttention::add(RawSentence sentence)
{
    sentences.push_back(std::move(sentence));
}

void RawAttention::skip(std::int64_t line, std::string reason)
{
    ++skippedTotal;
    if (skipped.size() < keptSkips)
        skipped.push_back({line, std::move(reason)});
}

void RawAttention::assume(const std::string& sentence)
{
    if (std::ranges::find(assumptions, sentence) == assumptions.end())
        assumptions.push_back(sentence);
}

void RawAttention::fail(std::string what, std::string expected, std::string got) const
{
    throw Error(ErrorKind::Input,
                {m_where, std::move(what), std::move(expected), std::move(got),
                 "The manual's page of attention files shows every format; --from names one."});
}

} // namespace alignoscope::interchange
