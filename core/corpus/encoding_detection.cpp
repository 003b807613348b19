// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/encoding_detection.h"

#include "text/unicode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

namespace alignoscope::corpus {
namespace {

/// The word behind `key`, in quotes or not.
std::string valueBehind(std::string_view text, std::string_view key)
{
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos)
        return {};
    std::string_view rest = text.substr(at + key.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n="), rest.size()));
    if (!rest.empty() && (rest.front() == '"' || rest.front() == '\''))
        rest.remove_prefix(1);
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:+";
    return std::string(rest.substr(0, rest.find_first_not_of(letters)));
}

std::string xmlDeclaration(std::string_view head)
{
    if (!head.starts_with("<?xml"))
        return {};
    return valueBehind(head.substr(0, std::min(head.find("?>"), head.size())), "encoding");
}

std::string poHeader(std::string_view head)
{
    const std::size_t header = head.find("msgid \"\"");
    if (header == std::string_view::npos)
        return {};
    const std::string_view rest = head.substr(header);
    const std::size_t type = rest.find("\n\"Content-Type:");
    return type == std::string_view::npos ? std::string() : valueBehind(rest.substr(type), "charset=");
}

bool canConvert(const std::string& encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding.c_str(), &status);
    if (converter != nullptr)
        ucnv_close(converter);
    return U_SUCCESS(status);
}

bool isUtf8Name(const std::string& name)
{
    return ucnv_compareNames(name.c_str(), "UTF-8") == 0;
}

/// What ICU takes for ISO 8859 is written by programs that mean Windows' superset of it.
std::string superset(const std::string& name)
{
    if (name == "ISO-8859-1")
        return "windows-1252";
    return name == "ISO-8859-9" ? "windows-1254" : name;
}

std::string guess(std::string_view head)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
    ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    const char* name = match == nullptr ? nullptr : ucsdet_getName(match, &status);
    // it has looked at bytes that are not UTF-8
    if (U_FAILURE(status) || name == nullptr || isUtf8Name(name) || !canConvert(name))
        return "windows-1252";
    return superset(name);
}

} // namespace

std::string declaredEncoding(std::string_view head)
{
    const std::string xml = xmlDeclaration(head);
    return xml.empty() ? poHeader(head) : xml;
}

bool isMostlyUtf8(std::string_view head)
{
    constexpr std::size_t longestCharacter = 4;
    std::size_t good = 0, bad = 0;
    while (!head.empty()) {
        const std::size_t valid = text::validUtf8Bytes(head);
        good += static_cast<std::size_t>(std::count_if(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(valid),
                                                       [](char c) { return (c & 0xC0) == 0xC0; }));
        head.remove_prefix(valid);
        if (head.size() < longestCharacter)
            break;
        ++bad;
        head.remove_prefix(1);
        while (!head.empty() && (head.front() & 0xC0) == 0x80) // the rest of the same character
            head.remove_prefix(1);
    }
    return bad <= good;
}

Encoding detectEncoding(std::string_view head)
{
    const Encoding marked = recognizeEncoding(head);
    if (marked.markBytes > 0 || marked.name != "UTF-8")
        return marked;
    const std::string declared = declaredEncoding(head);
    // bytes that could be read as far as the declaration are no UTF-16, whatever they say
    const bool wide = declared.starts_with("UTF-16") || declared.starts_with("utf-16") || declared.starts_with("UCS");
    if (!declared.empty() && !wide && !isUtf8Name(declared) && canConvert(declared))
        return {declared, 0};
    if (isMostlyUtf8(head))
        return marked;
    return {guess(head), 0, true};
}

} // namespace alignoscope::corpus
