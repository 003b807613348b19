// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/byte_source.h"

#include <string>

namespace alignoscope::interchange {

/// Bytes whose beginning can be looked at before they are read.
class PeekedSource : public corpus::ByteSource {
public:
    /// `bytes` must outlive this object. Throws what it throws.
    PeekedSource(corpus::ByteSource& bytes, std::size_t size);

    [[nodiscard]] const std::string& head() const { return m_head; } ///< shorter where there is no more
    [[nodiscard]] bool whole() const { return m_whole; }             ///< the head is all there is
    std::string_view read() override;
    [[nodiscard]] double fraction() const override { return m_bytes.fraction(); }

private:
    corpus::ByteSource& m_bytes;
    std::string m_head;
    bool m_whole = false, m_given = false;
};

} // namespace alignoscope::interchange
