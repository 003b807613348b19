// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace alignoscope::corpus {

/// Bytes, one piece after the other.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// The next piece, valid until the next call; empty at the end. Throws Error.
    virtual std::string_view read() = 0;
    /// How much of all has been read, from 0 to 1.
    [[nodiscard]] virtual double fraction() const { return 0; }
};

} // namespace alignoscope::corpus
