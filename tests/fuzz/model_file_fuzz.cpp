// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "training/model_reader.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

// Whatever the bytes: a model whose numbers are all of the file, or an Error; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const int file = ::memfd_create("fuzz", 0);
    if (::ftruncate(file, 0) != 0 || ::pwrite(file, data, size, 0) != static_cast<ssize_t>(size))
        std::abort();
    try {
        const auto model = alignoscope::training::readModel("/proc/self/fd/" + std::to_string(file));
        if (2 * static_cast<std::size_t>(model.layout.parameters()) > size)
            std::abort();
        for (const float number : model.parameters)
            if (!std::isfinite(number))
                std::abort();
    } catch (const alignoscope::Error&) {
        return 0;
    }
    return 0;
}
