// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/indices.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace alignoscope {

/// The tokens a model knows, most frequent first after three marks. Immutable after construction; thread-safe.
class ALIGNOSCOPE_API Vocabulary {
public:
    static constexpr TokenId unknown{0};       ///< <unk>: a token the model has no row for
    static constexpr TokenId beginSentence{1}; ///< <s>: what the decoder is fed before its first word
    static constexpr TokenId endSentence{2};   ///< </s>: EOS, the last token of every sentence
    static constexpr std::int32_t marks = 3;

    struct Entry {
        std::string token;
        std::int64_t count = 0;
    };

    Vocabulary();
    /// `entries` without the marks, in their order. Throws Error(Input) on a token given twice or empty.
    explicit Vocabulary(std::vector<Entry> entries);

    [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(m_entries.size()); } ///< with the marks
    [[nodiscard]] const std::string& token(TokenId id) const { return m_entries.at(static_cast<std::size_t>(index(id))).token; }
    [[nodiscard]] std::int64_t count(TokenId id) const { return m_entries.at(static_cast<std::size_t>(index(id))).count; }
    [[nodiscard]] TokenId id(std::string_view token) const; ///< `unknown` if it is not there
    [[nodiscard]] bool contains(std::string_view token) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<Entry> m_entries;
    std::unordered_map<std::string, TokenId, Hash, std::equal_to<>> m_ids;
};

} // namespace alignoscope
