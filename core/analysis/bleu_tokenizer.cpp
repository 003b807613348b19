// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bleu_tokenizer.h"

#include "analysis/score_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace alignoscope::analysis {

namespace {

// Every rule below looks at ASCII characters only, so that bytes of longer UTF-8 sequences can be taken singly:
// none of them is ASCII, and what is inserted never falls inside a sequence.

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isStop(char c)
{
    return c == '.' || c == ',';
}

/// ASCII punctuation but ' , - . and the space: each becomes a token of its own.
bool standsAlone(char c)
{
    return (c >= ' ' && c <= '&') || (c >= '(' && c <= '+') || c == '/' || (c >= ':' && c <= '@')
        || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

void replaceAll(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string separatePunctuation(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (standsAlone(c))
            result.append({' ', c, ' '});
        else
            result += c;
    }
    return result;
}

/// Rewrites, left to right and without overlap, every pair of neighbours of which `matches` holds.
template <typename Matches, typename Rewrite>
std::string rewritePairs(std::string_view text, Matches matches, Rewrite rewrite)
{
    std::string result;
    std::size_t i = 0;
    while (i < text.size()) {
        if (i + 1 < text.size() && matches(text[i], text[i + 1])) {
            rewrite(result, text[i], text[i + 1]);
            i += 2;
        } else {
            result += text[i++];
        }
    }
    return result;
}

/// The part 13a and zh share. The order of the four steps matters.
std::vector<std::string> tokenizeWestern(std::string_view text)
{
    const auto spaceAroundSecond = [](std::string& to, char a, char b) { to.append({a, ' ', b, ' '}); };
    const auto spaceAroundFirst = [](std::string& to, char a, char b) { to.append({' ', a, ' ', b}); };
    std::string line = separatePunctuation(text);
    line = rewritePairs(
        line, [](char a, char b) { return !isDigit(a) && isStop(b); }, spaceAroundSecond);
    line = rewritePairs(
        line, [](char a, char b) { return isStop(a) && !isDigit(b); }, spaceAroundFirst);
    line = rewritePairs(
        line, [](char a, char b) { return isDigit(a) && b == '-'; }, spaceAroundSecond);
    return splitWords(line);
}

bool isChinese(char32_t c)
{
    // The first two ranges stand in sacreBLEU as U+20000…U+2A6D6 and U+2F800…U+2FA1D, but written with four-digit
    // escapes: what is compared in fact is U+2001…U+2A6D and U+2F81…U+2FA1. Agreeing with published scores comes first.
    static constexpr std::array<std::pair<char32_t, char32_t>, 21> ranges{{
        {0x2001, 0x2a6d}, {0x2f81, 0x2fa1}, {0x3400, 0x4db5}, {0x4e00, 0x9fa5}, {0x9fa6, 0x9fbb}, {0xf900, 0xfa2d},
        {0xfa30, 0xfa6a}, {0xfa70, 0xfad9}, {0xff00, 0xffef}, {0x2e80, 0x2eff}, {0x3000, 0x303f}, {0x31c0, 0x31ef},
        {0x2f00, 0x2fdf}, {0x2ff0, 0x2fff}, {0x3100, 0x312f}, {0x31a0, 0x31bf}, {0xfe10, 0xfe1f}, {0xfe30, 0xfe4f},
        {0x2600, 0x27bf}, {0x3200, 0x32ff}, {0x3300, 0x33ff},
    }};
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](const auto& range) { return c >= range.first && c <= range.second; });
}

std::size_t sequenceLength(char first)
{
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

} // namespace

std::vector<std::string> tokenize13a(std::string_view text)
{
    std::string line(trimmed(text)); // sacreBLEU takes white space off the end first
    replaceAll(line, "<skipped>", "");
    replaceAll(line, "-\n", "");
    replaceAll(line, "\n", " ");
    replaceAll(line, "&quot;", "\"");
    replaceAll(line, "&amp;", "&");
    replaceAll(line, "&lt;", "<");
    replaceAll(line, "&gt;", ">");
    return tokenizeWestern(' ' + line + ' ');
}

std::vector<std::string> tokenizeZh(std::string_view text)
{
    const std::string_view inner = trimmed(text);
    std::string line;
    for (std::size_t i = 0; i < inner.size();) {
        const std::string_view character = inner.substr(i, sequenceLength(inner[i]));
        const bool apart = character.size() == 3 && isChinese(codePoints(character).front());
        line.append(apart ? " " : "").append(character).append(apart ? " " : "");
        i += character.size();
    }
    return tokenizeWestern(line);
}

std::vector<std::string> tokenizeFor(BleuTokenizer tokenizer, std::string_view text)
{
    return tokenizer == BleuTokenizer::Characters ? tokenizeZh(text) : tokenize13a(text);
}

std::string_view signatureName(BleuTokenizer tokenizer)
{
    return tokenizer == BleuTokenizer::Characters ? "zh" : "13a";
}

} // namespace alignoscope::analysis
