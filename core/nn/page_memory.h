// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace alignoscope::nn {

/// Memory for large arrays: aligned to cache lines, in pages of 2 MB where the system has such, and given back to the
/// system when it is freed (the heap would keep it in pieces). Throws std::bad_alloc.
void* allocatePages(std::size_t bytes);
void freePages(void* memory, std::size_t bytes) noexcept;

template <class T>
struct PageAllocator {
    using value_type = T;

    PageAllocator() = default;
    template <class U>
    PageAllocator(const PageAllocator<U>&) // NOLINT(google-explicit-constructor): as allocators must
    {
    }
    T* allocate(std::size_t count) { return static_cast<T*>(allocatePages(count * sizeof(T))); }
    void deallocate(T* memory, std::size_t count) noexcept { freePages(memory, count * sizeof(T)); }
    friend bool operator==(const PageAllocator&, const PageAllocator&) { return true; }
};

} // namespace alignoscope::nn
