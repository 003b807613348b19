// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/unicode.h"

#include "text/character_class.h"
#include "text/elision.h"

#include <gtest/gtest.h>

namespace {

using namespace alignoscope::text;

TEST(Utf8, AcceptsWhatIsWellFormed)
{
    EXPECT_TRUE(isValidUtf8(""));
    EXPECT_TRUE(isValidUtf8("plain ASCII that is longer than eight bytes"));
    EXPECT_TRUE(isValidUtf8("é ü 我 👍 end"));
    EXPECT_TRUE(isValidUtf8("\xF4\x8F\xBF\xBF")); // U+10FFFF
}

TEST(Utf8, RefusesWhatIsNot)
{
    for (const std::string_view bytes :
         {"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xC3",
          "\xE2\x82", "\xF0\x9F\x91", "12345678\xFF", "caf\xE9"})
        EXPECT_FALSE(isValidUtf8(bytes)) << bytes.size();
}

TEST(Utf8, SaysHowFarItIsWellFormed)
{
    EXPECT_EQ(validUtf8Bytes("1234567890é\xFFx"), 12U);
    EXPECT_EQ(validUtf8Bytes("abc\xC3"), 3U);
}

TEST(Utf8, CutsBetweenCharacters)
{
    EXPECT_EQ(wholeCharacters("aé我", 6), "aé我");
    EXPECT_EQ(wholeCharacters("aé我", 5), "aé");
    EXPECT_EQ(wholeCharacters("aé我", 2), "a");
    EXPECT_EQ(wholeCharacters("我", 2), "");
    EXPECT_EQ(wholeCharacters("abc", 100), "abc");
}

TEST(Utf8, ReadsCodePointsFromBothEnds)
{
    EXPECT_EQ(codePointAt("a我b", 1).value, U'我');
    EXPECT_EQ(codePointAt("a我b", 1).end, 4U);
    EXPECT_EQ(lastCodePoint("a👍"), U'👍');
}

TEST(Cleaner, MakesEveryRunOfSpacesOne)
{
    Cleaner cleaner;
    EXPECT_EQ(cleaner.clean("  a \t b\n", false), "a b");
    EXPECT_EQ(cleaner.clean("\u00A0a\u202F \u3000é ", false), "a é");
    EXPECT_EQ(cleaner.clean("", false), "");
}

TEST(Cleaner, KeepsNothingOfTheTextBefore)
{
    Cleaner cleaner;
    EXPECT_EQ(cleaner.clean("a long first sentence, É", true), "a long first sentence, é");
    EXPECT_EQ(cleaner.clean("B", true), "b");
    EXPECT_EQ(cleaner.clean("É", false), "É");
}

TEST(Cleaner, ComposesCompatibilityCharactersOnlyIfAsked)
{
    Cleaner nfc, nfkc(alignoscope::Normalization::Nfkc);
    for (const auto& [text, folded] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"ＡＢＣ１２３", "ABC123"}, {"ﬁn", "fin"}, {"x²", "x2"}, {"①", "1"}, {"ｶﾞ", "ガ"}, {"…", "..."}}) {
        EXPECT_EQ(nfc.clean(text, false), text);
        EXPECT_EQ(nfkc.clean(text, false), folded);
    }
    EXPECT_EQ(nfkc.clean("e\u0301", false), "é");
    EXPECT_EQ(nfkc.clean("plain", false), "plain");
}

TEST(Cleaner, CleansWhatCompatibilityBringsToo)
{
    Cleaner nfkc(alignoscope::Normalization::Nfkc);
    EXPECT_EQ(nfkc.clean("℡", true), "tel");              // three capitals, then lower case
    EXPECT_EQ(nfkc.clean("\u00A8a", false), "\u0308a");   // a space with a mark: no space at the start
    EXPECT_EQ(nfkc.clean("a \u00A8", false), "a \u0308"); // and never two
    EXPECT_EQ(nfkc.clean("a\uFFA0b", false), "ab");       // what becomes invisible goes
}

TEST(CharacterClass, TellsScriptsApart)
{
    EXPECT_EQ(classify(U'x'), CharacterClass::Letter);
    EXPECT_EQ(classify(U'7'), CharacterClass::Digit);
    EXPECT_EQ(classify(U'٣'), CharacterClass::Digit);
    EXPECT_EQ(classify(U'\u0301'), CharacterClass::Mark);
    EXPECT_EQ(classify(U'中'), CharacterClass::Ideograph);
    EXPECT_EQ(classify(U'々'), CharacterClass::Ideograph);
    EXPECT_EQ(classify(U'ー'), CharacterClass::Ideograph);
    EXPECT_EQ(classify(U'ก'), CharacterClass::Ideograph);
    EXPECT_EQ(classify(U'한'), CharacterClass::Letter);
    EXPECT_EQ(classify(U'’'), CharacterClass::Apostrophe);
    EXPECT_EQ(classify(U'—'), CharacterClass::Other);
    EXPECT_TRUE(isEastAsian(U'。'));
    EXPECT_FALSE(isEastAsian(U'ก'));
    EXPECT_TRUE(isSouthEastAsian(U'ก'));
}

TEST(Elision, EndsBehindItsApostrophe)
{
    EXPECT_EQ(elisionEnd("l'homme"), 2U);
    EXPECT_EQ(elisionEnd("Qu’il"), 5U);
    EXPECT_EQ(elisionEnd("dell'arte"), 5U);
    EXPECT_EQ(elisionEnd("l'"), 0U);
    EXPECT_EQ(elisionEnd("l"), 0U);
    EXPECT_EQ(elisionEnd("'"), 0U);
    EXPECT_EQ(elisionEnd(""), 0U);
    EXPECT_EQ(elisionEnd("aujourd'hui"), 0U);
    EXPECT_EQ(elisionEnd("all's"), 0U);
    EXPECT_EQ(elisionEnd("l'«"), 0U);
}

TEST(Elision, IsKnownAsAToken)
{
    EXPECT_TRUE(isElision("l'"));
    EXPECT_TRUE(isElision("Jusqu’"));
    EXPECT_TRUE(isElision("un'"));
    EXPECT_FALSE(isElision("dogs'"));
    EXPECT_FALSE(isElision("'"));
    EXPECT_FALSE(isElision("l"));
    EXPECT_FALSE(isElision("l'homme"));
}

} // namespace
