// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/npy_header.h"

#include "interchange/attention/fields.h"
#include "interchange/attention/npy.h"

namespace alignoscope::interchange {

namespace {

/// What follows 'name': in the header, a Python dictionary.
std::string_view entry(std::string_view dictionary, std::string_view name)
{
    for (const char quote : {'\'', '"'}) {
        const std::string key = quote + std::string(name) + quote;
        const std::size_t found = dictionary.find(key);
        const std::size_t colon = dictionary.find(':', found == std::string_view::npos ? found : found + key.size());
        if (found == std::string_view::npos || colon == std::string_view::npos)
            continue;
        std::string_view value = dictionary.substr(colon + 1);
        value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
        return value;
    }
    return {};
}

void readType(std::string_view value, NpyHeader& header, const RawAttention& attention)
{
    const std::string_view type = value.size() > 2 ? value.substr(1, value.find(value.front(), 1) - 1) : value;
    const bool ordered = type.size() == 3 && (type[0] == '<' || type[0] == '>' || type[0] == '=');
    if (!ordered || type[1] != 'f' || (type[2] != '2' && type[2] != '4' && type[2] != '8'))
        attention.fail("the array does not hold floats", "f2, f4 or f8", std::string(type.substr(0, 40)));
    header.bigEndian = type[0] == '>';
    header.bytes = type[2] - '0';
}

void readShape(std::string_view value, NpyHeader& header, const RawAttention& attention)
{
    const std::size_t end = value.find(')');
    if (value.empty() || value.front() != '(' || end == std::string_view::npos)
        attention.fail("the array has no shape");
    value = value.substr(1, end - 1);
    while (!value.empty()) {
        const std::size_t comma = value.find(',');
        const Words word = wordList(value.substr(0, comma));
        if (!word.empty()) {
            const auto length = wholeNumber(word.front());
            if (word.size() != 1 || !length || *length < 0 || header.shape.size() == 8)
                attention.fail("the array's shape cannot be read");
            header.shape.push_back(*length);
        }
        value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
    }
}

} // namespace

NpyHeader readNpyHeader(std::string_view bytes, const RawAttention& attention)
{
    constexpr std::size_t fixed = 8; // magic and version
    const auto byte = [bytes](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])); };
    if (!bytes.starts_with(npyMagic) || bytes.size() < fixed + 4)
        attention.fail("this is no NumPy array");
    const std::size_t version = byte(6), lengthBytes = version == 1 ? 2 : 4;
    if (version < 1 || version > 3)
        attention.fail("the array is of another version of the format", "1, 2 or 3", std::to_string(version));
    std::size_t length = 0;
    for (std::size_t i = lengthBytes; i-- > 0;)
        length = length << 8 | byte(fixed + i);
    NpyHeader header;
    header.size = fixed + lengthBytes + length;
    if (header.size > bytes.size())
        attention.fail("the array's header is cut short");
    const std::string_view dictionary = bytes.substr(fixed + lengthBytes, length);
    readType(entry(dictionary, "descr"), header, attention);
    header.fortranOrder = entry(dictionary, "fortran_order").starts_with("True");
    readShape(entry(dictionary, "shape"), header, attention);
    return header;
}

} // namespace alignoscope::interchange
