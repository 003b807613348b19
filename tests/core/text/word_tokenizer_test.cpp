// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace alignoscope;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> words(std::string_view text, bool lowercase = false)
{
    return tokenize(text, TokenizerKind::Words, lowercase);
}

TEST(WordTokenizer, SplitsAtSpacesAndPunctuation)
{
    EXPECT_THAT(words("Two dogs run."), ElementsAre("Two", "dogs", "run", "."));
    EXPECT_THAT(words("(Yes), he said; \"no\"!"),
                ElementsAre("(", "Yes", ")", ",", "he", "said", ";", "\"", "no", "\"", "!"));
    EXPECT_THAT(words("and/or 50%"), ElementsAre("and", "/", "or", "50", "%"));
}

TEST(WordTokenizer, NothingGivesNothing)
{
    EXPECT_THAT(words(""), IsEmpty());
    EXPECT_THAT(words(" \t\n\r\v\f"), IsEmpty());
    EXPECT_THAT(words("\u00A0\u2009\u3000"), IsEmpty());
    EXPECT_THAT(words("\u00AD\u200B\uFEFF\x01"), IsEmpty());
}

TEST(WordTokenizer, KeepsInnerHyphensAndApostrophes)
{
    EXPECT_THAT(words("a well-known five-year-old"), ElementsAre("a", "well-known", "five-year-old"));
    EXPECT_THAT(words("don't it's o'clock dogs'"), ElementsAre("don't", "it's", "o'clock", "dogs", "'"));
    EXPECT_THAT(words("don’t"), ElementsAre("don’t"));
    EXPECT_THAT(words("Y a-t-il ? Va-t'en !"), ElementsAre("Y", "a-t-il", "?", "Va-t'en", "!"));
    EXPECT_THAT(words("col·lecció"), ElementsAre("col·lecció"));
}

TEST(WordTokenizer, AHyphenThatStandsForTheRestOfAWordStaysWithIt)
{
    EXPECT_THAT(words("Ein- und Ausgang"), ElementsAre("Ein-", "und", "Ausgang"));
    EXPECT_THAT(words("word - word"), ElementsAre("word", "-", "word"));
    EXPECT_THAT(words("word-"), ElementsAre("word", "-"));
    EXPECT_THAT(words("-word"), ElementsAre("-", "word"));
    EXPECT_THAT(words("word--word"), ElementsAre("word", "--", "word"));
}

TEST(WordTokenizer, CutsFrenchElisionsOff)
{
    EXPECT_THAT(words("l'homme"), ElementsAre("l'", "homme"));
    EXPECT_THAT(words("L’Étoile"), ElementsAre("L’", "Étoile"));
    EXPECT_THAT(words("d'un s'il t'aime m'a n'est c'est j'ai"),
                ElementsAre("d'", "un", "s'", "il", "t'", "aime", "m'", "a", "n'", "est", "c'", "est", "j'", "ai"));
    EXPECT_THAT(words("qu'elle jusqu'ici lorsqu'on puisqu'il quelqu'un presqu'île"),
                ElementsAre("qu'", "elle", "jusqu'", "ici", "lorsqu'", "on", "puisqu'", "il", "quelqu'", "un",
                            "presqu'", "île"));
    EXPECT_THAT(words("Qu'est-ce qu'aujourd'hui ?"), ElementsAre("Qu'", "est-ce", "qu'", "aujourd'hui", "?"));
    EXPECT_THAT(words("d'l'eau"), ElementsAre("d'", "l'", "eau"));
    EXPECT_THAT(words("l'11 mai"), ElementsAre("l'", "11", "mai"));
}

TEST(WordTokenizer, LeavesWordsWithAnApostropheOfTheirOwnWhole)
{
    EXPECT_THAT(words("aujourd'hui"), ElementsAre("aujourd'hui"));
    EXPECT_THAT(words("prud'homme rock'n'roll"), ElementsAre("prud'homme", "rock'n'roll"));
    EXPECT_THAT(words("all's well"), ElementsAre("all's", "well"));
    EXPECT_THAT(words("l' homme"), ElementsAre("l", "'", "homme"));
}

TEST(WordTokenizer, CutsItalianElisionsOffBeforeVowels)
{
    EXPECT_THAT(words("dell'arte all'alba nell'acqua sull'erba dall'alto un'altra"),
                ElementsAre("dell'", "arte", "all'", "alba", "nell'", "acqua", "sull'", "erba", "dall'", "alto", "un'",
                            "altra"));
}

TEST(WordTokenizer, KeepsNumbersWhole)
{
    EXPECT_THAT(words("3.5 1,000 10:30 1.234,56"), ElementsAre("3.5", "1,000", "10:30", "1.234,56"));
    EXPECT_THAT(words("In 1999, 3."), ElementsAre("In", "1999", ",", "3", "."));
    EXPECT_THAT(words("3.a a.3"), ElementsAre("3", ".", "a", "a", ".", "3"));
    EXPECT_THAT(words("$5 20€ 4th"), ElementsAre("$", "5", "20", "€", "4th"));
    EXPECT_THAT(words("٣٫٥ H₂O m²"), ElementsAre("٣", "٫", "٥", "H₂O", "m²"));
}

TEST(WordTokenizer, RunsOfDotsAndDashesAreOneToken)
{
    EXPECT_THAT(words("Well... yes"), ElementsAre("Well", "...", "yes"));
    EXPECT_THAT(words("so....no"), ElementsAre("so", "....", "no"));
    EXPECT_THAT(words("a -- b …"), ElementsAre("a", "--", "b", "…"));
    EXPECT_THAT(words("?!"), ElementsAre("?", "!"));
}

TEST(WordTokenizer, ScriptsWithoutSpacesGoByADictionary)
{
    EXPECT_THAT(words("我喜欢喝绿茶。"), ElementsAre("我", "喜欢", "喝", "绿茶", "。"));
    EXPECT_THAT(words("コーヒーを飲む！"), ElementsAre("コーヒー", "を", "飲む", "！"));
    EXPECT_THAT(words("昨日は図書館で本を読む。"), ElementsAre("昨日", "は", "図書館", "で", "本", "を", "読む", "。"));
    EXPECT_THAT(words("แมวนอนอยู่บนโซฟา"), ElementsAre("แมว", "นอน", "อยู่", "บน", "โซฟา"));
    EXPECT_THAT(words("ຂ້ອຍມັກແມວ"), ElementsAre("ຂ້ອຍ", "ມັກ", "ແມວ"));
    EXPECT_THAT(words("ខ្ញុំចូលចិត្តឆ្មា"), ElementsAre("ខ្ញុំ", "ចូលចិត្ត", "ឆ្មា"));
    EXPECT_THAT(words("ကျွန်တော်ထမင်းစားတယ်"), ElementsAre("ကျွန်တော်", "ထမင်းစား", "တယ်"));
    EXPECT_THAT(words("か\u3099"), ElementsAre("が")); // NFC
}

TEST(WordTokenizer, ADictionaryRunEndsWhereTheScriptDoes)
{
    EXPECT_THAT(words("我有3个苹果"), ElementsAre("我有", "3", "个", "苹果"));
    EXPECT_THAT(words("IBM公司"), ElementsAre("IBM", "公司"));
    EXPECT_THAT(words("ใช้ Linux ที่บ้าน"), ElementsAre("ใช้", "Linux", "ที่", "บ้าน"));
    EXPECT_THAT(words("東京のLinux会議は5月です。"),
                ElementsAre("東京", "の", "Linux", "会議", "は", "5", "月", "です", "。"));
}

// What ICU keeps between sentences must not show.
TEST(WordTokenizer, ALongRunIsCutAsItsWordsAre)
{
    const std::string sentence = "แมวนอนอยู่บนโซฟา";
    std::string many;
    for (int i = 0; i < 500; ++i)
        many += sentence;
    EXPECT_EQ(words(many).size(), 500 * words(sentence).size());
}

TEST(WordTokenizer, OtherScriptsGoByWords)
{
    EXPECT_THAT(words("Привет, мир!"), ElementsAre("Привет", ",", "мир", "!"));
    EXPECT_THAT(words("هل أنت هنا؟"), ElementsAre("هل", "أنت", "هنا", "؟"));
    EXPECT_THAT(words("안녕하세요 여러분"), ElementsAre("안녕하세요", "여러분"));
    EXPECT_THAT(words("नमस्ते दुनिया।"), ElementsAre("नमस्ते", "दुनिया", "।"));
}

TEST(WordTokenizer, PersianKeepsItsNonJoinerAndEmojiStayWhole)
{
    EXPECT_THAT(words("می\u200Cخواهم"), ElementsAre("می\u200Cخواهم"));
    EXPECT_THAT(words("zero\u200Cwidth"), ElementsAre("zerowidth"));
    EXPECT_THAT(words("👨‍👩‍👧 and 🇫🇷🇩🇪"), ElementsAre("👨‍👩‍👧", "and", "🇫🇷", "🇩🇪"));
}

TEST(WordTokenizer, ComposesAccentsAndDropsWhatIsInvisible)
{
    EXPECT_THAT(words("e\u0301tude"), ElementsAre("étude"));
    EXPECT_THAT(words("co\u00ADop\u200Ber\u200Eate"), ElementsAre("cooperate"));
    EXPECT_THAT(words("a\u0085b\u2028c"), ElementsAre("a", "b", "c"));
    EXPECT_THAT(words(std::string_view("a\0b", 3)), ElementsAre("ab"));
}

TEST(WordTokenizer, InvalidBytesBecomeReplacementCharacters)
{
    EXPECT_THAT(words("a\xFF"
                      "b"),
                ElementsAre("a", "\uFFFD", "b"));
    EXPECT_THAT(words("\xE2\x82"), ElementsAre("\uFFFD"));
    EXPECT_THAT(words("\xED\xA0\x80"), ::testing::Each("\uFFFD"));
}

TEST(WordTokenizer, LowersEveryScript)
{
    EXPECT_THAT(words("The CAT", true), ElementsAre("the", "cat"));
    EXPECT_THAT(words("ÉCOLE Übung ΣΟΦΟΣ МИР", true), ElementsAre("école", "übung", "σοφος", "мир"));
    EXPECT_THAT(words("L'ÉTÉ", true), ElementsAre("l'", "été"));
}

TEST(WhitespaceTokenizer, TakesExactlyWhatSpacesSeparate)
{
    EXPECT_THAT(tokenize("don't , stop\u00A0!  l'eau", TokenizerKind::Whitespace, false),
                ElementsAre("don't", ",", "stop", "!", "l'eau"));
    EXPECT_THAT(tokenize("un@@ known &apos;s", TokenizerKind::Whitespace, false),
                ElementsAre("un@@", "known", "&apos;s"));
    EXPECT_THAT(tokenize("  ", TokenizerKind::Whitespace, false), IsEmpty());
}

TEST(CharacterTokenizer, TakesGraphemesAndShowsSpaces)
{
    EXPECT_THAT(tokenize("a b", TokenizerKind::Characters, false), ElementsAre("a", "␣", "b"));
    EXPECT_THAT(tokenize("  12\u00A03 ", TokenizerKind::Characters, false), ElementsAre("1", "2", "␣", "3"));
    EXPECT_THAT(tokenize("né!", TokenizerKind::Characters, false), ElementsAre("n", "é", "!"));
    EXPECT_THAT(tokenize("q\u0323\u0307x", TokenizerKind::Characters, false), ElementsAre("q\u0323\u0307", "x"));
    EXPECT_THAT(tokenize("한국", TokenizerKind::Characters, false), ElementsAre("한", "국"));
    EXPECT_THAT(tokenize("a \u0301b", TokenizerKind::Characters, false), ElementsAre("a", "␣", "\u0301", "b"));
    EXPECT_THAT(tokenize("AÉ", TokenizerKind::Characters, true), ElementsAre("a", "é"));
}

} // namespace
