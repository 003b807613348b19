// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/file_handle.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace alignoscope::storage {

/// A file written piece by piece that takes its name only when it is whole: written under a temporary name in the same
/// folder, flushed to the disk, renamed over the old one, the folder flushed. Without `commit` (an exception on the
/// way, say) the temporary goes and the old file stays. Every call throws Error(Storage).
///
/// A symbolic link is followed. What is no ordinary file (a device, a pipe) is written directly.
class AtomicFile {
public:
    explicit AtomicFile(const std::filesystem::path& path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    void write(std::string_view bytes);
    void write(std::span<const float> values); ///< little-endian, without a copy
    void commit();

private:
    std::filesystem::path m_path, m_temporary; ///< m_temporary is empty where the file is written directly
    FileHandle m_handle;
};

/// Gives the content of `existing` a second name, whole or not at all: a hard link where the disk can, else a copy.
/// `path` may exist and is replaced. Throws Error(Storage).
void linkAtomically(const std::filesystem::path& existing, const std::filesystem::path& path);

/// Whether a file's name is one that an AtomicFile which never came to its end (a crash) has left behind.
bool isLeftover(const std::filesystem::path& path);

} // namespace alignoscope::storage
