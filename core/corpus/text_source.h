// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/byte_source.h"

#include <utility>

namespace alignoscope::corpus {

/// Text that is in memory already, as one piece.
class TextSource : public ByteSource {
public:
    explicit TextSource(std::string_view text) : m_text(text) { }
    std::string_view read() override { return std::exchange(m_text, {}); }

private:
    std::string_view m_text;
};

} // namespace alignoscope::corpus
