// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace alignoscope::corpus {

struct Encoding {
    std::string name;          ///< as ICU calls it: "UTF-8", "UTF-16LE", "windows-1252" …
    std::size_t markBytes = 0; ///< length of the byte-order mark
    bool guessed = false;      ///< from the letters, not certain
};
/// By its byte-order mark, or the zeros that ASCII has in UTF-16; otherwise UTF-8.
Encoding recognizeEncoding(std::string_view head);

/// What `head`, the first bytes of a file, is instead of text ("a PNG picture"), or nothing where it may be text.
std::string recognizeBinary(std::string_view head);

} // namespace alignoscope::corpus
