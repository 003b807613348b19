// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <utility>

namespace alignoscope::text {
namespace {

bool isJoiner(char32_t c)
{
    return c == zeroWidthNonJoiner || c == zeroWidthJoiner;
}

/// Control characters and those that show nothing (soft hyphen, zero-width space, direction marks, Hangul fillers,
/// BOM).
bool isInvisible(char32_t c)
{
    const auto type = u_charType(static_cast<UChar32>(c));
    if (type == U_CONTROL_CHAR)
        return true;
    return type != U_NON_SPACING_MARK
        && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

void appendUtf8(std::string& text, char32_t c)
{
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    text.append(reinterpret_cast<const char*>(bytes), size);
}

/// Persian spells with the non-joiner, Indic scripts and emoji with the joiner; elsewhere they are accidents.
bool joins(char32_t previous)
{
    constexpr char32_t firstThatJoins = 0x0590; // before Hebrew there are only Latin, Greek, Cyrillic and Armenian
    return previous >= firstThatJoins && previous != ' ';
}

} // namespace

Cleaner::Cleaner(Normalization form) : m_form(form)
{
    UErrorCode status = U_ZERO_ERROR;
    m_composer = form == Normalization::Nfkc ? icu::Normalizer2::getNFKCInstance(status)
                                             : icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status))
        m_composer = nullptr; // ICU without its data: text stays as it is written
}

std::string_view Cleaner::clean(std::string_view text, bool lowercase)
{
    m_text.clear();
    if (!cleanAscii(text, lowercase)) {
        filter(text);
        if (m_form == Normalization::Nfkc && compose()) // "¨" becomes a space with a mark, "℡" three capitals
            refilter();
        if (lowercase)
            lower();
        compose();
    }
    if (!m_text.empty() && m_text.back() == ' ')
        m_text.pop_back();
    return m_text;
}

// Most lines of most corpora are plain ASCII, and need no Unicode at all.
bool Cleaner::cleanAscii(std::string_view text, bool lowercase)
{
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80)
            return false;
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            if (!m_text.empty() && m_text.back() != ' ')
                m_text += ' ';
        } else if (c > ' ' && c < 0x7F) {
            m_text += lowercase && c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return true;
}

void Cleaner::filter(std::string_view text)
{
    // all below stands in NFC already; of NFKC, all of ASCII
    const char32_t firstCombining = m_form == Normalization::Nfkc ? 0x0080 : 0x0300;
    m_mayCompose = false;
    char32_t previous = ' ';
    const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int64_t>(text.size());
    for (std::int64_t i = 0; i < size;) {
        UChar32 decoded = 0;
        U8_NEXT_OR_FFFD(data, i, size, decoded);
        auto c = static_cast<char32_t>(decoded);
        if (u_isUWhiteSpace(decoded))
            c = ' ';
        else if (isJoiner(c) ? !joins(previous) : isInvisible(c))
            continue;
        if (c == ' ' && previous == ' ')
            continue;
        m_mayCompose = m_mayCompose || c >= firstCombining;
        appendUtf8(m_text, c);
        previous = c;
    }
}

void Cleaner::refilter()
{
    const std::string composed = std::exchange(m_text, {});
    filter(composed);
}

void Cleaner::lower()
{
    UErrorCode status = U_ZERO_ERROR;
    m_other.clear();
    icu::StringByteSink<std::string> sink(&m_other, static_cast<std::int32_t>(m_text.size()));
    icu::CaseMap::utf8ToLower("", 0, m_text, sink, nullptr, status);
    m_text.swap(m_other);
}

// After lower case: of a capital I with dot and a mark below it comes what has yet to be put in order.
bool Cleaner::compose()
{
    UErrorCode status = U_ZERO_ERROR;
    if (!m_mayCompose || !m_composer || m_composer->isNormalizedUTF8(m_text, status))
        return false;
    m_other.clear();
    icu::StringByteSink<std::string> sink(&m_other, static_cast<std::int32_t>(m_text.size()));
    m_composer->normalizeUTF8(0, m_text, sink, nullptr, status);
    m_text.swap(m_other);
    return true;
}

} // namespace alignoscope::text
