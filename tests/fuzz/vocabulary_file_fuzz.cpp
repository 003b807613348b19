// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "storage/vocabulary_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever the bytes: a vocabulary that is written as it was read, or an Error; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    namespace storage = alignoscope::storage;
    try {
        const auto read = storage::parseVocabulary({reinterpret_cast<const char*>(data), size}, "fuzz");
        const auto text = storage::vocabularyText(read);
        if (storage::vocabularyText(storage::parseVocabulary(text, "again")) != text)
            std::abort();
    } catch (const alignoscope::Error&) {
        return 0;
    }
    return 0;
}
