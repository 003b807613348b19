// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/writing_order.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace alignoscope {
namespace {

constexpr std::int32_t longest = 64; // units of a word that are read: its first letter is among them
constexpr UChar neutral = 0xFFFC;    // the object replacement character has no direction

struct Close {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// What would open or close an embedding, or end the paragraph, beyond the word that it is in.
bool reachesOut(UChar32 character)
{
    switch (u_charDirection(character)) {
    case U_BLOCK_SEPARATOR:
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_POP_DIRECTIONAL_FORMAT:
    case U_FIRST_STRONG_ISOLATE:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_POP_DIRECTIONAL_ISOLATE:
        return true;
    default:
        return false;
    }
}

void append(icu::UnicodeString& text, const std::string& word)
{
    constexpr std::size_t mostBytes = 4 * static_cast<std::size_t>(longest);
    const auto bytes = static_cast<std::int32_t>(std::min(word.size(), mostBytes));
    const icu::UnicodeString whole = icu::UnicodeString::fromUTF8({word.data(), bytes});
    if (whole.isEmpty())
        text.append(neutral);
    for (std::int32_t at = 0; at < whole.length() && at < longest; at = whole.moveIndex32(at, 1)) {
        const UChar32 character = whole.char32At(at);
        text.append(reachesOut(character) ? UChar32{neutral} : character);
    }
}

/// Where the first letter of begin … end − 1 is, else the first digit, else the beginning.
std::int32_t tellingPlace(const icu::UnicodeString& text, std::int32_t begin, std::int32_t end)
{
    std::int32_t digit = -1;
    for (std::int32_t at = begin; at < end; at = text.moveIndex32(at, 1)) {
        switch (u_charDirection(text.char32At(at))) {
        case U_LEFT_TO_RIGHT:
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
            return at;
        case U_EUROPEAN_NUMBER:
        case U_ARABIC_NUMBER:
            if (digit < 0)
                digit = at;
            break;
        default:
            break;
        }
    }
    return digit < 0 ? begin : digit;
}

} // namespace

WritingOrder writingOrder(const std::vector<std::string>& words)
{
    icu::UnicodeString text;
    std::vector<std::int32_t> begins;
    for (const std::string& word : words) {
        if (!begins.empty())
            text.append(u' ');
        begins.push_back(text.length());
        append(text, word);
    }
    begins.push_back(text.length() + 1);
    WritingOrder order;
    if (words.empty())
        return order;
    const std::unique_ptr<UBiDi, Close> bidi(ubidi_open());
    UErrorCode status = U_ZERO_ERROR;
    if (bidi)
        ubidi_setPara(bidi.get(), text.getBuffer(), text.length(), UBIDI_DEFAULT_LTR, nullptr, &status);
    const UBiDiLevel* levels = bidi && U_SUCCESS(status) ? ubidi_getLevels(bidi.get(), &status) : nullptr;
    if (!levels) { // no memory: in the order of the sentence, rather than not at all
        order.levels.assign(words.size(), 0);
        return order;
    }
    order.fromRight = ubidi_getParaLevel(bidi.get()) % 2 == 1;
    for (std::size_t word = 0; word < words.size(); ++word)
        order.levels.push_back(levels[tellingPlace(text, begins[word], begins[word + 1] - 1)]);
    return order;
}

std::vector<std::int32_t> visualOrder(std::span<const std::uint8_t> levels)
{
    std::vector<std::int32_t> order(levels.size());
    if (!levels.empty())
        ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
    return order;
}

} // namespace alignoscope
