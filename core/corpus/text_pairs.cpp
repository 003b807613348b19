// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/corpus.h"

namespace alignoscope {

void TextPairs::add(std::string_view source, std::string_view target, std::int64_t line)
{
    m_pairs.push_back(
        {m_text.size(), static_cast<std::uint32_t>(source.size()), static_cast<std::uint32_t>(target.size()), line});
    m_text.append({source.data(), source.size()});
    m_text.append({target.data(), target.size()});
}

std::string_view TextPairs::source(std::size_t i) const
{
    const Span& span = m_pairs[i];
    return {m_text.data() + span.offset, span.sourceBytes};
}

std::string_view TextPairs::target(std::size_t i) const
{
    const Span& span = m_pairs[i];
    return {m_text.data() + span.offset + span.sourceBytes, span.targetBytes};
}

} // namespace alignoscope
