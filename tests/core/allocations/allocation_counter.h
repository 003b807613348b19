// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>

namespace alignoscope::testing {

/// What was taken from the heap or, in pages, from the system, by all threads together.
struct Allocations {
    std::int64_t count = 0;
    std::string where; ///< how often, how many bytes, and the callers as `addr2line -Cfe PROGRAM` takes them
    bool operator==(std::int64_t number) const { return count == number; }
};

inline std::ostream& operator<<(std::ostream& out, const Allocations& allocations)
{
    return out << allocations.count << " allocations" << allocations.where;
}

/// Counts every malloc, calloc, realloc, aligned_alloc, operator new and mmap of the process while `work` runs.
Allocations allocationsDuring(const std::function<void()>& work);

/// The bytes in use, as the allocator rounds them.
std::int64_t liveBytes();

} // namespace alignoscope::testing
