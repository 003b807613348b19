// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/text.h"

#include "text/unicode.h"

#include <algorithm>
#include <cstdlib>
#include <string>

/// Any bytes, any tokeniser and form: tokens are never empty, well-formed, without spaces; joining them never fails,
/// and characters come back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace alignoscope;
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    SideText side;
    side.lowercase = data[0] % 2 != 0;
    side.normalization = data[0] / 2 % 2 != 0 ? Normalization::Nfkc : Normalization::Nfc;
    for (const auto kind :
         {TokenizerKind::Words, TokenizerKind::Whitespace, TokenizerKind::Characters, TokenizerKind::Whole}) {
        side.kind = kind;
        const auto tokens = tokenize(bytes, side);
        const bool mayHoldSpaces = kind == TokenizerKind::Whole;
        for (const std::string& token : tokens)
            if (token.empty() || !text::isValidUtf8(token)
                || (!mayHoldSpaces && token.find_first_of(" \t\r\n") != std::string::npos))
                std::abort();
        const std::string joined = detokenize(tokens, side);
        if (!text::isValidUtf8(joined))
            std::abort();
        // What was cleaned once stays as it is (joiners apart: whether they are kept hangs on what stands before them).
        const bool hasJoiner = joined.find("\u200C") != std::string::npos || joined.find("\u200D") != std::string::npos;
        const bool hasPieces = std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
            return token.ends_with("@@") || token.starts_with("▁");
        });
        side.lowercase = false;
        if (kind == TokenizerKind::Whitespace && !hasJoiner && !hasPieces && tokenize(joined, side) != tokens)
            std::abort();
        side.lowercase = data[0] % 2 != 0;
    }
    return 0;
}
