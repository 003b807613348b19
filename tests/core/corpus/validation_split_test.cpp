// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/validation_split.h"

#include "core/corpus/corpus_test_support.h"
#include "corpus/builtin/draw.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace alignoscope::corpus {
namespace {

using testing::messageOf;

/// Sources said once, twice and very often.
TokenizedCorpus someCorpus(std::size_t count)
{
    Draw draw(3);
    TextPairs pairs;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t kind = draw.below(10);
        const std::uint32_t about = kind < 6 ? draw.below(count) : kind < 9 ? draw.below(50) : 7;
        pairs.add("source " + std::to_string(about) + (about % 2 == 0 ? " even" : ""), "x", 1);
    }
    return tokenizeCorpus(pairs, {}, 2, {});
}

/// The same by strings and a map: groups in the order of their first sentence, taken in shuffled order while they fit.
std::set<std::size_t> asByHand(const TokenizedCorpus& corpus, const PairSet& pairs, double share, std::uint64_t seed)
{
    std::map<std::vector<TypeId>, std::size_t> known;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t pair = 0; pair < corpus.size(); ++pair)
        if (pairs.contains(pair)) {
            const auto sentence = corpus.source.sentence(pair);
            const auto [at, isNew] = known.emplace(std::vector(sentence.begin(), sentence.end()), groups.size());
            if (isNew)
                groups.emplace_back();
            groups[at->second].push_back(pair);
        }
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Draw draw(seed);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[draw.below(i)]);
    auto wanted = std::min<std::size_t>(
        static_cast<std::size_t>(std::llround(share * static_cast<double>(pairs.size()))), mostValidationPairs);
    std::set<std::size_t> chosen;
    for (const std::size_t group : order)
        if (groups[group].size() <= wanted) {
            wanted -= groups[group].size();
            chosen.insert(groups[group].begin(), groups[group].end());
        }
    return chosen;
}

TEST(ChooseValidation, IsWhatItIsByHand)
{
    const TokenizedCorpus corpus = someCorpus(20'000);
    PairSet pairs(corpus.size());
    for (std::size_t i = 0; i < corpus.size(); ++i)
        if (i % 7 != 3) // some are too long
            pairs.add(i);
    for (const double share : {0.001, 0.05, 0.3})
        for (const std::uint64_t seed : {1U, 2U}) {
            const PairSet chosen = chooseValidation(corpus, pairs, share, seed, {});
            const auto expected = asByHand(corpus, pairs, share, seed);
            EXPECT_EQ(chosen.size(), expected.size());
            EXPECT_TRUE(std::ranges::all_of(expected, [&](std::size_t pair) { return chosen.contains(pair); }));
        }
}

TEST(ChooseValidation, StopsWhenAsked)
{
    const TokenizedCorpus corpus = someCorpus(2000);
    PairSet pairs(corpus.size());
    for (std::size_t i = 0; i < corpus.size(); ++i)
        pairs.add(i);
    std::stop_source stop;
    const Progress progress{[&](double fraction) {
                                if (fraction > 0.6) // while it sorts
                                    stop.request_stop();
                            },
                            stop.get_token()};
    EXPECT_NE(messageOf([&] { (void)chooseValidation(corpus, pairs, 0.1, 1, progress); }, ErrorKind::Cancelled), "");
}

} // namespace
} // namespace alignoscope::corpus
