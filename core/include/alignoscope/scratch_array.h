// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <type_traits>

namespace alignoscope {

/// Bytes that grow at the end: in memory while they are few, else in a nameless file of the scratch folder that is
/// mapped into memory. Its pages are let go as they fill, so that a corpus costs the machine's disk and not its memory.
/// Copies share a file until one of them grows. The folder is $TMPDIR or /var/tmp. Not thread-safe while it grows.
class ALIGNOSCOPE_API ScratchBytes {
public:
    static constexpr std::size_t inMemory = std::size_t{32} << 20; ///< more than this is in a file

    ScratchBytes() = default;
    ScratchBytes(const ScratchBytes& other);
    ScratchBytes(ScratchBytes&& other) noexcept;
    ScratchBytes& operator=(ScratchBytes other) noexcept;
    ~ScratchBytes();

    /// Makes room for `bytes` more at the end and returns their place; all places got before may have moved.
    /// Throws Error(Storage) when the disk has no room for them; nothing has changed then.
    std::byte* grow(std::size_t bytes);
    [[nodiscard]] const std::byte* data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isMapped() const { return m_file != nullptr; }
    /// Lets the machine take back what memory the mapped bytes hold now; they come again when they are looked at.
    /// Thread-safe beside readers.
    void release() const;

private:
    class File;
    void reserve(std::size_t bytes);
    void growMemory(std::size_t bytes);
    void growFile(std::size_t bytes);
    void swap(ScratchBytes& other) noexcept;

    std::byte* m_data = nullptr;
    std::size_t m_size = 0, m_capacity = 0;
    std::size_t m_released = 0;   ///< bytes from the start that were let go while they grew
    std::shared_ptr<File> m_file; ///< null: in memory
};

/// A vector of plain values in ScratchBytes. Not thread-safe while it grows.
template <class T>
class ScratchArray {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    void push_back(const T& value)
    {
        const T copy = value; // it may be an element of this array, which moves
        *grow(1) = copy;
    }
    void append(std::span<const T> values)
    {
        if (values.empty())
            return;
        const T *begin = data(), *end = begin + size();
        const bool isOwn = std::greater_equal<>()(values.data(), begin) && std::less<>()(values.data(), end);
        const std::size_t offset = isOwn ? static_cast<std::size_t>(values.data() - begin) : 0;
        T* place = grow(values.size());
        const T* from = isOwn ? data() + offset : values.data();
        std::copy(from, from + values.size(), place);
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
    [[nodiscard]] bool isMapped() const { return m_bytes.isMapped(); }
    void release() const { m_bytes.release(); } ///< like that of ScratchBytes

private:
    T* grow(std::size_t count) { return reinterpret_cast<T*>(m_bytes.grow(count * sizeof(T))); }
    ScratchBytes m_bytes;
};

} // namespace alignoscope
