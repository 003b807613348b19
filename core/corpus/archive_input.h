// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

struct archive;

namespace alignoscope::corpus {

/// The bytes of a file as libarchive asks for them. Asked to stop, it ends with an error at the next block, also where
/// a large file of an archive is being passed over.
class ArchiveInput {
public:
    /// Throws Error(Input) when there is no such file, it is a folder or it may not be read.
    ArchiveInput(const std::filesystem::path& path, std::stop_token stop);
    ~ArchiveInput();
    ArchiveInput(const ArchiveInput&) = delete;
    ArchiveInput& operator=(const ArchiveInput&) = delete;

    /// Makes `handle` read from here. This object must stay where it is as long as that reads.
    void attachTo(archive* handle);
    [[nodiscard]] std::int64_t bytes() const { return m_bytes; } ///< 0 of a pipe
    [[nodiscard]] const std::stop_token& stop() const { return m_stop; }

private:
    struct Callbacks;

    int m_number = -1;
    std::int64_t m_bytes = 0;
    std::stop_token m_stop;
    std::vector<char> m_block;
};

} // namespace alignoscope::corpus
