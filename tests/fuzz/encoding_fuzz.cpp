// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/corpus_bytes.h"

#include <array>

/// Bytes read in an encoding that is asked for, or recognised: the first byte chooses.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace alignoscope;
    constexpr std::array<const char*, 8> encodings{"",          "UTF-8",   "UTF-16LE", "windows-1252",
                                                   "Shift_JIS", "GB18030", "UTF-7",    "ISO-2022-JP"};
    if (size == 0)
        return 0;
    const fuzzing::MemoryFile file(data + 1, size - 1);
    if (const auto corpus = fuzzing::read(file, {.encoding = encodings[data[0] % encodings.size()]}))
        fuzzing::requireGoodPairs(*corpus);
    return 0;
}
