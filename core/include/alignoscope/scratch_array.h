// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <type_traits>

namespace alignoscope {

/// Bytes that grow at the end: in memory while they are few, else in a nameless file of the scratch folder that is
/// mapped into memory. Its pages are written out and dropped as they fill, so that a corpus costs the machine's disk
/// and not its memory. The folder is $TMPDIR or /var/tmp. Not thread-safe while it grows.
class ALIGNOSCOPE_API ScratchBytes {
public:
    static constexpr std::size_t inMemory = std::size_t{32} << 20; ///< more than this is in a file

    ScratchBytes() = default;
    ScratchBytes(const ScratchBytes& other);
    ScratchBytes(ScratchBytes&& other) noexcept;
    ScratchBytes& operator=(ScratchBytes other) noexcept;
    ~ScratchBytes();

    /// Makes room for `bytes` more at the end and returns their place; all places got before may have moved.
    /// Throws Error(Storage) when the disk has no room for them.
    std::byte* grow(std::size_t bytes);
    [[nodiscard]] const std::byte* data() const { return m_data; }
    [[nodiscard]] std::byte* data() { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isMapped() const { return m_file >= 0; }
    /// Lets the machine take back what memory the mapped bytes hold now; they come again when they are looked at.
    void release() const;

private:
    void reserve(std::size_t bytes);
    void growMemory(std::size_t bytes);
    void growFile(std::size_t bytes);
    void swap(ScratchBytes& other) noexcept;

    std::byte* m_data = nullptr;
    std::size_t m_size = 0, m_capacity = 0;
    mutable std::size_t m_released = 0; ///< bytes from the start that were let go while the array grew
    int m_file = -1;
};

/// A vector of plain values in ScratchBytes. Not thread-safe while it grows.
template <class T>
class ScratchArray {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    void push_back(const T& value) { *grow(1) = value; }
    void append(std::span<const T> values)
    {
        if (!values.empty())
            std::copy(values.begin(), values.end(), grow(values.size()));
    }
    [[nodiscard]] std::size_t size() const { return m_bytes.size() / sizeof(T); }
    [[nodiscard]] bool empty() const { return m_bytes.size() == 0; }
    [[nodiscard]] const T* data() const { return reinterpret_cast<const T*>(m_bytes.data()); }
    [[nodiscard]] const T& operator[](std::size_t i) const { return data()[i]; }
    [[nodiscard]] const T& back() const { return data()[size() - 1]; }
    [[nodiscard]] std::span<const T> part(std::size_t begin, std::size_t count) const
    {
        return {data() + begin, count};
    }
    void release() const { m_bytes.release(); }

private:
    T* grow(std::size_t count) { return reinterpret_cast<T*>(m_bytes.grow(count * sizeof(T))); }
    ScratchBytes m_bytes;
};

} // namespace alignoscope
