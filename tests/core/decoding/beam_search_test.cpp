// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "decoding/beam_search.h"
#include "decoding_support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace alignoscope::decoding {
namespace {

using testing::logProbability;
using testing::opinionatedModel;
using testing::packed;
using testing::sentence;

constexpr int firstWord = 2, words = 7; // EOS and four words may be said; the marks before may not

struct Search : ::testing::TestWithParam<int> {
    std::shared_ptr<const models::TrainedModel> model = opinionatedModel(static_cast<std::uint64_t>(GetParam()));
    nn::Weights<float> weights = packed(*model);
    BeamSearch search{*model->network, weights};
    std::vector<TokenId> source = sentence({3, 5, 8, 4});

    std::vector<BeamHypothesis> find(int beam, int maxLength, double lengthPenalty = 1)
    {
        return search.search({source}, {beam, lengthPenalty, true, {maxLength}}).front();
    }
    /// Every sentence that may be said in `maxLength` tokens, with its score, by teacher forcing.
    void everything(std::vector<TokenId> said, int maxLength, double penalty, std::vector<BeamHypothesis>& out)
    {
        for (int word = firstWord; word < words; ++word) {
            auto next = said;
            next.push_back(TokenId(word));
            if (TokenId(word) == Vocabulary::endSentence || static_cast<int>(next.size()) == maxLength) {
                const double sum = logProbability(*model, source, next);
                out.push_back({next, sum, sum / std::pow(static_cast<double>(next.size()), penalty), {}});
            } else {
                everything(next, maxLength, penalty, out);
            }
        }
    }
};

TEST_P(Search, ABeamOfOneTakesTheLikeliestWordEachTime)
{
    std::vector<TokenId> said;
    while (said.size() < 8 && (said.empty() || said.back() != Vocabulary::endSentence)) {
        said.emplace_back();
        double best = -INFINITY;
        TokenId likeliest{};
        for (int word = firstWord; word < words; ++word) {
            said.back() = TokenId(word);
            if (const double sum = logProbability(*model, source, said); sum > best) {
                best = sum;
                likeliest = said.back();
            }
        }
        said.back() = likeliest;
    }
    const auto found = find(1, 8);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].tokens, said);
    EXPECT_NEAR(found[0].logProbability, logProbability(*model, source, said), 1e-4);
}

TEST_P(Search, AWideBeamFindsWhatAnExhaustiveSearchFinds)
{
    for (const double penalty : {0.0, 1.0}) {
        std::vector<BeamHypothesis> all;
        everything({}, 3, penalty, all);
        ASSERT_EQ(all.size(), 1U + 4 + 16 * 5);
        const auto best =
            std::max_element(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.score < b.score; });
        const auto found = find(200, 3, penalty);
        ASSERT_EQ(found.size(), all.size());
        EXPECT_EQ(found[0].tokens, best->tokens);
        EXPECT_NEAR(found[0].score, best->score, 1e-4);
    }
    std::vector<BeamHypothesis> all;
    everything({}, 2, 0, all);
    const auto best =
        std::max_element(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.score < b.score; });
    EXPECT_EQ(find(words, 2, 0)[0].tokens, best->tokens); // as wide as the vocabulary is enough for two words
}

TEST_P(Search, HypothesesAreSoundAndSorted)
{
    const auto found = find(5, 12, 0.7);
    ASSERT_GE(found.size(), 1U);
    ASSERT_LE(found.size(), 5U);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto& one = found[i];
        if (i > 0) {
            EXPECT_LE(one.score, found[i - 1].score);
            EXPECT_NE(one.tokens, found[i - 1].tokens);
        }
        EXPECT_NEAR(one.logProbability, logProbability(*model, source, one.tokens), 1e-4);
        EXPECT_NEAR(one.score, one.logProbability / std::pow(static_cast<double>(one.tokens.size()), 0.7), 1e-9);
        ASSERT_EQ(one.attention.size(), one.tokens.size() * source.size());
        for (std::size_t t = 0; t < one.tokens.size(); ++t) {
            EXPECT_GE(index(one.tokens[t]), firstWord);
            if (t + 1 < 12) { // not where it was cut
                EXPECT_EQ(one.tokens[t] == Vocabulary::endSentence, t + 1 == one.tokens.size());
            }
            const auto row = one.attention.begin() + static_cast<std::ptrdiff_t>(t * source.size());
            EXPECT_NEAR(std::accumulate(row, row + static_cast<std::ptrdiff_t>(source.size()), 0.0), 1, 1e-5);
        }
    }
}

TEST_P(Search, ItsAttentionIsThatOfForcedDecoding)
{
    const auto found = find(3, 10);
    const std::span<const TokenId> sources[] = {source}, targets[] = {found[0].tokens};
    const auto forced = ForcedDecoding(*model->network, weights).score(sources, targets, true).front();
    ASSERT_EQ(forced.attention.size(), found[0].attention.size());
    for (std::size_t i = 0; i < forced.attention.size(); ++i)
        EXPECT_NEAR(forced.attention[i], found[0].attention[i], 1e-5);
}

TEST_P(Search, SentencesTogetherAreAsAlone)
{
    const std::vector<std::vector<TokenId>> many{sentence({3, 4, 5, 6, 7}), sentence({}), sentence({8}), source,
                                                 sentence({0, 3, 0})};
    const std::vector<int> limits{9, 3, 5, 12, 1};
    for (const int beam : {1, 4}) {
        const auto together = search.search(many, {beam, 1, true, limits});
        ASSERT_EQ(together.size(), many.size());
        for (std::size_t i = 0; i < many.size(); ++i) {
            const auto alone =
                BeamSearch(*model->network, weights).search({many[i]}, {beam, 1, true, {limits[i]}}).front();
            ASSERT_EQ(together[i].size(), alone.size());
            EXPECT_EQ(together[i][0].tokens, alone[0].tokens) << i;
            EXPECT_NEAR(together[i][0].score, alone[0].score, 1e-4);
            EXPECT_LE(together[i][0].tokens.size(), static_cast<std::size_t>(limits[i]));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Models, Search, ::testing::Range(1, 6));

TEST(BeamSearch, CanBeStopped)
{
    const auto model = opinionatedModel();
    const auto weights = packed(*model);
    std::stop_source stop;
    stop.request_stop();
    try {
        BeamSearch(*model->network, weights).search({sentence({3})}, {1, 1, false, {5}}, stop.get_token());
        FAIL() << "was not stopped";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Cancelled);
    }
}

} // namespace
} // namespace alignoscope::decoding
