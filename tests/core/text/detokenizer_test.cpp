// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/text.h"

#include <gtest/gtest.h>

namespace {

using namespace alignoscope;

std::string join(const std::vector<std::string>& tokens)
{
    return detokenize(tokens, TokenizerKind::Words);
}

class RoundTrip : public ::testing::TestWithParam<const char*> { };

TEST_P(RoundTrip, GivesTheSentenceBack)
{
    const std::string sentence = GetParam();
    EXPECT_EQ(join(tokenize(sentence, TokenizerKind::Words, false)), sentence);
}

INSTANTIATE_TEST_SUITE_P(WithoutSpaces, RoundTrip,
                         ::testing::Values("我喜欢喝绿茶。", "小猫睡在沙发上吗？", "我在用Linux写程序。", "IBM公司",
                                           "我有3个苹果。", "昨日は図書館で本を読みました。",
                                           "「行きますか？」と彼女は聞いた。", "東京のLinux会議は5月です。",
                                           "5月3日に会いましょう。", "แมวนอนอยู่บนโซฟา", "ฉันใช้ Linux ที่บ้าน", "ຂ້ອຍມັກແມວ",
                                           "ខ្ញុំចូលចិត្តឆ្មា", "ကျွန်တော်ထမင်းစားတယ်", "The word 猫 means cat."));
INSTANTIATE_TEST_SUITE_P(English, RoundTrip,
                         ::testing::Values("Two dogs are running in the snow.", "Don't be late: it's ten o'clock!",
                                           "He said \"maybe\" and left (without a word).", "Well... what now?",
                                           "She paid $5, or 3.5% of 1,000 euros, at 10:30.",
                                           "A well-known five-year-old boy.", "The dogs' tails wag.",
                                           "He read 'the news' twice.", "An either/or question [sic].",
                                           "“Curly quotes,” she said, ‘too’.", "The U.S. team won.",
                                           "Room #3 is at 20°.", "From 1990–2000 it rained.", "Wait -- no!",
                                           "Mail me at a@b now.", "What is -5 to you?"));
INSTANTIATE_TEST_SUITE_P(French, RoundTrip,
                         ::testing::Values("L'homme qu'il a vu aujourd'hui n'est pas là.", "L’été, c’est l’amour.",
                                           "Est-ce que quelqu'un m'entend?", "Elle a dit « peut-être » hier.",
                                           "Va-t'en, s'il te plaît!", "Jusqu'où iras-tu; et quand?"));
INSTANTIATE_TEST_SUITE_P(German, RoundTrip,
                         ::testing::Values("Der Ein- und Ausgang ist dort.", "Er sagte: „Komm her!“",
                                           "Ein „Halt“-Schild steht da.", "Sie las »das Buch« gern.",
                                           "Das kostet 20 € am 3. Mai."));
INSTANTIATE_TEST_SUITE_P(OtherScripts, RoundTrip,
                         ::testing::Values("我昨天在北京买了三本书。", "你有3个IBM产品吗？", "今日は「雨」です。",
                                           "สวัสดีครับ", "Привет, мир!", "هل أنت هنا؟", "नमस्ते दुनिया।",
                                           "안녕하세요, 여러분!", "The sign 我 means me."));

TEST(Detokenizer, ChoosesTheFormWithoutSpaceForFrenchMarks)
{
    EXPECT_EQ(join(tokenize("Tu viens ? Oui !", TokenizerKind::Words, false)), "Tu viens? Oui!");
}

TEST(Detokenizer, LooseQuotationMarksDoNoHarm)
{
    EXPECT_EQ(join({"\"", "open"}), "\"open");
    EXPECT_EQ(join({"”", "open"}), "”open");
    EXPECT_EQ(join({"»"}), "»");
    EXPECT_EQ(join({"'"}), "'");
    EXPECT_EQ(join({"Join", "'", "em"}), "Join 'em");
    EXPECT_EQ(join({"‹", "a", "›"}), "‹a›");
}

TEST(Detokenizer, EmptyInputAndEmptyTokensAreNothing)
{
    for (const auto kind : {TokenizerKind::Words, TokenizerKind::Whitespace, TokenizerKind::Characters}) {
        EXPECT_EQ(detokenize({}, kind), "");
        EXPECT_EQ(detokenize({"", ""}, kind), "");
    }
    EXPECT_EQ(join({"a", "", "b"}), "a b");
}

TEST(Detokenizer, MarksOfAModelStandAsWords)
{
    EXPECT_EQ(join({"The", "<unk>", "sleeps", "."}), "The <unk> sleeps.");
}

TEST(Detokenizer, WhitespaceTokensGetSpaces)
{
    EXPECT_EQ(detokenize({"l'eau", ",", "!"}, TokenizerKind::Whitespace), "l'eau , !");
}

TEST(Detokenizer, CharactersComeTogether)
{
    EXPECT_EQ(detokenize({"1", "2", "␣", "é"}, TokenizerKind::Characters), "12 é");
    const std::string text = "né le 3 mai";
    EXPECT_EQ(detokenize(tokenize(text, TokenizerKind::Characters, false), TokenizerKind::Characters), text);
}

TEST(Detokenizer, DashesStandFreeExceptBetweenNumbers)
{
    EXPECT_EQ(join({"Paris", "–", "Rome"}), "Paris – Rome");
    EXPECT_EQ(join({"1990", "–", "2000"}), "1990–2000");
    EXPECT_EQ(join({"5", "-", "3"}), "5 - 3");
    EXPECT_EQ(join({"at", "-", "3", "°"}), "at -3°");
    EXPECT_EQ(join({"-"}), "-");
}

TEST(Detokenizer, CurrenciesLeanOnTheNumberBehindThem)
{
    EXPECT_EQ(join({"$", "5"}), "$5");
    EXPECT_EQ(join({"5", "€"}), "5 €");
    EXPECT_EQ(join({"5", "€", "3"}), "5 € 3");
    EXPECT_EQ(join({"many", "$"}), "many $");
}

TEST(Detokenizer, QuotationsMayNest)
{
    EXPECT_EQ(join({"„", "Er", "sagte", "‚", "nein", "‘", "“", "."}), "„Er sagte ‚nein‘“.");
    EXPECT_EQ(join({"“", "He", "said", "‘", "no", "’", "”", "."}), "“He said ‘no’”.");
    EXPECT_EQ(join({"\"", "a", "\"", "\"", "b", "\""}), "\"a\" \"b\"");
    EXPECT_EQ(join({"«", "a", "»", "«", "b", "»"}), "« a » « b »");
}

TEST(Detokenizer, FullStopsOfAbbreviationsTieLetters)
{
    EXPECT_EQ(join({"e", ".", "g", ".", "this"}), "e.g. this");
    EXPECT_EQ(join({"I", ".", "Then"}), "I. Then");
    EXPECT_EQ(join({"."}), ".");
}

} // namespace
