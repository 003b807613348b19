// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/allocations/allocation_counter.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <execinfo.h>
#include <malloc.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

// The program's own malloc & co. and mmap take the place of glibc's for every library of the process, and hand on to
// glibc's by their other names. (operator new is malloc to libstdc++.)
extern "C" {
void* __libc_malloc(std::size_t bytes);
void* __libc_calloc(std::size_t count, std::size_t bytes);
void* __libc_realloc(void* old, std::size_t bytes);
void* __libc_memalign(std::size_t alignment, std::size_t bytes);
void __libc_free(void* memory);
}

namespace {

constexpr std::size_t keptPlaces = 16, keptCallers = 12;

/// Where memory was taken, however often.
struct Place {
    std::int64_t count = 0;
    std::size_t bytes = 0; ///< the first time
    int callers = 0;
    std::array<void*, keptCallers> stack{};
};

std::atomic<bool> counting = false;
std::atomic<std::int64_t> counted = 0, live = 0;
std::atomic_flag busy; ///< whoever looks at `places`; a mutex might allocate
std::array<Place, keptPlaces> places;
thread_local bool inside = false; // looking at the stack may allocate

void notePlace(std::size_t bytes)
{
    Place here{1, bytes, 0, {}};
    here.callers = backtrace(here.stack.data(), keptCallers);
    while (busy.test_and_set()) { }
    for (Place& place : places) {
        if (place.count == 0)
            place = here;
        else if (place.stack == here.stack)
            ++place.count;
        else
            continue;
        break;
    }
    busy.clear();
}

void note(std::size_t bytes)
{
    if (!counting || inside)
        return;
    ++counted;
    inside = true;
    notePlace(bytes);
    inside = false;
}

void* taken(void* memory, std::size_t bytes)
{
    if (memory)
        live += static_cast<std::int64_t>(malloc_usable_size(memory));
    note(bytes);
    return memory;
}

void given(void* memory)
{
    if (memory)
        live -= static_cast<std::int64_t>(malloc_usable_size(memory));
}

} // namespace

extern "C" {

void* malloc(std::size_t bytes)
{
    return taken(__libc_malloc(bytes), bytes);
}

void* calloc(std::size_t count, std::size_t bytes)
{
    return taken(__libc_calloc(count, bytes), count * bytes);
}

void* realloc(void* old, std::size_t bytes)
{
    given(old);
    return taken(__libc_realloc(old, bytes), bytes);
}

void* memalign(std::size_t alignment, std::size_t bytes)
{
    return taken(__libc_memalign(alignment, bytes), bytes);
}

void* aligned_alloc(std::size_t alignment, std::size_t bytes)
{
    return taken(__libc_memalign(alignment, bytes), bytes);
}

int posix_memalign(void** memory, std::size_t alignment, std::size_t bytes)
{
    *memory = taken(__libc_memalign(alignment, bytes), bytes);
    return *memory ? 0 : ENOMEM;
}

void free(void* memory)
{
    given(memory);
    __libc_free(memory);
}

// glibc's own use of these does not come by here.
void* mmap(void* wish, std::size_t bytes, int protection, int flags, int file, off_t offset)
{
    note(bytes);
    live += static_cast<std::int64_t>(bytes);
    return reinterpret_cast<void*>(syscall(SYS_mmap, wish, bytes, protection, flags, file, offset));
}

int munmap(void* memory, std::size_t bytes)
{
    live -= static_cast<std::int64_t>(bytes);
    return static_cast<int>(syscall(SYS_munmap, memory, bytes));
}

} // extern "C"

namespace alignoscope::testing {
namespace {

std::string described(const Place& place)
{
    std::string text = "\n  " + std::to_string(place.count) + " × " + std::to_string(place.bytes) + " bytes";
    char** names = backtrace_symbols(place.stack.data(), place.callers);
    for (int i = 3; i < place.callers; ++i) // without the counter itself
        text += std::string("\n    ") + names[i];
    std::free(names);
    return text;
}

} // namespace

Allocations allocationsDuring(const std::function<void()>& work)
{
    void* first = nullptr;
    backtrace(&first, 1); // loads a library when it is first called
    counted = 0;
    places = {};
    counting = true;
    work();
    counting = false;
    Allocations result{counted, {}};
    for (const Place& place : places) {
        if (place.count > 0)
            result.where += described(place);
    }
    return result;
}

std::int64_t liveBytes()
{
    return live;
}

} // namespace alignoscope::testing
