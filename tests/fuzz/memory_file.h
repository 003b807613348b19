// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace alignoscope::test {

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

} // namespace alignoscope::test
