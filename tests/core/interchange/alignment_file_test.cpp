// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/alignment.h"
#include "alignoscope/error.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope {
namespace {

using Links = std::vector<Link>;

class AlignmentFile : public ::testing::Test {
protected:
    std::vector<GoldAlignment> read(const std::string& bytes, int base = -1)
    {
        return readAlignmentFile(m_folder.write("gold.txt", bytes), base);
    }

    std::string messageOf(const std::string& bytes, int base = -1)
    {
        try {
            read(bytes, base);
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::Input);
            return error.what();
        }
        return "no error";
    }

    testing::TemporaryFolder m_folder;
};

TEST_F(AlignmentFile, CountsFromOneWhereNoIndexIsZero)
{
    const auto gold = read("1-1 2p3\n\n2-1\n");
    ASSERT_EQ(gold.size(), 3U);
    EXPECT_EQ(gold[0].sure, (Links{{0, 0}}));
    EXPECT_EQ(gold[0].possible, (Links{{1, 2}}));
    EXPECT_EQ(gold[1], GoldAlignment{});
    EXPECT_EQ(gold[2].sure, (Links{{1, 0}}));
}

TEST_F(AlignmentFile, CountsFromZeroWhereOneIndexIsZero)
{
    EXPECT_EQ(read("1-1\n2p0\n")[0].sure, (Links{{1, 1}}));
    EXPECT_EQ(alignmentBase(read("1-1\n2p0\n")), 0);
    EXPECT_EQ(alignmentBase({}), 0);
}

TEST_F(AlignmentFile, BelievesAGivenBase)
{
    EXPECT_EQ(read("1-1\n", 0)[0].sure, (Links{{1, 1}}));
    EXPECT_EQ(read("1-1\n", 1)[0].sure, (Links{{0, 0}}));
    EXPECT_THAT(messageOf("1-1\n0-1\n", 1), ::testing::HasSubstr("gold.txt, line 2"));
    EXPECT_THROW(read("1-1\n", 2), Error);
}

TEST_F(AlignmentFile, ReadsEveryLineEnd)
{
    for (const char* bytes : {"0-0\n1-1\n", "0-0\n1-1", "0-0\r\n1-1\r\n", "0-0\r1-1",
                              "\xef\xbb\xbf"
                              "0-0\n1-1"}) {
        const auto gold = read(bytes);
        ASSERT_EQ(gold.size(), 2U) << bytes;
        EXPECT_EQ(gold[0].sure, (Links{{0, 0}}));
        EXPECT_EQ(gold[1].sure, (Links{{1, 1}}));
    }
    EXPECT_TRUE(read("").empty());
}

TEST_F(AlignmentFile, SaysFileAndLine)
{
    EXPECT_THAT(messageOf("0-0\n\n1-1 word\n"), ::testing::HasSubstr("gold.txt, line 3: "));
}

TEST_F(AlignmentFile, RefusesWhatIsNoTextFile)
{
    EXPECT_THAT(messageOf(std::string("0-0\0", 4)), ::testing::HasSubstr("not text"));
    EXPECT_THROW(readAlignmentFile(m_folder.path() / "missing.txt"), Error);
    EXPECT_THROW(readAlignmentFile(m_folder.path()), Error);
}

TEST_F(AlignmentFile, ReadsGoldWithLineNumbers)
{
    const auto file = testing::sharedData("gold/alibi-fr-en/ChatBotte_MasterCat/ali_w2w_ChatBotte_MasterCat.txt");
    if (!file)
        GTEST_SKIP() << "the Alibi alignments are not here";
    const auto gold = readAlignmentFile(*file);
    ASSERT_GT(gold.size(), 10U);
    EXPECT_EQ(gold[0].sure, (Links{{0, 0}, {1, 1}, {2, 2}, {3, 4}}));
    EXPECT_EQ(gold[0].possible.size(), 4U);
}

TEST_F(AlignmentFile, ReadsLinksAfterTheSentence)
{
    const auto file = testing::sharedData("attention/marian-en-de/align.expected");
    if (!file)
        GTEST_SKIP() << "the decoder's alignments are not here";
    const auto read = readAlignmentFile(*file);
    ASSERT_EQ(read.size(), 30U);
    EXPECT_EQ(toPharaoh(read[0].sure), "0-0 1-1 2-2 3-3 5-4 6-5 6-6 7-7 8-8");
}

} // namespace
} // namespace alignoscope
