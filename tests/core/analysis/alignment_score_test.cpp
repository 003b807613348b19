// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/metrics.h"
#include "support/shared_data.h"

#include <gtest/gtest.h>

#include <cctype>
#include <ostream>
#include <utility>

namespace alignoscope {
namespace {

std::vector<std::vector<Link>> surely(const std::vector<GoldAlignment>& read, bool reversed)
{
    std::vector<std::vector<Link>> alignments;
    for (const GoldAlignment& gold : read) {
        alignments.push_back(gold.sure);
        for (Link& link : alignments.back()) {
            if (reversed)
                std::swap(link.source, link.target);
        }
    }
    return alignments;
}

TEST(AlignmentScore, FollowsOchAndNey)
{
    // By hand: A = {0-0, 1-1, 2-1, 3-3}, S = {0-0, 1-1, 2-2}, P = S and {2-1}.
    // |A∩S| = 2, |A∩P| = 3: precision 3/4, recall 2/3, AER = 1 − 5/7.
    const GoldAlignment gold{{{0, 0}, {1, 1}, {2, 2}}, {{2, 1}}};
    const AlignmentScore score = scoreAlignments({{{0, 0}, {1, 1}, {2, 1}, {3, 3}}}, {gold});
    EXPECT_NEAR(score.precision, 0.75, 1e-12);
    EXPECT_NEAR(score.recall, 2.0 / 3, 1e-12);
    EXPECT_NEAR(score.aer, 2.0 / 7, 1e-12);
    EXPECT_EQ(score.links, 4);
    EXPECT_EQ(score.sure, 3);
    EXPECT_EQ(score.possible, 1);
    EXPECT_EQ(score.sentences, 1);
}

TEST(AlignmentScore, SumsBeforeItDivides)
{
    const std::vector<GoldAlignment> gold = {{{{0, 0}}, {}}, {{{0, 0}, {1, 1}, {2, 2}}, {}}};
    const AlignmentScore score = scoreAlignments({{{0, 0}}, {}}, gold);
    EXPECT_NEAR(score.precision, 1, 1e-12);
    EXPECT_NEAR(score.recall, 0.25, 1e-12);
    EXPECT_NEAR(score.aer, 1 - 2.0 / 5, 1e-12);
}

TEST(AlignmentScore, CountsRepeatedLinksOnce)
{
    const GoldAlignment gold{{{0, 0}, {0, 0}}, {{0, 0}, {1, 0}}};
    const AlignmentScore score = scoreAlignments({{{0, 0}, {0, 0}}}, {gold});
    EXPECT_EQ(score.links, 1);
    EXPECT_EQ(score.sure, 1);
    EXPECT_EQ(score.possible, 1);
    EXPECT_EQ(score.aer, 0);
}

TEST(AlignmentScore, IsZeroOfNothing)
{
    const AlignmentScore score = scoreAlignments({{}}, {GoldAlignment{}});
    EXPECT_EQ(score.aer, 0);
    EXPECT_EQ(score.precision, 0);
    EXPECT_EQ(score.recall, 0);
}

TEST(AlignmentScore, RefusesUnequalCounts)
{
    EXPECT_THROW(scoreAlignments({{}}, {}), Error);
}

/// Published beside the files (README and *.results.txt): error rate, precision and recall in percent, and links.
/// The fast_align files come from another run of it than its published results (7,312 links where 7,313 are given, for
/// example), so that of them only the rounded error rate can be asked for.
struct Published {
    const char* file;
    bool reversed;
    double aer, precision, recall;
    std::int64_t links;

    friend void PrintTo(const Published& published, std::ostream* out) { *out << published.file; }
};

class Hansards : public ::testing::TestWithParam<Published> { };

TEST_P(Hansards, ReproducesThePublishedErrorRate)
{
    const auto folder = testing::sharedData("gold/hansards-en-fr");
    if (!folder)
        GTEST_SKIP() << "the Hansards alignments are not here";
    const auto gold = readAlignmentFile(*folder / "enfr.gold");
    const auto read = readAlignmentFile(*folder / GetParam().file);
    const AlignmentScore score = scoreAlignments(surely(read, GetParam().reversed), gold);
    EXPECT_EQ(score.sentences, 447);
    EXPECT_EQ(score.sure, 4038);
    EXPECT_EQ(score.possible, 13400);
    EXPECT_NEAR(100 * score.aer, GetParam().aer, 0.05);
    if (GetParam().links > 0) {
        EXPECT_NEAR(100 * score.precision, GetParam().precision, 0.05);
        EXPECT_NEAR(100 * score.recall, GetParam().recall, 0.05);
        EXPECT_EQ(score.links, GetParam().links);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Files, Hansards,
    ::testing::Values(Published{"enfr.awesome-align.out", false, 4.1, 0, 0, 0},
                      Published{"fastalign.test.enfr.talp", false, 16.4, 0, 0, 0},
                      Published{"fastalign.test.enfr.reverse.talp", true, 15.9, 0, 0, 0},
                      Published{"fastalign.test.enfr.intersection.talp", false, 11.2, 0, 0, 0},
                      Published{"fastalign.test.enfr.union.talp", false, 19.5, 0, 0, 0},
                      Published{"fastalign.test.enfr.grow-diagonal.talp", false, 10.5, 0, 0, 0},
                      Published{"fastalign.test.enfr.grow-diagonal-final.talp", false, 12.1, 0, 0, 0},
                      Published{"giza.test.enfr.talp", false, 8.0, 91.4, 92.9, 6069},
                      Published{"giza.test.enfr.reverse.talp", true, 9.8, 91.6, 88.3, 5672},
                      Published{"giza.test.enfr.intersection.talp", false, 7.6, 98.4, 85.6, 4637},
                      Published{"giza.test.enfr.union.talp", false, 9.9, 87.1, 95.5, 7104},
                      Published{"giza.test.enfr.grow-diagonal.talp", false, 5.9, 97.5, 89.7, 5072},
                      Published{"giza.test.enfr.grow-diagonal-final.talp", false, 6.2, 95.5, 91.6, 5489}),
    [](const auto& published) {
        std::string name;
        for (const char c : std::string(published.param.file))
            name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
        return name;
    });

} // namespace
} // namespace alignoscope
