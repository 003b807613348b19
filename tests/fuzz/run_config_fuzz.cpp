// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "storage/run_config.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever the bytes: an experiment that returns when it is written and read again, or an Error; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    namespace storage = alignoscope::storage;
    try {
        const auto read = storage::parseConfig({reinterpret_cast<const char*>(data), size}, "fuzz");
        if (storage::parseConfig(storage::configText(read), "again") != read)
            std::abort();
    } catch (const alignoscope::Error&) {
        return 0;
    }
    return 0;
}
