// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "storage/tensor_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

// Whatever the bytes: tensors that are no larger than the file, or an Error; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const int file = ::memfd_create("fuzz", 0);
    if (::ftruncate(file, 0) != 0 || ::pwrite(file, data, size, 0) != static_cast<ssize_t>(size))
        std::abort();
    try {
        const auto read = alignoscope::storage::readTensorFile("/proc/self/fd/" + std::to_string(file));
        std::size_t bytes = 0;
        for (const auto& tensor : read.tensors)
            bytes += tensor.values.size() * sizeof(float);
        if (bytes > size)
            std::abort();
    } catch (const alignoscope::Error&) {
        return 0;
    }
    return 0;
}
