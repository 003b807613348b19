// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/token_kinds.h"

#include "text/character_class.h"
#include "text/unicode.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace alignoscope {

namespace {

constexpr std::string_view wordStart = "\xE2\x96\x81"; // ▁, U+2581
constexpr std::string_view joiner = "@@", continuation = "##";

bool startsWithMark(std::string_view token, std::string_view mark)
{
    return token.size() > mark.size() && token.starts_with(mark);
}

bool endsWithMark(std::string_view token, std::string_view mark)
{
    return token.size() > mark.size() && token.ends_with(mark);
}

bool hasNoSpaces(char32_t c)
{
    return text::isEastAsian(c) || text::isSouthEastAsian(c);
}

} // namespace

namespace analysis {

std::string_view withoutMark(std::string_view token, SubwordMark mark)
{
    if (mark == SubwordMark::WordStart && token.starts_with(wordStart))
        token.remove_prefix(wordStart.size());
    else if (mark == SubwordMark::Joiner && endsWithMark(token, joiner))
        token.remove_suffix(joiner.size());
    else if (mark == SubwordMark::Continuation && startsWithMark(token, continuation))
        token.remove_prefix(continuation.size());
    return token;
}

bool continues(std::string_view previous, std::string_view piece, SubwordMark mark)
{
    switch (mark) {
    case SubwordMark::None:
        return false;
    case SubwordMark::Joiner:
        return endsWithMark(previous, joiner);
    case SubwordMark::Continuation:
        return startsWithMark(piece, continuation);
    case SubwordMark::WordStart:
        break;
    }
    if (piece.empty() || piece.starts_with(wordStart))
        return false;
    const std::string_view before = withoutMark(previous, mark);
    if (before.empty() || !text::isValidUtf8(before) || !text::isValidUtf8(piece))
        return true; // a lone "▁", or bytes nobody can judge
    return !hasNoSpaces(text::lastCodePoint(before)) && !hasNoSpaces(text::codePointAt(piece, 0).value);
}

bool isPunctuation(std::string_view surface)
{
    // as Moses escapes quotation marks, brackets and the bar
    static constexpr std::array<std::string_view, 5> escaped = {"&quot;", "&apos;", "&#91;", "&#93;", "&#124;"};
    if (std::ranges::find(escaped, surface) != escaped.end())
        return true;
    if (surface.empty() || !text::isValidUtf8(surface))
        return false;
    for (std::size_t at = 0; at < surface.size();) {
        const text::CodePoint point = text::codePointAt(surface, at);
        if ((U_GET_GC_MASK(static_cast<UChar32>(point.value)) & (U_GC_P_MASK | U_GC_SK_MASK)) == 0)
            return false;
        at = point.end;
    }
    return true;
}

} // namespace analysis

SubwordMark subwordMark(const std::vector<std::string>& tokens)
{
    const auto any = [&tokens](auto&& marked) { return std::ranges::any_of(tokens, marked); };
    if (any([](std::string_view token) { return token.starts_with(wordStart); }))
        return SubwordMark::WordStart;
    if (any([](std::string_view token) { return endsWithMark(token, joiner); }))
        return SubwordMark::Joiner;
    if (any([](std::string_view token) { return startsWithMark(token, continuation); }))
        return SubwordMark::Continuation;
    return SubwordMark::None;
}

bool hasSubwords(const AttentionSnapshot& snapshot)
{
    return subwordMark(snapshot.sourceTokens) != SubwordMark::None
        || subwordMark(snapshot.targetTokens) != SubwordMark::None;
}

bool isEndToken(std::string_view token)
{
    static constexpr std::array<std::string_view, 9> marks = {"</s>",  "<eos>",         "<EOS>",      "[EOS]", "EOS",
                                                              "<end>", "<|endoftext|>", "<|im_end|>", "[SEP]"};
    return std::ranges::find(marks, token) != marks.end();
}

bool isPunctuationToken(std::string_view token)
{
    return std::ranges::any_of(
        std::array{SubwordMark::None, SubwordMark::WordStart, SubwordMark::Joiner, SubwordMark::Continuation},
        [token](SubwordMark mark) { return analysis::isPunctuation(analysis::withoutMark(token, mark)); });
}

} // namespace alignoscope
