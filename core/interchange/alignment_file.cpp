// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"
#include "alignoscope/error.h"
#include "corpus/compressed_file.h"
#include "corpus/utf8_source.h"
#include "interchange/naacl_alignment.h"

#include <algorithm>

namespace alignoscope {

namespace {

/// Plain or compressed, in UTF-8 or UTF-16.
std::string readWhole(const std::string& path)
{
    constexpr ReadLimits limits{.textBytes = std::int64_t{4} << 30};
    corpus::CompressedFile bytes(path, limits);
    corpus::Utf8Source text(bytes, path);
    std::string whole;
    for (std::string_view piece = text.read(); !piece.empty(); piece = text.read())
        whole.append(piece);
    return whole;
}

/// Lines end in LF, CRLF or CR; the last may lack its end. A byte order mark is passed over.
std::vector<std::string_view> splitLines(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, end));
        const bool pair = text.substr(end, 2) == "\r\n";
        text.remove_prefix(std::min(end + (pair ? 2 : 1), text.size()));
    }
    return lines;
}

bool touchesFirst(const std::vector<Link>& links)
{
    return std::any_of(links.begin(), links.end(), [](Link link) { return link.source == 0 || link.target == 0; });
}

void shiftDown(std::vector<Link>& links)
{
    for (Link& link : links) {
        --link.source;
        --link.target;
    }
}

} // namespace

int alignmentBase(const std::vector<GoldAlignment>& countedFromZero)
{
    bool links = false;
    for (const GoldAlignment& gold : countedFromZero) {
        if (touchesFirst(gold.sure) || touchesFirst(gold.possible))
            return 0;
        links = links || !gold.sure.empty() || !gold.possible.empty();
    }
    return links ? 1 : 0;
}

namespace {

GoldFile parsePharaoh(const std::vector<std::string_view>& lines, int base, const std::string& where)
{
    GoldFile file;
    for (std::size_t i = 0; i < lines.size(); ++i)
        file.pairs.push_back(
            parseAlignmentLine(lines[i], std::max(base, 0), where + ", line " + std::to_string(i + 1)));
    file.base = base >= 0 ? base : alignmentBase(file.pairs);
    if (base < 0 && file.base == 1) {
        for (GoldAlignment& gold : file.pairs) {
            shiftDown(gold.sure);
            shiftDown(gold.possible);
        }
    }
    return file;
}

} // namespace

std::string_view name(AlignmentSyntax syntax)
{
    return syntax == AlignmentSyntax::Naacl ? "naacl" : "pharaoh";
}

GoldFile parseGold(std::string_view bytes, int base, const std::string& where)
{
    if (base < -1 || base > 1)
        throw Error(ErrorKind::Usage,
                    {where, "a first token has an impossible number", "0 or 1", std::to_string(base), ""});
    if (bytes.find('\0') != std::string_view::npos)
        throw Error(ErrorKind::Input,
                    {where, "the file is not text", "one line of links a sentence pair", "a NUL byte",
                     "Choose a file of alignments such as 0-0 1-2."});
    const auto lines = splitLines(bytes);
    return interchange::looksLikeNaacl(lines) ? interchange::parseNaacl(lines, base, where)
                                              : parsePharaoh(lines, base, where);
}

GoldFile readGoldFile(const std::string& path, int base)
{
    return parseGold(readWhole(path), base, path);
}

std::vector<GoldAlignment> goldFor(GoldFile file, std::size_t pairs, const std::string& where)
{
    if (file.syntax == AlignmentSyntax::Naacl && file.pairs.size() < pairs)
        file.pairs.resize(pairs);
    if (file.pairs.size() == pairs)
        return std::move(file.pairs);
    const bool naacl = file.syntax == AlignmentSyntax::Naacl;
    throw Error(ErrorKind::Input,
                {where, "the alignments are of another number of sentence pairs", std::to_string(pairs) + " pairs",
                 (naacl ? "sentence " : "") + std::to_string(file.pairs.size()) + (naacl ? "" : " lines"),
                 "Give one line a pair; a line that was skipped when the corpus was read needs none."});
}

std::vector<GoldAlignment> readAlignmentFile(const std::string& path, int base)
{
    return readGoldFile(path, base).pairs;
}

} // namespace alignoscope
