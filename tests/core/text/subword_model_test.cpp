// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/subword_sample.h"

#include "alignoscope/error.h"
#include "support/shared_data.h"
#include "text/unicode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstring>

namespace alignoscope::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const SubwordModel& sample()
{
    static const SubwordModel model = learnFrom(stemSentences(), {SubwordMethod::Bpe, 80});
    return model;
}

std::string messageOf(const std::string& bytes)
{
    try {
        SubwordModel::parse(bytes, "a.model");
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Input);
        return error.what();
    }
    return "no error";
}

/// A field of a protobuf message that holds bytes (shorter than 128, or 16,383 at most).
std::string field(int number, const std::string& bytes)
{
    std::string length;
    for (std::size_t rest = bytes.size();; rest >>= 7) {
        length += static_cast<char>((rest & 0x7F) | (rest > 0x7F ? 0x80 : 0));
        if (rest <= 0x7F)
            break;
    }
    return static_cast<char>(number << 3 | 2) + length + bytes;
}

std::string number(int field, float value)
{
    std::string bytes(1 + sizeof value, static_cast<char>(field << 3 | 5));
    std::memcpy(bytes.data() + 1, &value, sizeof value);
    return bytes;
}

TEST(SubwordModel, SplitsAndJoins)
{
    const auto pieces = sample().split("the young painter");
    ASSERT_FALSE(pieces.empty());
    EXPECT_TRUE(pieces.front().starts_with("▁"));
    EXPECT_EQ(sample().join(pieces), "the young painter");
    EXPECT_TRUE(sample().split("").empty());
    EXPECT_EQ(sample().join({}), "");
}

TEST(SubwordModel, KeepsTheSurfaceOfWhatItDoesNotKnow)
{
    const auto pieces = sample().split("the 猫 reader");
    EXPECT_THAT(pieces, ::testing::Contains("猫"));
    EXPECT_EQ(sample().join(pieces), "the 猫 reader");
}

TEST(SubwordModel, JoinsPiecesOfOthers)
{
    EXPECT_EQ(sample().join({"▁the", "▁zebra", "s"}), "the zebras");
    EXPECT_EQ(sample().join({"<unk>", "▁reader"}), "<unk> reader");
    EXPECT_EQ(sample().join({"▁the", "<unk>"}), "the <unk>");
    EXPECT_EQ(sample().join({"", "▁the"}), "the");
}

TEST(SubwordModel, IsTheSameOfTheSameBytes)
{
    EXPECT_EQ(sample(), SubwordModel::parse(sample().bytes(), "copy"));
    EXPECT_NE(sample(), learnFrom(stemSentences(), {SubwordMethod::Bpe, 70}));
}

TEST(SubwordModel, IsLoadedFromItsFile)
{
    TemporaryFolder folder;
    const auto file = folder.write("a.model", sample().bytes());
    EXPECT_EQ(SubwordModel::load(file), sample());
    for (const auto& path : {folder.path() / "none.model", folder.path(), std::filesystem::path(folder.write("e", ""))})
        EXPECT_THROW(SubwordModel::load(path), Error) << path;
}

TEST(SubwordModel, RefusesWhatIsNoModel)
{
    const std::array<std::string, 4> refused{"", "plain text", std::string(3, '\0'),
                                             sample().bytes().substr(0, sample().bytes().size() / 2)};
    for (const std::string& bytes : refused)
        EXPECT_THAT(messageOf(bytes), HasSubstr("a.model")) << bytes.size();
    EXPECT_THAT(messageOf(std::string((64U << 20) + 1, 'x')), HasSubstr("at most 67108864 bytes"));
}

TEST(SubwordModel, RefusesPiecesThatAreNoText)
{
    const std::string rest = sample().bytes();
    EXPECT_THAT(messageOf(field(1, field(1, "")) + rest), HasSubstr("piece 1 is not a text"));
    EXPECT_THAT(messageOf(field(1, field(1, "\xFF")) + rest), HasSubstr("piece 1 is not a text"));
    EXPECT_THAT(messageOf(field(1, field(1, std::string("a\0b", 3))) + rest), HasSubstr("piece 1 is not a text"));
    EXPECT_THAT(messageOf(field(1, "") + rest), HasSubstr("piece 1 has no text"));
    EXPECT_THAT(messageOf(field(1, field(1, "new") + number(2, std::nanf(""))) + rest), HasSubstr("not a number"));
    EXPECT_EQ(messageOf(field(1, field(1, "new") + number(2, -1.5F)) + rest), "no error");
}

// A table of character replacements is a trie that SentencePiece follows without looking where it leads.
TEST(SubwordModel, RefusesATableThatPointsOutsideItself)
{
    const auto word = [](std::uint32_t value) {
        return std::string{static_cast<char>(value), static_cast<char>(value >> 8), static_cast<char>(value >> 16),
                           static_cast<char>(value >> 24)};
    };
    const auto table = [&](const std::vector<std::uint32_t>& first, const std::string& texts) {
        std::string trie;
        for (std::size_t i = 0; i < 256; ++i)
            trie += word(i < first.size() ? first[i] : 0);
        return sample().bytes() + field(3, field(2, word(static_cast<std::uint32_t>(trie.size())) + trie + texts));
    };
    const std::string texts("x\0", 2);
    EXPECT_EQ(messageOf(table({}, texts)), "no error");
    EXPECT_THAT(messageOf(table({1U << 18}, texts)), HasSubstr("damaged")); // the root leads to unit 256
    EXPECT_EQ(messageOf(table({1U << 10 | 1U << 8, 1U << 31}, texts)), "no error");
    EXPECT_THAT(messageOf(table({1U << 10 | 1U << 8, 1U << 31 | 2}, texts)), HasSubstr("damaged")); // behind the texts
    EXPECT_THAT(messageOf(table({1U << 10 | 1U << 8, 1U << 31}, "x")), HasSubstr("damaged"));       // without an end
    EXPECT_THAT(messageOf(sample().bytes() + field(3, field(2, "abc"))), HasSubstr("damaged"));
    EXPECT_THAT(messageOf(sample().bytes() + field(5, field(2, word(4000)))), HasSubstr("damaged"));
}

TEST(SubwordModel, SideTextCleansBeforeItCuts)
{
    const SideText side{TokenizerKind::Subwords, true, Normalization::Nfkc, sample()};
    EXPECT_EQ(tokenize("  The  ＲＥＡＤＥＲ ", side), sample().split("the reader"));
    EXPECT_EQ(detokenize(tokenize("The reader", side), side), "the reader");
    EXPECT_THROW(tokenize("a", SideText{TokenizerKind::Subwords}), Error);
    for (const std::string& token : tokenize("\xFF \t\u200B\u00AD", side))
        EXPECT_TRUE(!token.empty() && text::isValidUtf8(token));
}

} // namespace
} // namespace alignoscope::testing
