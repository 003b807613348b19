// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/metrics.h"
#include "analysis/chrf_statistics.h"
#include "analysis/score_text.h"

#include <gtest/gtest.h>

namespace alignoscope {
namespace {

using Lines = std::vector<std::string>;

struct Published {
    Lines hypotheses, references;
    double score;
};

double score(const Published& example, double beta, bool spaces)
{
    analysis::ChrfStatistics statistics;
    for (std::size_t i = 0; i < example.hypotheses.size(); ++i) {
        const auto read = [&](const std::string& text) {
            return spaces ? analysis::codePoints(text) : analysis::chrfCharacters(text, false);
        };
        statistics.add(read(example.hypotheses[i]), read(example.references[i]));
    }
    return statistics.score(beta);
}

// Published: sacreBLEU's test/test_chrf.py, test_cases_effective_order (sacreBLEU's default smoothing), beta 3.
TEST(Chrf, AgreesWithSacrebleu)
{
    const std::vector<Published> examples = {
        {{"a"}, {"a"}, 100}, {{""}, {"reference"}, 0},     {{"a b c"}, {"a b c"}, 100}, {{"a b c"}, {"abc"}, 100},
        {{""}, {"c"}, 0},    {{"a", "b"}, {"a", "c"}, 50}, {{"aa"}, {"ab"}, 25},
    };
    for (const Published& example : examples)
        EXPECT_NEAR(score(example, 3, false), example.score, 1e-4) << example.hypotheses.front();
}

// Published: the same file, test_cases_keep_whitespace, beta 3.
TEST(Chrf, AgreesWithSacrebleuWithSpacesKept)
{
    const Published german{{"Die Beziehung zwischen Obama und Netanjahu ist nicht gerade freundlich."},
                           {"Das Verhältnis zwischen Obama und Netanyahu ist nicht gerade freundschaftlich."},
                           67.3481606};
    const Published english{
        {"risk assessment must be made of those who are qualified and expertise in the sector - these are the "
         "scientists ."},
        {"risk assessment has to be undertaken by those who are qualified and expert in that area - that is the "
         "scientists ."},
        65.2414427};
    EXPECT_NEAR(score(german, 3, true), german.score, 1e-4);
    EXPECT_NEAR(score(english, 3, true), english.score, 1e-4);
}

TEST(Chrf, WeighsRecallTwice)
{
    // By hand: "ab" against "abcd": order 1 P = 1, R = 2/4; order 2 P = 1, R = 1/3; means P = 1, R = 5/12;
    // F2 = 5 · P · R / (4 P + R) = (25/12) / (53/12) = 25/53.
    EXPECT_NEAR(chrf({"ab"}, {"abcd"}, false), 100.0 * 25 / 53, 1e-9);
    // The other way round: P = 5/12, R = 1; F2 = (25/12) / (20/12 + 1) = 25/32.
    EXPECT_NEAR(chrf({"abcd"}, {"ab"}, false), 100.0 * 25 / 32, 1e-9);
}

TEST(Chrf, CountsCharactersNotBytes)
{
    // By hand: one of two characters right, no pair: (1/2 + 0) / 2.
    EXPECT_NEAR(chrf({"é€"}, {"éa"}, false), 25, 1e-9);
}

TEST(Chrf, IgnoresSpacesAndOnRequestCase)
{
    EXPECT_NEAR(chrf({"Zone  Économique "}, {"zone\u00a0économique"}, true), 100, 1e-9);
    EXPECT_LT(chrf({"Zone Économique"}, {"zone économique"}, false), 90);
}

TEST(Chrf, IsZeroForNothing)
{
    EXPECT_EQ(chrf({}, {}, false), 0);
    EXPECT_EQ(chrf({""}, {""}, false), 0);
}

TEST(Chrf, RefusesUnequalCounts)
{
    EXPECT_THROW(chrf({"a"}, {}, false), Error);
}

} // namespace
} // namespace alignoscope
