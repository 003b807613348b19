// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/scratch_array.h"

#include "corpus/scratch_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

namespace alignoscope {
namespace {

constexpr std::size_t fewBytes = 4096;
constexpr std::size_t largestStep = std::size_t{64} << 20, releasedAtOnce = std::size_t{32} << 20;

/// What a file holds stays in it when its pages are let go.
void letGo(std::byte* bytes, std::size_t begin, std::size_t end)
{
    static const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    begin = begin / page * page;
    if (begin < end)
        ::madvise(bytes + begin, end - begin, MADV_DONTNEED);
}

} // namespace

/// A copy has no room behind its end, so that whatever grows it asks first whether the file is its own.
ScratchBytes::ScratchBytes(const ScratchBytes& other)
{
    if (other.isMapped()) {
        m_file = other.m_file;
        m_data = other.m_data;
        m_size = m_capacity = m_released = other.m_size;
    } else if (other.m_size > 0) {
        std::memcpy(grow(other.m_size), other.m_data, other.m_size);
    }
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
    if (!isMapped())
        std::free(m_data);
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
    if (bytes > m_capacity - m_size)
        reserve(m_size + bytes);
    std::byte* place = m_data + m_size;
    if (isMapped() && m_size - m_released >= releasedAtOnce) {
        letGo(m_data, m_released, m_size);
        m_released = m_size;
    }
    m_size += bytes;
    return place;
}

void ScratchBytes::reserve(std::size_t bytes)
{
    if (bytes <= inMemory)
        growMemory(std::max({bytes, 2 * m_capacity, fewBytes}));
    else
        growFile(std::max(bytes, m_size + std::min(m_size, largestStep)));
}

void ScratchBytes::growMemory(std::size_t bytes)
{
    void* place = std::realloc(m_data, bytes);
    if (!place)
        throw std::bad_alloc();
    m_data = static_cast<std::byte*>(place);
    m_capacity = bytes;
}

void ScratchBytes::growFile(std::size_t bytes)
{
    if (isMapped() && m_file.use_count() == 1) {
        std::shared_ptr<File>(m_file).reset(); // whoever let a copy go had read its last: letting go takes turns
        m_file->grow(bytes);
    } else {
        auto file = std::make_shared<File>(bytes);
        if (m_size > 0)
            std::memcpy(file->data(), m_data, m_size);
        if (!isMapped())
            std::free(m_data);
        m_file = std::move(file);
        m_released = 0;
    }
    m_data = m_file->data();
    m_capacity = m_file->size();
}

void ScratchBytes::release() const
{
    if (isMapped())
        letGo(m_data, 0, m_size);
}

} // namespace alignoscope
