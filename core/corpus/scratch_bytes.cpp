// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/scratch_array.h"

#include "alignoscope/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <new>
#include <string>
#include <utility>

namespace alignoscope {
namespace {

constexpr std::size_t pageBytes = 4096, fewBytes = 4096;
constexpr std::size_t largestStep = std::size_t{256} << 20, releasedAtOnce = std::size_t{32} << 20;

std::string scratchFolder()
{
    if (const char* chosen = std::getenv("TMPDIR"); chosen && *chosen)
        return chosen;
    std::error_code ignored;
    return std::filesystem::is_directory("/var/tmp", ignored) ? "/var/tmp" : "/tmp";
}

[[noreturn]] void fail(const std::string& what, std::size_t bytes)
{
    const int reason = errno;
    throw Error(ErrorKind::Storage,
                {scratchFolder(), what, fmt::format("room for {} MiB", (bytes >> 20) + 1), std::strerror(reason),
                 "Make room in this folder, or name another one in the environment variable TMPDIR."});
}

int openNameless()
{
    const std::string folder = scratchFolder();
    if (const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR); file >= 0)
        return file;
    std::string name = folder + "/alignoscope-XXXXXX"; // a file system without nameless files
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file >= 0)
        ::unlink(name.c_str());
    return file;
}

std::byte* mapped(int file, std::size_t bytes)
{
    void* place = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    return place == MAP_FAILED ? nullptr : static_cast<std::byte*>(place);
}

std::size_t wholePages(std::size_t bytes)
{
    return (bytes + pageBytes - 1) / pageBytes * pageBytes;
}

} // namespace

ScratchBytes::ScratchBytes(const ScratchBytes& other)
{
    if (other.m_size > 0)
        std::memcpy(grow(other.m_size), other.m_data, other.m_size);
}

ScratchBytes::ScratchBytes(ScratchBytes&& other) noexcept
{
    swap(other);
}

ScratchBytes& ScratchBytes::operator=(ScratchBytes other) noexcept
{
    swap(other);
    return *this;
}

ScratchBytes::~ScratchBytes()
{
    if (!isMapped()) {
        std::free(m_data);
        return;
    }
    if (m_data)
        ::munmap(m_data, m_capacity);
    ::close(m_file);
}

void ScratchBytes::swap(ScratchBytes& other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    std::swap(m_capacity, other.m_capacity);
    std::swap(m_released, other.m_released);
    std::swap(m_file, other.m_file);
}

std::byte* ScratchBytes::grow(std::size_t bytes)
{
    if (m_size + bytes > m_capacity)
        reserve(m_size + bytes);
    std::byte* place = m_data + m_size;
    m_size += bytes;
    if (isMapped() && m_size - bytes - m_released >= releasedAtOnce) {
        const std::size_t full = (m_size - bytes) / pageBytes * pageBytes;
        ::madvise(m_data + m_released, full - m_released,
                  MADV_DONTNEED); // what is shared with a file stays in the file
        m_released = full;
    }
    return place;
}

void ScratchBytes::reserve(std::size_t bytes)
{
    if (bytes <= inMemory)
        growMemory(std::max({bytes, 2 * m_capacity, fewBytes}));
    else
        growFile(wholePages(std::max(bytes, m_capacity + std::min(m_capacity, largestStep))));
}

void ScratchBytes::growMemory(std::size_t bytes)
{
    void* place = std::realloc(m_data, bytes);
    if (!place)
        throw std::bad_alloc();
    m_data = static_cast<std::byte*>(place);
    m_capacity = bytes;
}

// The file gets its blocks before it is written: a full disk is a message here, and would be a signal later.
void ScratchBytes::growFile(std::size_t bytes)
{
    const bool begins = !isMapped();
    const int file = begins ? openNameless() : m_file;
    if (file < 0)
        fail("there is no place for large corpora", bytes);
    if (const int problem = ::posix_fallocate(file, 0, static_cast<off_t>(bytes)); problem != 0) {
        if (begins)
            ::close(file);
        errno = problem;
        fail("there is not enough room for a large corpus", bytes);
    }
    std::byte* place = nullptr;
    if (begins) {
        place = mapped(file, bytes);
    } else {
        void* moved = ::mremap(m_data, m_capacity, bytes, MREMAP_MAYMOVE);
        place = moved == MAP_FAILED ? nullptr : static_cast<std::byte*>(moved);
    }
    if (!place) {
        if (begins)
            ::close(file);
        fail("a large corpus cannot be mapped into memory", bytes);
    }
    if (begins) {
        if (m_size > 0)
            std::memcpy(place, m_data, m_size);
        std::free(m_data);
        m_file = file;
    }
    m_data = place;
    m_capacity = bytes;
}

void ScratchBytes::release() const
{
    if (isMapped())
        ::madvise(m_data, m_capacity, MADV_DONTNEED);
}

} // namespace alignoscope
