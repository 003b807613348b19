// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_export.h"
#include "alignoscope/attention_import.h"
#include "alignoscope/error.h"
#include "interchange/attention/read_attention.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace alignoscope::fuzz {

/// A few bytes at a time, so that every line is cut in several places.
class Pieces : public corpus::ByteSource {
public:
    explicit Pieces(std::string_view bytes) : m_bytes(bytes) { }
    std::string_view read() override
    {
        constexpr std::size_t piece = 61;
        const std::string_view given = m_bytes.substr(0, piece);
        m_bytes.remove_prefix(given.size());
        return given;
    }

private:
    std::string_view m_bytes;
};

inline void check(const AttentionSnapshot& sentence)
{
    if (sentence.sourceTokens.empty() || sentence.targetTokens.empty()
        || sentence.weights.size() != sentence.sourceTokens.size() * sentence.targetTokens.size()
        || sentence.sourceUnknown.size() != sentence.sourceTokens.size())
        std::abort();
    if (!std::ranges::all_of(sentence.weights, [](float weight) { return weight >= -0.001F && weight <= 1.001F; }))
        std::abort();
}

/// Whatever the bytes: sentences whose sizes agree and which every writer can write, or an Error; nothing else.
inline void readAsAttention(const std::uint8_t* data, std::size_t size, AttentionFormat format)
{
    AttentionReadOptions options;
    options.format = format;
    options.cells = 1 << 14;
    try {
        Pieces bytes({reinterpret_cast<const char*>(data), size});
        const ImportedAttention read = interchange::readAttentionBytes(bytes, "fuzz", options, {});
        for (const AttentionSnapshotPtr& sentence : read.sentences)
            check(*sentence);
        linksOf(read);
        attentionToJson(read.sentences);
        attentionToPharaoh(read.sentences, 0.5);
        attentionToMarianSoft(read.sentences);
        attentionToMarianHard(read.sentences);
        attentionToNematus(read.sentences);
        if (read.sentences.size() < 64)
            attentionToNpy(read.sentences);
    } catch (const Error&) {
        return;
    }
}

} // namespace alignoscope::fuzz
