// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/page_memory.h"

#include <cstdint>
#include <cstring>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace alignoscope::nn {

namespace {

constexpr std::align_val_t line{64};

#ifdef __linux__
constexpr std::size_t page = std::size_t(2) << 20;

std::size_t wholePages(std::size_t bytes)
{
    constexpr std::size_t small = 4096;
    return (bytes + small - 1) / small * small;
}

/// More than is asked for, so that a large page can begin in it; what is too much goes back.
void* mapPages(std::size_t bytes)
{
    const std::size_t size = wholePages(bytes);
    void* mapped = mmap(nullptr, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
        throw std::bad_alloc();
    auto* first = static_cast<std::byte*>(mapped);
    const std::size_t before = (page - reinterpret_cast<std::uintptr_t>(first) % page) % page;
    if (before > 0)
        munmap(first, before);
    munmap(first + before + size, page - before);
    madvise(first + before, size, MADV_HUGEPAGE); // a wish; nothing depends on it
    return first + before;
}
#endif

} // namespace

void* allocatePages(std::size_t bytes)
{
#ifdef __linux__
    if (bytes >= page)
        return mapPages(bytes);
#endif
    return ::operator new(bytes, line);
}

void* allocateZeroPages(std::size_t bytes)
{
    void* memory = allocatePages(bytes);
#ifdef __linux__
    if (bytes >= page)
        return memory; // as the system gives it
#endif
    return std::memset(memory, 0, bytes);
}

void freePages(void* memory, std::size_t bytes) noexcept
{
#ifdef __linux__
    if (bytes >= page) {
        munmap(memory, wholePages(bytes));
        return;
    }
#endif
    ::operator delete(memory, line);
}

} // namespace alignoscope::nn
