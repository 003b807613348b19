// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/text.h"

#include "text/unicode.h"

#include <cstdlib>
#include <string>

/// Any bytes: they are refused, or a model that cuts text into well-formed pieces, none empty, and joins them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace alignoscope;
    try {
        const auto model = SubwordModel::parse({reinterpret_cast<const char*>(data), size}, "fuzz");
        for (const char* text : {"the old reader was reading", "ﬁ Ａ² 猫が寝ている。 แมว \u0308 <unk> <s> ▁ ⁇", ""}) {
            const auto pieces = model.split(text);
            for (const std::string& piece : pieces)
                if (piece.empty() || !text::isValidUtf8(piece))
                    std::abort();
            (void)model.join(pieces);
        }
        (void)model.join({"<unk>", "▁new", "", "<0xE7>", "<0x00>"});
    } catch (const Error&) {
    }
    return 0;
}
