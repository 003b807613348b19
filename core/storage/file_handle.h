// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <utility>

namespace alignoscope::storage {

/// An open file descriptor that closes itself.
class FileHandle {
public:
    FileHandle() = default;
    explicit FileHandle(int descriptor) : m_descriptor(descriptor) { }
    FileHandle(FileHandle&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }
    FileHandle& operator=(FileHandle&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~FileHandle() { close(); }

    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    /// False, with errno set, when the system reports late that writing failed. The handle is closed in any case.
    bool close();

private:
    int m_descriptor = -1;
};

/// A regular file opened for reading, with its size. Throws Error(Storage).
struct InputFile {
    explicit InputFile(std::filesystem::path file);
    /// Fills all of `bytes` from where the last read ended. Throws Error(Storage), also when the file ends before.
    void read(std::span<std::byte> bytes);

    std::filesystem::path path;
    FileHandle handle;
    std::uint64_t size = 0;
};

/// All of a file. Throws Error(Storage), also when it is larger than `limit`.
std::string readFile(const std::filesystem::path& path, std::uint64_t limit);

} // namespace alignoscope::storage
