// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/utf8_source.h"

#include "alignoscope/error.h"
#include "corpus/encoding_detection.h"

#include <unicode/ucnv.h>

namespace alignoscope::corpus {
namespace {

constexpr std::size_t headBytes = std::size_t{1} << 18; ///< enough to see what a file is, and in which encoding
constexpr std::size_t pivotUnits = 4096;

void requireText(std::string_view head, const std::string& where)
{
    constexpr std::size_t enough = 8192;
    if (const std::string other = recognizeBinary(head.substr(0, enough)); !other.empty())
        throw Error(ErrorKind::Input,
                    {where, "this is not text", "sentence pairs as text, plain or compressed", other,
                     "Save the sentence pairs as text in UTF-8."});
}

} // namespace

void Utf8Source::Closer::operator()(UConverter* converter) const
{
    ucnv_close(converter);
}

Utf8Source::Converter Utf8Source::converter(const std::string& encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    Converter opened(ucnv_open(encoding.c_str(), &status));
    if (!opened)
        throw Error(ErrorKind::Usage,
                    {encoding, "there is no encoding of this name", "for example UTF-8, windows-1252 or Shift_JIS", "",
                     "Leave it out, and the encoding is recognised."});
    return opened;
}

Utf8Source::Utf8Source(ByteSource& bytes, const std::string& where, const std::string& encoding) : m_bytes(bytes)
{
    while (m_head.size() < headBytes) {
        const std::string_view piece = m_bytes.read();
        m_whole = piece.empty();
        if (m_whole)
            break;
        m_head.append(piece);
    }
    m_encoding = recognizeEncoding(m_head);
    const bool isMarked = m_encoding.markBytes > 0 || m_encoding.name != "UTF-8";
    if (!isMarked) // a picture would be given some encoding too
        requireText(m_head, where);
    if (!encoding.empty())
        m_encoding = {encoding,
                      ucnv_compareNames(encoding.c_str(), m_encoding.name.c_str()) == 0 ? m_encoding.markBytes : 0};
    else if (!isMarked)
        m_encoding = detectEncoding(m_head);
    m_head.erase(0, m_encoding.markBytes);
    m_passedOn = ucnv_compareNames(m_encoding.name.c_str(), "UTF-8") == 0;
    if (!m_passedOn)
        startConverting();
    requireText(m_head, where);
}

void Utf8Source::startConverting()
{
    m_from = converter(m_encoding.name);
    m_to = converter("UTF-8");
    m_pivot.resize(pivotUnits);
    m_pivotSource = m_pivotTarget = m_pivot.data();
    convert(m_head);
    m_head.swap(m_converted);
    if (!m_whole)
        return;
    m_ended = true;
    convert({});
    m_head += m_converted;
}

Utf8Source::~Utf8Source() = default;

std::string_view Utf8Source::read()
{
    if (!m_headGiven) {
        m_headGiven = true;
        if (!m_head.empty())
            return m_head;
    }
    if (m_passedOn)
        return m_bytes.read();
    while (!m_ended) {
        const std::string_view bytes = m_bytes.read();
        m_ended = bytes.empty();
        convert(bytes);
        if (!m_converted.empty())
            return m_converted;
    }
    return {};
}

// An empty piece flushes what the converter still holds of a character cut in half.
void Utf8Source::convert(std::string_view bytes)
{
    m_converted.clear();
    const char* source = bytes.empty() ? "" : bytes.data(); // ICU refuses a null pointer
    const char* const sourceEnd = source + bytes.size();
    std::string space(2 * bytes.size() + 16, '\0');
    for (;;) {
        char* target = space.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_convertEx(m_to.get(), m_from.get(), &target, space.data() + space.size(), &source, sourceEnd,
                       m_pivot.data(), &m_pivotSource, &m_pivotTarget, m_pivot.data() + m_pivot.size(), false,
                       bytes.empty(), &status);
        m_converted.append(space.data(), static_cast<std::size_t>(target - space.data()));
        if (status != U_BUFFER_OVERFLOW_ERROR)
            return;
    }
}

} // namespace alignoscope::corpus
