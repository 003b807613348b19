// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"
#include "alignoscope/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Whatever the bytes: links that read back as they were written, or an Error; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view line(reinterpret_cast<const char*>(data) + 1, size - 1);
    try {
        const auto gold = alignoscope::parseAlignmentLine(line, data[0] % 2, "fuzz");
        for (const auto& links : {gold.sure, gold.possible}) {
            if (alignoscope::parseAlignmentLine(alignoscope::toPharaoh(links), 0, "fuzz").sure != links)
                std::abort();
        }
    } catch (const alignoscope::Error&) {
        return 0;
    }
    return 0;
}
