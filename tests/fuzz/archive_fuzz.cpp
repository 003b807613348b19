// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/corpus_bytes.h"

#include <algorithm>

/// Archives of any making, listed and read: an Error or pairs, and a member that was taken is one of those listed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace alignoscope;
    const fuzzing::MemoryFile file(data, size);
    const auto corpus = fuzzing::read(file, {});
    if (!corpus)
        return 0;
    fuzzing::requireGoodPairs(*corpus);
    if (!corpus->member.empty()
        && std::find(corpus->members.begin(), corpus->members.end(), corpus->member) == corpus->members.end())
        std::abort();
    return 0;
}
