// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"
#include "alignoscope/error.h"
#include "text/unicode.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

namespace alignoscope::fuzzing {

/// A file in memory: the readers open files, and a disk would be worn for nothing.
class MemoryFile {
public:
    MemoryFile(const std::uint8_t* data, std::size_t size) : m_number(memfd_create("fuzz", 0))
    {
        if (m_number < 0 || write(m_number, data, size) != static_cast<ssize_t>(size))
            std::abort();
    }
    ~MemoryFile() { close(m_number); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(m_number); }

private:
    int m_number;
};

/// The corpus in the bytes, or nothing where an Error says why there is none.
inline std::optional<RawCorpus> read(const MemoryFile& file, ReadOptions options)
{
    options.limits = {.textBytes = 1 << 20, .lineBytes = 1 << 12, .expansion = 2000, .depth = 32};
    try {
        return readCorpus(CorpusSource::parse({file.path()}), options);
    } catch (const Error&) {
        return std::nullopt;
    }
}

inline void requireGoodPairs(const RawCorpus& corpus)
{
    if (corpus.pairs.size() == 0)
        std::abort();
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        if (corpus.pairs.line(i) < 1)
            std::abort();
        for (const std::string_view side : {corpus.pairs.source(i), corpus.pairs.target(i)})
            if (side.empty() || !text::isValidUtf8(side)
                || side.find_first_of(std::string_view("\0\r\n", 3)) != side.npos)
                std::abort();
    }
}

/// Bytes of a format: every pair has two sides in one line of UTF-8 each, and exchanging the sides changes nothing
/// else.
inline int readAs(CorpusFormat format, const std::uint8_t* data, std::size_t size)
{
    const MemoryFile file(data, size);
    const auto corpus = read(file, {.format = format});
    const auto swapped = read(file, {.format = format, .swap = true});
    if (corpus.has_value() != swapped.has_value())
        std::abort();
    if (!corpus)
        return 0;
    requireGoodPairs(*corpus);
    if (corpus->pairs.size() != swapped->pairs.size() || corpus->skippedTotal != swapped->skippedTotal)
        std::abort();
    for (std::size_t i = 0; i < corpus->pairs.size(); ++i)
        if (corpus->pairs.source(i) != swapped->pairs.target(i) || corpus->pairs.target(i) != swapped->pairs.source(i))
            std::abort();
    return 0;
}

} // namespace alignoscope::fuzzing
