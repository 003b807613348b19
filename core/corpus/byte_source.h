// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// What reading may cost; larger input ends in a message or a skipped line, not in a machine without memory.
struct ReadLimits {
    std::int64_t textBytes = std::int64_t{2} << 30; ///< of one file, decompressed
    std::size_t lineBytes = std::size_t{1} << 20;   ///< of one line; longer ones are skipped
};

} // namespace alignoscope::corpus
