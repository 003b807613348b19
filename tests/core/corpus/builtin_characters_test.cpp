// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The corpora without grammar: dates, numbers and reversal.
#include "builtin_support.h"

#include <regex>

namespace alignoscope::testing {
namespace {

TEST(BuiltinDates, LinkDigitToDigitAndNamesToNumbers)
{
    for (const ExpectedPair& expected : std::initializer_list<ExpectedPair>{
             {"15.07.2021", "2021-07-15", "6-0 7-1 8-2 9-3 2?4 5?4 3-5 4-6 2?7 5?7 0-8 1-9"},
             {"2013, July 5th", "2013-07-05",
              "0-0 1-1 2-2 3-3 4?4 5?4 10?4 6?5 7?5 8?5 9?5 6?6 7?6 8?6 9?6 4?7 5?7 10?7 11?8 11-9"},
             {"Feb. 6, 1946", "1946-02-06",
              "8-0 9-1 10-2 11-3 3?4 4?4 6?4 7?4 0?5 1?5 2?5 0?6 1?6 2?6 3?7 4?7 6?7 7?7 5?8 5-9"}})
        expectPair("dates", expected);
}

TEST(BuiltinDates, AreIsoDatesOfARealCalendar)
{
    const std::regex iso("(1[89]|20)[0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
    const RawCorpus& corpus = builtin("dates");
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        const std::string target(corpus.pairs.target(i));
        EXPECT_TRUE(std::regex_match(target, iso)) << target;
        EXPECT_FALSE(target.ends_with("-02-30") || target.ends_with("-02-31") || target.ends_with("-04-31")) << target;
    }
}

TEST(BuiltinNumbers, LinkWordsToTheirDigits)
{
    for (const ExpectedPair& expected : std::initializer_list<ExpectedPair>{
             {"0", "zero", "0-0"},
             {"8", "eight", "0-0"},
             {"10", "ten", "1-0 0?0"},
             {"17", "seventeen", "1-0 0?0"},
             {"40", "forty", "0-0"},
             {"99", "ninety nine", "0-0 1-1"},
             {"1409", "one thousand four hundred and nine", "0-0 0?1 1-2 1?3 1?4 3?4 3-5"},
             {"50736", "fifty thousand seven hundred and thirty six", "0-0 1?1 2-2 2?3 2?4 3?4 3-5 4-6"},
             {"62163", "sixty two thousand one hundred and sixty three", "0-0 1-1 1?2 2-3 2?4 2?5 3?5 3-6 4-7"},
             {"407706", "four hundred and seven thousand seven hundred and six",
              "0-0 0?1 0?2 2?2 2-3 2?4 3-5 3?6 3?7 5?7 5-8"},
         })
        expectPair("numbers", expected);
}

TEST(BuiltinReverse, LinksEveryLetterToItsMirrorImage)
{
    const RawCorpus& corpus = builtin("reverse");
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        const std::string_view source = corpus.pairs.source(i);
        EXPECT_EQ(corpus.pairs.target(i), std::string(source.rbegin(), source.rend()));
        const auto length = static_cast<std::int32_t>((source.size() + 1) / 2);
        EXPECT_LE(length, 12);
        ASSERT_EQ(corpus.gold[i].sure.size(), static_cast<std::size_t>(length));
        for (const Link& link : corpus.gold[i].sure)
            EXPECT_EQ(link.source + link.target, length - 1);
        EXPECT_TRUE(corpus.gold[i].possible.empty());
    }
}

} // namespace
} // namespace alignoscope::testing
