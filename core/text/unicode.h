// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/text.h"

#include <unicode/uversion.h>

#include <cstddef>
#include <string>
#include <string_view>

U_NAMESPACE_BEGIN
class Normalizer2;
U_NAMESPACE_END

namespace alignoscope::text {

/// Whether all of `bytes` is well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong forms).
bool isValidUtf8(std::string_view bytes);
/// How many bytes from the start are well-formed.
std::size_t validUtf8Bytes(std::string_view bytes);

constexpr char32_t zeroWidthNonJoiner = 0x200C, zeroWidthJoiner = 0x200D;

/// The code point that starts at `position` of well-formed UTF-8 and where the next one starts.
struct CodePoint {
    char32_t value = 0;
    std::size_t end = 0;
};
CodePoint codePointAt(std::string_view utf8, std::size_t position);
/// The last code point of well-formed, non-empty UTF-8.
char32_t lastCodePoint(std::string_view utf8);

/// The first characters of well-formed UTF-8 that fit into `bytes`.
std::string wholeCharacters(std::string_view utf8, std::size_t bytes);

/// What tokenisers see of a text: NFC or NFKC, every run of white space one U+0020, none at the ends; no control,
/// zero-width and soft-hyphen characters; invalid bytes are U+FFFD; lower case if asked for. Keeps its memory between
/// texts.
class Cleaner {
public:
    explicit Cleaner(Normalization form = Normalization::Nfc);
    /// The result is valid until the next call.
    std::string_view clean(std::string_view text, bool lowercase);

private:
    bool cleanAscii(std::string_view text, bool lowercase);
    void filter(std::string_view text);
    void refilter();
    void lower();
    bool compose();

    Normalization m_form;
    const icu::Normalizer2* m_composer; ///< shared by all; asked for once, before threads share the work
    std::string m_text, m_other;
    bool m_mayCompose = false;
};

} // namespace alignoscope::text
