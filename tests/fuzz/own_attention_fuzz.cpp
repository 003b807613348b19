// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Whatever the bytes: sentences that read back as they were written, or an Error; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace alignoscope;
    try {
        const auto read = attentionFromJson({reinterpret_cast<const char*>(data), size}, "fuzz");
        const auto again = attentionFromJson(attentionToJson(read), "fuzz");
        if (again.size() != read.size())
            std::abort();
        for (std::size_t i = 0; i < read.size(); ++i) {
            if (again[i]->sourceTokens != read[i]->sourceTokens || again[i]->targetTokens != read[i]->targetTokens
                || again[i]->weights != read[i]->weights)
                std::abort();
            attentionToCsv(*read[i]);
        }
        attentionToPharaoh(read);
    } catch (const Error&) {
        return 0;
    }
    return 0;
}
