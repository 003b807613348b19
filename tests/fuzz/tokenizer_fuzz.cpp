// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/text.h"

#include "text/unicode.h"

#include <cstdlib>
#include <string>

/// Any bytes: tokens are never empty, well-formed, without spaces; joining them never fails, and characters come back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace alignoscope;
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    const bool lowercase = data[0] % 2 != 0;
    for (const auto kind : {TokenizerKind::Words, TokenizerKind::Whitespace, TokenizerKind::Characters}) {
        const auto tokens = tokenize(bytes, kind, lowercase);
        for (const std::string& token : tokens)
            if (token.empty() || !text::isValidUtf8(token) || token.find_first_of(" \t\r\n") != std::string::npos)
                std::abort();
        const std::string joined = detokenize(tokens, kind);
        if (!text::isValidUtf8(joined))
            std::abort();
        // What was cleaned once stays as it is (joiners apart: whether they are kept hangs on what stands before them).
        const bool hasJoiner = joined.find("\u200C") != std::string::npos || joined.find("\u200D") != std::string::npos;
        if (kind == TokenizerKind::Whitespace && !hasJoiner && tokenize(joined, kind, false) != tokens)
            std::abort();
    }
    return 0;
}
