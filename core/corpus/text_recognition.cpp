// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/text_recognition.h"

#include <algorithm>
#include <array>

namespace alignoscope::corpus {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view bytes, meaning;
};

// The longer mark first: UTF-16LE's begins UTF-32LE's.
constexpr std::array marks{
    Signature{"\xEF\xBB\xBF"sv, "UTF-8"},    Signature{"\xFF\xFE\0\0"sv, "UTF-32LE"},
    Signature{"\0\0\xFE\xFF"sv, "UTF-32BE"}, Signature{"\xFF\xFE"sv, "UTF-16LE"},
    Signature{"\xFE\xFF"sv, "UTF-16BE"},
};

constexpr std::array binaries{
    Signature{"\x89PNG"sv, "a PNG picture"},
    Signature{"\xFF\xD8\xFF"sv, "a JPEG picture"},
    Signature{"GIF8"sv, "a GIF picture"},
    Signature{"%PDF-"sv, "a PDF document"},
    Signature{"PK\x03\x04"sv, "a ZIP archive or an office document"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    Signature{"Rar!"sv, "a RAR archive"},
    Signature{"\x7F"
              "ELF"sv,
              "a program"},
    Signature{"SQLite format 3"sv, "an SQLite database"},
    Signature{"\x93NUMPY"sv, "a NumPy array"},
};

bool isControl(unsigned char c)
{
    constexpr unsigned char escape = 0x1B;
    return (c < ' ' && !(c >= '\t' && c <= '\r') && c != escape) || c == 0x7F;
}

/// Where at least nine in ten bytes at even (or odd) places are zero and hardly one at the others.
bool hasZerosAt(std::string_view head, std::size_t parity)
{
    std::array<std::size_t, 2> zeros{}, all{};
    for (std::size_t i = 0; i < head.size(); ++i) {
        ++all[i % 2];
        zeros[i % 2] += head[i] == '\0' ? 1 : 0;
    }
    return all[1] >= 2 && zeros[parity] * 10 >= all[parity] * 9 && zeros[1 - parity] * 20 <= all[1 - parity];
}

} // namespace

Encoding recognizeEncoding(std::string_view head)
{
    for (const auto& [bytes, meaning] : marks)
        if (head.starts_with(bytes))
            return {std::string(meaning), bytes.size()};
    if (hasZerosAt(head, 1))
        return {"UTF-16LE", 0};
    if (hasZerosAt(head, 0))
        return {"UTF-16BE", 0};
    return {"UTF-8", 0};
}

std::string recognizeBinary(std::string_view head)
{
    for (const auto& [bytes, meaning] : binaries)
        if (head.starts_with(bytes))
            return std::string(meaning);
    // A text may hold a stray control character; of random bytes one in nine is one.
    const auto controls =
        std::count_if(head.begin(), head.end(), [](char c) { return isControl(static_cast<unsigned char>(c)); });
    constexpr std::ptrdiff_t tolerated = 8, oneIn = 20;
    if (controls > tolerated && controls * oneIn > static_cast<std::ptrdiff_t>(head.size()))
        return "binary data";
    return {};
}

} // namespace alignoscope::corpus
