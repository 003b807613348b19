// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"
#include "alignoscope/error.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Whatever the bytes: links counted from 0, sorted, none both sure and possible; or an Error; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    try {
        for (const auto& gold : alignoscope::parseGold(bytes, data[0] % 3 - 1, "fuzz").pairs) {
            for (const auto& links : {gold.sure, gold.possible})
                for (std::size_t i = 0; i < links.size(); ++i)
                    if (links[i].source < 0 || links[i].target < 0 || (i > 0 && !(links[i - 1] < links[i])))
                        std::abort();
            for (const auto link : gold.possible)
                if (std::binary_search(gold.sure.begin(), gold.sure.end(), link))
                    std::abort();
        }
    } catch (const alignoscope::Error&) {
        return 0;
    }
    return 0;
}
