// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/formats.h"

#include "interchange/attention/giza.h"
#include "interchange/attention/json_sentences.h"
#include "interchange/attention/marian.h"
#include "interchange/attention/nematus.h"
#include "interchange/attention/npy.h"
#include "interchange/attention/pharaoh.h"

#include <algorithm>
#include <array>

namespace alignoscope::interchange {

namespace {

bool looksLikeNpy(std::string_view head)
{
    return head.starts_with(npyMagic);
}

constexpr std::array readers{
    FormatReader{AttentionFormat::NeuralMonkey, nullptr, nullptr, looksLikeNpy, readNpy},
    FormatReader{AttentionFormat::Json, nullptr, nullptr, looksLikeAttentionJson, readJsonSentences},
    FormatReader{AttentionFormat::Giza, looksLikeGiza, readGiza, nullptr, nullptr},
    FormatReader{AttentionFormat::Nematus, looksLikeNematus, readNematus, nullptr, nullptr},
    FormatReader{AttentionFormat::OpenNmtLua, looksLikeOpenNmtLua, readNematus, nullptr, nullptr},
    FormatReader{AttentionFormat::MarianSoft, looksLikeMarianSoft, readMarianSoft, nullptr, nullptr},
    FormatReader{AttentionFormat::MarianHard, looksLikeMarianHard, readMarianHard, nullptr, nullptr},
    FormatReader{AttentionFormat::Pharaoh, looksLikePharaoh, readPharaoh, nullptr, nullptr},
};

/// Lines of the head that are not empty; the last one, which the head may cut off, only where it is the first, and then
/// up to its last blank.
std::vector<std::string_view> firstLines(std::string_view head, bool whole)
{
    constexpr std::size_t enough = 50;
    std::vector<std::string_view> lines;
    while (!head.empty() && lines.size() < enough) {
        const std::size_t end = head.find_first_of("\r\n");
        std::string_view line = head.substr(0, end);
        if (end == std::string_view::npos && !whole) {
            if (!lines.empty())
                break;
            line = line.substr(0, line.rfind(' '));
        }
        if (line.find_first_not_of(" \t") != std::string_view::npos)
            lines.push_back(line);
        head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
    }
    return lines;
}

} // namespace

std::span<const FormatReader> formatReaders()
{
    return readers;
}

const FormatReader* readerFor(AttentionFormat wanted, std::string_view head, bool whole)
{
    // AmuNMT writes three of the others' formats
    if (wanted != AttentionFormat::Automatic && wanted != AttentionFormat::AmuNmt) {
        const auto found = std::ranges::find(readers, wanted, &FormatReader::format);
        return found == readers.end() ? nullptr : &*found;
    }
    const auto lines = firstLines(head, whole);
    const auto found = std::ranges::find_if(readers, [&](const FormatReader& reader) {
        return reader.looksLike ? reader.looksLike(lines) : reader.headLooksLike(head);
    });
    return found == readers.end() ? nullptr : &*found;
}

} // namespace alignoscope::interchange
