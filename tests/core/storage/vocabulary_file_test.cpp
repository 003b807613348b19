// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/vocabulary_file.h"

#include "samples.h"
#include "support/shared_data.h"

namespace alignoscope::storage {
namespace {

using alignoscope::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::readAll;
using testing::sampleVocabulary;
using testing::storageFailure;

std::string parsingFails(const std::string& text)
{
    return storageFailure([&] { parseVocabulary(text, "source.vocabulary.txt"); });
}

std::string titled(int tokens, const std::string& lines)
{
    return "alignoscope-vocabulary\t1\t" + std::to_string(tokens) + '\n' + lines;
}

void expectEqual(const Vocabulary& got, const Vocabulary& expected)
{
    ASSERT_EQ(got.size(), expected.size());
    for (std::int32_t i = 0; i < got.size(); ++i) {
        EXPECT_EQ(got.token(TokenId{i}), expected.token(TokenId{i}));
        EXPECT_EQ(got.count(TokenId{i}), expected.count(TokenId{i}));
    }
}

TEST(VocabularyFile, IsTextThatPeopleCanRead)
{
    EXPECT_EQ(vocabularyText(sampleVocabulary()),
              titled(6, "the\t100\nl'\t50\n日本\t7\na\\tb\t3\nback\\\\slash\t2\n#\t1\n"));
}

TEST(VocabularyFile, ReturnsWhatWasWritten)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "v.txt";
    writeVocabulary(path, sampleVocabulary());
    expectEqual(readVocabulary(path), sampleVocabulary());
}

TEST(VocabularyFile, MayBeEmpty)
{
    EXPECT_EQ(vocabularyText(Vocabulary()), titled(0, ""));
    EXPECT_EQ(parseVocabulary(titled(0, ""), "v").size(), Vocabulary::marks);
}

TEST(VocabularyFile, TokensMayHoldAnyCharacter)
{
    std::vector<Vocabulary::Entry> entries{{"\\t", 3},
                                           {"\t", 2},
                                           {"\r\n", 1},
                                           {"\\", 1},
                                           {std::string("\0x", 2), 1},
                                           {"\xff\xfe", 1},
                                           {" ", 1},
                                           {"\xc2\x85", 1},
                                           {"\\n\\", 9'000'000'000}};
    const Vocabulary vocabulary(entries);
    expectEqual(parseVocabulary(vocabularyText(vocabulary), "v"), vocabulary);
}

TEST(VocabularyFile, EveryByteReturns)
{
    std::vector<Vocabulary::Entry> entries;
    for (int byte = 0; byte < 256; ++byte)
        entries.push_back({std::string{static_cast<char>(byte), 'x', static_cast<char>(byte)}, byte});
    const Vocabulary vocabulary(entries);
    expectEqual(parseVocabulary(vocabularyText(vocabulary), "v"), vocabulary);
}

TEST(VocabularyFile, SaysWhatIsWrongWithTheFirstLine)
{
    EXPECT_THAT(parsingFails(""), AllOf(HasSubstr("source.vocabulary.txt"), HasSubstr("not a vocabulary")));
    EXPECT_THAT(parsingFails("the\t100\n"), HasSubstr("not a vocabulary of Alignoscope"));
    EXPECT_THAT(parsingFails("alignoscope-vocabulary\t2\t0\n"),
                AllOf(HasSubstr("expected version 1, got version 2"), HasSubstr("Open it with the Alignoscope")));
    EXPECT_THAT(parsingFails("alignoscope-vocabulary\n"), HasSubstr("version"));
    EXPECT_THAT(parsingFails("alignoscope-vocabulary\t1\n"), HasSubstr("how many tokens"));
    EXPECT_THAT(parsingFails("alignoscope-vocabulary\t1\t-1\n"), HasSubstr("how many tokens"));
    EXPECT_THAT(parsingFails("alignoscope-vocabulary\t1\t1\t1\n"), HasSubstr("how many tokens"));
}

TEST(VocabularyFile, SaysWhatIsWrongWithALine)
{
    EXPECT_THAT(parsingFails(titled(2, "a\t1\nb 2\n")), AllOf(HasSubstr("line 3"), HasSubstr("no tab")));
    EXPECT_THAT(parsingFails(titled(1, "\t1\n")), AllOf(HasSubstr("line 2"), HasSubstr("empty")));
    EXPECT_THAT(parsingFails(titled(1, "\\x\t1\n")), HasSubstr("backslash"));
    EXPECT_THAT(parsingFails(titled(1, "a\\\t1\n")), HasSubstr("backslash"));
    for (const auto* count : {"", "x", "1x", "-1", "1.5", " 1", "99999999999999999999", "1\r"})
        EXPECT_THAT(parsingFails(titled(1, std::string("a\t") + count + "\n")), HasSubstr("the count is not a number"));
}

TEST(VocabularyFile, TokensGivenTwiceAreRefused)
{
    EXPECT_THAT(parsingFails(titled(2, "a\t1\na\t1\n")), HasSubstr("source.vocabulary.txt"));
}

TEST(VocabularyFile, EveryCutIsNoticed)
{
    const auto whole = vocabularyText(sampleVocabulary());
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_NE(parsingFails(whole.substr(0, length)), "") << length;
    EXPECT_THAT(parsingFails(whole.substr(0, whole.size() - 1)), HasSubstr("cut short"));
    EXPECT_THAT(parsingFails(whole.substr(0, whole.size() - 4)), HasSubstr("cut short"));
    EXPECT_THAT(parsingFails(whole + "more\t1\n"), HasSubstr("too many lines (expected 6 tokens, got 7)"));
}

TEST(VocabularyFile, AMissingFileIsNamed)
{
    const TemporaryFolder folder;
    EXPECT_THAT(storageFailure([&] { readVocabulary(folder.path() / "v.txt"); }),
                AllOf(HasSubstr("v.txt"), HasSubstr("there is no such file")));
}

} // namespace
} // namespace alignoscope::storage
