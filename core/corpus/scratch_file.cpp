// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/scratch_file.h"

#include "alignoscope/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace alignoscope {
namespace {

std::string scratchFolder()
{
    if (const char* chosen = std::getenv("TMPDIR"); chosen && *chosen)
        return chosen;
    std::error_code ignored;
    return std::filesystem::is_directory("/var/tmp", ignored) ? "/var/tmp" : "/tmp";
}

[[noreturn]] void fail(const std::string& folder, const std::string& what, std::size_t bytes)
{
    const int reason = errno;
    throw Error(ErrorKind::Storage,
                {folder, what, fmt::format("room for {} MiB", (bytes >> 20) + 1), std::strerror(reason),
                 "Make room in this folder, or name another one in the environment variable TMPDIR."});
}

int openNameless(const std::string& folder)
{
    if (const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR); file >= 0)
        return file;
    std::string name = folder + "/alignoscope-XXXXXX"; // a file system without nameless files
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file >= 0)
        ::unlink(name.c_str());
    return file;
}

std::size_t wholePages(std::size_t bytes)
{
    static const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return (bytes + page - 1) / page * page;
}

} // namespace

ScratchBytes::File::File(std::size_t bytes) : m_folder(scratchFolder()), m_file(openNameless(m_folder))
{
    if (m_file < 0)
        fail(m_folder, "there is no place for a large corpus", bytes);
    try {
        grow(bytes);
    } catch (...) {
        ::close(m_file);
        throw;
    }
}

ScratchBytes::File::~File()
{
    ::munmap(m_data, m_size);
    ::close(m_file);
}

void ScratchBytes::File::grow(std::size_t bytes)
{
    bytes = wholePages(bytes);
    if (bytes <= m_size)
        return;
    allocate(bytes);
    void* place = m_data ? ::mremap(m_data, m_size, bytes, MREMAP_MAYMOVE)
                         : ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, m_file, 0);
    if (place == MAP_FAILED)
        fail(m_folder, "a large corpus cannot be mapped into memory", bytes);
    m_data = static_cast<std::byte*>(place);
    m_size = bytes;
}

/// The file gets its blocks before it is written: a full disk is a message here, and would be a signal later.
void ScratchBytes::File::allocate(std::size_t bytes) const
{
    int problem = EINTR;
    while (problem == EINTR)
        problem = ::posix_fallocate(m_file, static_cast<off_t>(m_size), static_cast<off_t>(bytes - m_size));
    if (problem == 0)
        return;
    errno = problem;
    fail(m_folder, "there is not enough room for a large corpus", bytes);
}

} // namespace alignoscope
