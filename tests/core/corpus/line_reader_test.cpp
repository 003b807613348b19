// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/corpus/corpus_test_support.h"
#include "corpus/text_recognition.h"
#include "corpus/utf8_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace alignoscope;
using namespace alignoscope::corpus;
using alignoscope::testing::linesOf;
using alignoscope::testing::MemorySource;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using namespace std::string_literals;

std::vector<std::string> lines(const std::string& bytes, std::size_t piece = 4096)
{
    MemorySource source(bytes, piece);
    return linesOf(source);
}

TEST(LineReader, SplitsAtEveryKindOfEnd)
{
    EXPECT_THAT(lines("a\nb\n"), ElementsAre("a", "b"));
    EXPECT_THAT(lines("a\r\nb\r\n"), ElementsAre("a", "b"));
    EXPECT_THAT(lines("a\rb\r"), ElementsAre("a", "b"));
    EXPECT_THAT(lines("a\nb\r\nc\rd"), ElementsAre("a", "b", "c", "d"));
    EXPECT_THAT(lines("\n\r\n\r"), ElementsAre("", "", ""));
    EXPECT_THAT(lines("\n\r"), ElementsAre("", ""));
    EXPECT_THAT(lines(""), IsEmpty());
    EXPECT_THAT(lines("a\u0085b\u2028c"), ElementsAre("a\u0085b\u2028c"));
}

TEST(LineReader, PiecesMakeNoDifference)
{
    const std::string bytes = "one\r\ntwo\n\rthree\r\r\nfour and more\n\nend";
    const auto whole = lines(bytes);
    for (std::size_t piece = 1; piece < bytes.size(); ++piece)
        EXPECT_EQ(lines(bytes, piece), whole) << "pieces of " << piece;
}

TEST(LineReader, CountsLinesAndKeepsOnlyTheLengthOfHugeOnes)
{
    for (const std::size_t piece : {1U, 3U, 100U}) {
        MemorySource source("ok\nmuch too long\nok again\n1234\n12345", piece);
        LineReader reader(source, 8);
        Line line;
        ASSERT_TRUE(reader.next(line));
        EXPECT_EQ(line.text, "ok");
        ASSERT_TRUE(reader.next(line));
        EXPECT_EQ(line.number, 2);
        EXPECT_EQ(line.bytes, 13U);
        EXPECT_EQ(line.text, "");
        EXPECT_THAT(lineFault(line), HasSubstr("too long (13 bytes; --limit-line"));
        ASSERT_TRUE(reader.next(line));
        EXPECT_EQ(line.text, "ok again");
        ASSERT_TRUE(reader.next(line));
        ASSERT_TRUE(reader.next(line));
        EXPECT_EQ(line.number, 5);
        EXPECT_EQ(line.text, "12345");
        EXPECT_FALSE(reader.next(line));
        EXPECT_FALSE(reader.next(line));
    }
}

TEST(LineFault, NamesThePlace)
{
    const auto fault = [](const std::string& text) { return lineFault({text, 1, text.size()}); };
    EXPECT_EQ(fault("fine é"), "");
    EXPECT_EQ(fault("ab\0c"s), "a NUL byte at byte 3");
    EXPECT_EQ(fault("caf\xE9 noir"), "invalid UTF-8 at byte 4");
}

std::string utf16(std::u16string_view text, bool bigEndian, bool mark)
{
    std::string bytes;
    const auto add = [&](char16_t unit) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    };
    if (mark)
        add(0xFEFF);
    for (const char16_t unit : text)
        add(unit);
    return bytes;
}

std::string converted(const std::string& bytes, std::size_t piece, std::string& encoding)
{
    MemorySource source(bytes, piece);
    Utf8Source text(source, "here");
    encoding = text.encoding();
    std::string all;
    for (auto part = text.read(); !part.empty(); part = text.read())
        all += part;
    return all;
}

TEST(Utf8Source, ReadsEveryUnicodeEncoding)
{
    const std::u16string text = u"Fire!\t火事だ！ 👍\r\nNo.\tNon é\n";
    const std::string expected = "Fire!\t火事だ！ 👍\r\nNo.\tNon é\n";
    std::string encoding;
    for (const std::size_t piece : {1U, 2U, 3U, 7U, 1000U}) {
        EXPECT_EQ(converted(utf16(text, false, true), piece, encoding), expected);
        EXPECT_EQ(encoding, "UTF-16LE");
        EXPECT_EQ(converted(utf16(text, true, true), piece, encoding), expected);
        EXPECT_EQ(encoding, "UTF-16BE");
        EXPECT_EQ(converted("\xEF\xBB\xBF" + expected, piece, encoding), expected);
        EXPECT_EQ(encoding, "UTF-8");
        EXPECT_EQ(converted(expected, piece, encoding), expected);
        EXPECT_EQ(encoding, "UTF-8");
    }
    EXPECT_EQ(converted("\xFF\xFE\0\0a\0\0\0"s, 100, encoding), "a");
    EXPECT_EQ(encoding, "UTF-32LE");
}

TEST(Utf8Source, RecognisesUtf16WithoutAMark)
{
    std::string encoding;
    EXPECT_EQ(converted(utf16(u"plain\ttext\n", false, false), 100, encoding), "plain\ttext\n");
    EXPECT_EQ(encoding, "UTF-16LE");
    EXPECT_EQ(converted(utf16(u"plain\ttext\n", true, false), 100, encoding), "plain\ttext\n");
    EXPECT_EQ(encoding, "UTF-16BE");
}

TEST(Utf8Source, LongTextInUtf16ComesWhole)
{
    std::u16string text;
    std::string expected;
    for (int i = 0; i < 20000; ++i) {
        text += u"é我a👍";
        expected += "é我a👍";
    }
    std::string encoding;
    EXPECT_EQ(converted(utf16(text, false, true), 1021, encoding), expected);
}

TEST(Utf8Source, DamagedUtf16BecomesReplacementCharacters)
{
    std::string encoding;
    EXPECT_EQ(converted(utf16(std::u16string(u"a\tb") + char16_t(0xD800) + u"c", false, true), 100, encoding),
              "a\tb\uFFFDc");
    EXPECT_EQ(converted(utf16(u"ab", false, true) + "x", 100, encoding), "ab\uFFFD");
}

TEST(Utf8Source, RefusesWhatIsNotText)
{
    std::string noise;
    for (int i = 0; i < 1000; ++i)
        noise += static_cast<char>(i * 7919 >> 3);
    for (const std::string& bytes : {"\x89PNG\r\n\x1A\n...."s, "%PDF-1.7\n"s, "PK\x03\x04stuff"s, noise}) {
        MemorySource source(bytes, 100);
        EXPECT_THAT(alignoscope::testing::messageOf([&] { Utf8Source text(source, "picture.tsv"); }),
                    HasSubstr("picture.tsv: this is not text"));
    }
}

TEST(TextRecognition, AFewControlCharactersAreStillText)
{
    EXPECT_EQ(recognizeBinary("a\tb\0c\n"s), "");
    EXPECT_EQ(recognizeBinary("Hello \x1B[1m bold\n"), "");
    EXPECT_EQ(recognizeBinary(""), "");
    EXPECT_EQ(recognizeBinary("\x7F"
                              "ELF"),
              "a program");
}

} // namespace
