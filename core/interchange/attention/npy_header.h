// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/raw_attention.h"

namespace alignoscope::interchange {

/// What stands before the numbers of an array.
struct NpyHeader {
    int bytes = 4; ///< of a number: 2, 4 or 8
    bool bigEndian = false;
    bool fortranOrder = false; ///< the first index runs fastest
    std::vector<std::int64_t> shape;
    std::size_t size = 0; ///< of the header itself
};

/// Throws Error(Input): damaged, or not of floats.
NpyHeader readNpyHeader(std::string_view bytes, const RawAttention& attention);

} // namespace alignoscope::interchange
