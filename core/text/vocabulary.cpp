// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/vocabulary.h"

#include "alignoscope/error.h"

#include <utility>

namespace alignoscope {

Vocabulary::Vocabulary() : Vocabulary(std::vector<Entry>{}) { }

Vocabulary::Vocabulary(std::vector<Entry> entries)
{
    m_entries.reserve(entries.size() + marks);
    m_entries.push_back({"<unk>", 0});
    m_entries.push_back({"<s>", 0});
    m_entries.push_back({"</s>", 0});
    for (Entry& entry : entries)
        m_entries.push_back(std::move(entry));

    // The marks are not entered: text that happens to read "</s>" is an ordinary token and must never end a sentence.
    m_ids.reserve(entries.size());
    for (std::size_t i = marks; i < m_entries.size(); ++i) {
        const std::string& token = m_entries[i].token;
        const auto place = "vocabulary, entry " + std::to_string(i - marks + 1);
        if (token.empty())
            throw Error(ErrorKind::Input, {place, "the token is empty", "", "", ""});
        if (!m_ids.emplace(token, TokenId(static_cast<std::int32_t>(i))).second)
            throw Error(ErrorKind::Input, {place, "the token '" + token + "' is there twice", "", "", ""});
    }
}

TokenId Vocabulary::id(std::string_view token) const
{
    const auto found = m_ids.find(token);
    return found == m_ids.end() ? unknown : found->second;
}

bool Vocabulary::contains(std::string_view token) const
{
    return m_ids.find(token) != m_ids.end();
}

} // namespace alignoscope
