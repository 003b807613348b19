// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_handle.h"

#include "storage/file_problem.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace alignoscope::storage {

bool FileHandle::close()
{
    const int descriptor = std::exchange(m_descriptor, -1);
    return descriptor < 0 || ::close(descriptor) == 0;
}

InputFile::InputFile(std::filesystem::path file)
    : path(std::move(file))
      // O_NONBLOCK: opening a pipe somebody put in the file's place must not wait for a writer
      ,
      handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
{
    if (!handle.isOpen())
        throw readError(path, errno);
    struct stat status { };
    if (::fstat(handle.get(), &status) != 0)
        throw readError(path, errno);
    if (S_ISDIR(status.st_mode))
        throw readError(path, EISDIR);
    if (!S_ISREG(status.st_mode))
        throw storageError(path, "this is not an ordinary file", {}, {}, "Restore the file from a copy.");
    size = static_cast<std::uint64_t>(status.st_size);
}

void InputFile::read(std::span<std::byte> bytes)
{
    constexpr std::size_t atOnce = std::size_t{1} << 30; // Linux moves at most 2 GiB a call
    while (!bytes.empty()) {
        const auto count = ::read(handle.get(), bytes.data(), std::min(bytes.size(), atOnce));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw readError(path, errno);
        if (count == 0)
            throw storageError(path, "the file ends too early", std::to_string(bytes.size()) + " more bytes",
                               "the end of the file", "Restore the file from a copy.");
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

std::string readFile(const std::filesystem::path& path, std::uint64_t limit)
{
    InputFile file(path);
    if (file.size > limit)
        throw storageError(path, "the file is too large to be what its name says",
                           "at most " + std::to_string(limit) + " bytes", std::to_string(file.size) + " bytes",
                           "Restore the file from a copy.");
    std::string bytes(static_cast<std::size_t>(file.size), '\0');
    file.read(std::as_writable_bytes(std::span(bytes)));
    return bytes;
}

} // namespace alignoscope::storage
