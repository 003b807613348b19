// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

namespace alignoscope::nn {

/// Memory for large arrays: aligned to cache lines, in pages of 2 MB where the system has such, and given back to the
/// system when it is freed (the heap would keep it in pieces). Throws std::bad_alloc.
void* allocatePages(std::size_t bytes);
/// The same, all zero, and without taking memory where nothing is written.
void* allocateZeroPages(std::size_t bytes);
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

/// Zeros that take no memory where nothing is written.
class ZeroPages {
public:
    ZeroPages() = default;
    explicit ZeroPages(std::size_t numbers) : m_numbers(allocate(numbers), Release{numbers * sizeof(float)}) { }
    [[nodiscard]] float* data() const { return m_numbers.get(); }

private:
    struct Release {
        std::size_t bytes;
        void operator()(float* memory) const { freePages(memory, bytes); }
    };
    static float* allocate(std::size_t numbers)
    {
        return static_cast<float*>(allocateZeroPages(numbers * sizeof(float)));
    }
    std::unique_ptr<float[], Release> m_numbers{nullptr, Release{0}};
};

} // namespace alignoscope::nn
