// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"
#include "alignoscope/error.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace alignoscope {

namespace {

std::string readWhole(const std::string& path)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        throw Error(ErrorKind::Input, {path, "this is a folder", "a file of alignments", "", "Choose a file."});
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        const std::string reason = errno != 0 ? std::strerror(errno) : "unknown reason";
        throw Error(ErrorKind::Input,
                    {path, "the file cannot be opened: " + reason, "", "", "Check its name and that you may read it."});
    }
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (bytes.find('\0') != std::string::npos)
        throw Error(ErrorKind::Input,
                    {path, "the file is not text", "one line of links a sentence pair", "a NUL byte",
                     "Choose a file of alignments such as 0-0 1-2."});
    return bytes;
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

std::vector<GoldAlignment> readAlignmentFile(const std::string& path, int base)
{
    if (base < -1 || base > 1)
        throw Error(ErrorKind::Usage,
                    {path, "a first token has an impossible number", "0 or 1", std::to_string(base), ""});
    const std::string bytes = readWhole(path);
    std::vector<GoldAlignment> alignments;
    for (const std::string_view line : splitLines(bytes)) {
        const std::string where = path + ", line " + std::to_string(alignments.size() + 1);
        alignments.push_back(parseAlignmentLine(line, std::max(base, 0), where));
    }
    if (base == -1 && alignmentBase(alignments) == 1) {
        for (GoldAlignment& gold : alignments) {
            shiftDown(gold.sure);
            shiftDown(gold.possible);
        }
    }
    return alignments;
}

} // namespace alignoscope
