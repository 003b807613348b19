// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_shape.h"

#include "alignoscope/attention_export.h"
#include "alignoscope/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope {
namespace {

using ::testing::ElementsAre;
using Tokens = std::vector<std::string>;
using Spans = std::vector<TokenSpan>;

constexpr AttentionShape joined{.joinSubwords = true};
constexpr AttentionShape endless{.hideEnd = true};
constexpr AttentionShape wordsAlone{.joinSubwords = true, .hideEnd = true, .hidePunctuation = true};

AttentionSnapshotPtr snapshot(Tokens source, Tokens target, std::vector<float> weights)
{
    auto result = std::make_shared<AttentionSnapshot>();
    result->step = 7;
    result->sentence = SentenceId{3};
    result->loss = 1.5;
    result->forced = true;
    result->sourceUnknown.assign(source.size(), false);
    result->sourceTokens = std::move(source);
    result->targetTokens = std::move(target);
    result->weights = std::move(weights);
    return result;
}

/// What joining makes of one side.
Tokens joinedSource(const Tokens& tokens)
{
    return shapeAttention(snapshot(tokens, {"x"}, std::vector<float>(tokens.size(), 0.1F)), joined)
        .snapshot->sourceTokens;
}

/// lo@@ wer | house | </s> read for plus | mai@@ son | . | </s>, in weights that can be added in the head.
AttentionSnapshotPtr example()
{
    return snapshot({"lo@@", "wer", "house", "</s>"}, {"plus", "mai@@", "son", ".", "</s>"},
                    {
                        0.5F,   0.25F,  0.125F, 0.125F, // plus
                        0.25F,  0.0F,   0.5F,   0.25F,  // mai@@
                        0.125F, 0.125F, 0.75F,  0.0F,   // son
                        0.0F,   0.0F,   0.25F,  0.75F,  // .
                        0.0F,   0.0F,   0.0F,   1.0F,   // </s>
                    });
}

TEST(AttentionShape, KeepsTheWindowsOfLocalAttentionWhereTheyStayTrue)
{
    AttentionSnapshot local = *example();
    local.window = 2;
    local.centres = {0, 1, 2.5F, 3, 3};
    const auto given = std::make_shared<const AttentionSnapshot>(local);
    const AttentionSnapshotPtr without = shapeAttention(given, endless).snapshot;
    EXPECT_EQ(without->window, 2);
    EXPECT_THAT(without->centres, ElementsAre(0, 1, 2.5F, 3));
    EXPECT_TRUE(shapeAttention(given, joined).snapshot->centres.empty()); // source positions are others now
    EXPECT_TRUE(shapeAttention(example(), endless).snapshot->centres.empty());
}

TEST(AttentionShape, LeavesAPictureAloneThatNothingChanges)
{
    const AttentionSnapshotPtr picture = example();
    const ShapedAttention same = shapeAttention(picture, {});
    EXPECT_EQ(same.snapshot, picture); // the very one
    EXPECT_EQ(same.sources.spans, (Spans{{0, 1}, {1, 1}, {2, 1}, {3, 1}}));
    const auto plain = snapshot({"a", "b"}, {"x"}, {0.5F, 0.5F});
    EXPECT_EQ(shapeAttention(plain, wordsAlone).snapshot, plain);
    EXPECT_EQ(shapeAttention(nullptr, wordsAlone).snapshot, nullptr);
}

TEST(AttentionShape, AddsOverSourcePiecesAndAveragesOverTargetPieces)
{
    const ShapedAttention shaped = shapeAttention(example(), joined);
    EXPECT_THAT(shaped.snapshot->sourceTokens, ElementsAre("lower", "house", "</s>"));
    EXPECT_THAT(shaped.snapshot->targetTokens, ElementsAre("plus", "maison", ".", "</s>"));
    // plus:   0.5 + 0.25 = 0.75
    // maison: ((0.25 + 0) + (0.125 + 0.125)) / 2 = 0.25, (0.5 + 0.75) / 2 = 0.625, (0.25 + 0) / 2 = 0.125
    EXPECT_THAT(shaped.snapshot->weights,
                ElementsAre(0.75F, 0.125F, 0.125F, 0.25F, 0.625F, 0.125F, 0, 0.25F, 0.75F, 0, 0, 1));
    EXPECT_EQ(shaped.sources.spans, (Spans{{0, 2}, {2, 1}, {3, 1}}));
    EXPECT_EQ(shaped.targets.spans, (Spans{{0, 1}, {1, 2}, {3, 1}, {4, 1}}));
}

TEST(AttentionShape, KeepsEverythingElse)
{
    auto picture = std::make_shared<AttentionSnapshot>(*example());
    picture->sourceUnknown = {false, true, false, false};
    const AttentionSnapshotPtr shown = shapeAttention(picture, joined).snapshot;
    EXPECT_EQ(shown->step, 7);
    EXPECT_EQ(shown->sentence, SentenceId{3});
    EXPECT_EQ(shown->loss, 1.5);
    EXPECT_TRUE(shown->forced);
    EXPECT_THAT(shown->sourceUnknown, ElementsAre(true, false, false)); // a piece of "lower" is unknown
}

TEST(AttentionShape, LeavesTheEndsOut)
{
    const ShapedAttention shaped = shapeAttention(example(), endless);
    EXPECT_EQ(shaped.snapshot->sources(), 3);
    EXPECT_EQ(shaped.snapshot->targets(), 4);
    // the other weights stay: the first row now sums to 0.875
    EXPECT_THAT(shaped.snapshot->weights,
                ElementsAre(0.5F, 0.25F, 0.125F, 0.25F, 0, 0.5F, 0.125F, 0.125F, 0.75F, 0, 0, 0.25F));
    const auto middle = snapshot({"</s>", "b"}, {"x"}, {0.5F, 0.5F}); // an end in the middle is a word like others
    EXPECT_EQ(shapeAttention(middle, endless).snapshot, middle);
}

TEST(AttentionShape, LeavesPunctuationOut)
{
    const ShapedAttention shaped =
        shapeAttention(snapshot({"«", "A", "»", ","}, {"b", "…", "€", "?!", "</s>"}, std::vector<float>(20, 0.25F)),
                       {.hidePunctuation = true});
    EXPECT_THAT(shaped.snapshot->sourceTokens, ElementsAre("A"));
    EXPECT_THAT(shaped.snapshot->targetTokens, ElementsAre("b", "€", "</s>"));
    EXPECT_EQ(shaped.targets.spans, (Spans{{0, 1}, {2, 1}, {4, 1}}));
}

TEST(AttentionShape, JoinsFirstAndLeavesOutAfterwards)
{
    const ShapedAttention shaped = shapeAttention(example(), wordsAlone);
    EXPECT_THAT(shaped.snapshot->sourceTokens, ElementsAre("lower", "house"));
    EXPECT_THAT(shaped.snapshot->targetTokens, ElementsAre("plus", "maison"));
    EXPECT_THAT(shaped.snapshot->weights, ElementsAre(0.75F, 0.125F, 0.25F, 0.625F));
}

TEST(AttentionShape, MayLeaveNothing)
{
    const ShapedAttention shaped =
        shapeAttention(snapshot({"!", "</s>"}, {".", "</s>"}, std::vector<float>(4, 0.5F)), wordsAlone);
    EXPECT_EQ(shaped.snapshot->sources(), 0);
    EXPECT_EQ(shaped.snapshot->targets(), 0);
    EXPECT_TRUE(shaped.snapshot->weights.empty());
}

TEST(AttentionShape, RefusesWeightsThatDoNotFit)
{
    EXPECT_THROW(shapeAttention(snapshot({"a"}, {"b"}, {1, 0}), joined), Error);
}

TEST(Subwords, AreRecognisedByTheirMarks)
{
    EXPECT_EQ(subwordMark({"lo@@", "wer"}), SubwordMark::Joiner);
    EXPECT_EQ(subwordMark({"▁lo", "wer"}), SubwordMark::WordStart);
    EXPECT_EQ(subwordMark({"lo", "##wer"}), SubwordMark::Continuation);
    EXPECT_EQ(subwordMark({"lower", "@@", "##", "#1", "a@b"}), SubwordMark::None);
    EXPECT_EQ(subwordMark({}), SubwordMark::None);
    EXPECT_TRUE(hasSubwords(*snapshot({"a"}, {"▁b"}, {1})));
    EXPECT_FALSE(hasSubwords(*snapshot({"a"}, {"b"}, {1})));
}

TEST(Subwords, BecomeWords)
{
    EXPECT_THAT(joinedSource({"un@@", "believ@@", "able", "house@@", "</s>"}),
                ElementsAre("unbelievable", "house", "</s>")); // never across the end of the sentence
    EXPECT_THAT(joinedSource({"un", "##believ", "##able", "house"}), ElementsAre("unbelievable", "house"));
    EXPECT_THAT(joinedSource({"▁un", "believ", "able", "▁house", "</s>"}),
                ElementsAre("unbelievable", "house", "</s>"));
    EXPECT_THAT(joinedSource({"##able", "x"}), ElementsAre("able", "x")); // nothing before it to lean on
}

TEST(Subwords, OfSentencePieceEndAtPunctuation)
{
    EXPECT_THAT(joinedSource({"▁(", "lo", "wer", ")", ",", "▁3", ".", "5", ".", "</s>"}),
                ElementsAre("(", "lower", ")", ",", "3.5", ".", "</s>"));
    EXPECT_THAT(joinedSource({"▁", "lo", "▁", ","}), ElementsAre("lo", ","));
    EXPECT_THAT(joinedSource({"▁a", "▁"}), ElementsAre("a", "▁"));
}

TEST(Subwords, WithoutSpacesStayApart)
{
    EXPECT_THAT(joinedSource({"▁我", "喜欢", "GP", "S", "。"}), ElementsAre("我", "喜欢", "GPS", "。"));
}

TEST(Tokens, KnowTheirKinds)
{
    for (const char* token : {"</s>", "<eos>", "[SEP]", "<|endoftext|>"})
        EXPECT_TRUE(isEndToken(token)) << token;
    EXPECT_FALSE(isEndToken("end"));
    for (const char* token : {".", "…", "、", "«", "``", "▁,", "##-", "&quot;", "؟", "-@@"})
        EXPECT_TRUE(isPunctuationToken(token)) << token;
    for (const char* token : {"", "a", "1", "€", "+", "a.", "▁", "\xff", "l'"})
        EXPECT_FALSE(isPunctuationToken(token)) << token;
}

TEST(TokenMap, GoesBothWays)
{
    const TokenMap map{{{0, 2}, {3, 1}}}; // token 2 is left out
    EXPECT_THAT((std::vector{map.shown(0), map.shown(1), map.shown(2), map.shown(3), map.shown(4), map.shown(-1)}),
                ElementsAre(0, 0, -1, 1, -1, -1));
    EXPECT_THAT((std::vector{map.original(0), map.original(1), map.original(2), map.original(-1)}),
                ElementsAre(0, 3, -1, -1));
    EXPECT_EQ(TokenMap{}.shown(0), -1);
}

TEST(ShapedGold, FollowsItsTokens)
{
    const ShapedAttention shaped = shapeAttention(example(), wordsAlone);
    // wer–plus is sure, so lower–plus is, though lo–plus is only possible; the full stop is gone
    const GoldAlignment gold{{{1, 0}, {2, 1}, {3, 3}}, {{0, 0}, {2, 2}, {0, 1}, {1, 2}}};
    const GoldAlignment shown = shapeGold(gold, shaped.sources, shaped.targets);
    EXPECT_EQ(shown.sure, (std::vector<Link>{{0, 0}, {1, 1}}));
    EXPECT_EQ(shown.possible, (std::vector<Link>{{0, 1}}));
}

TEST(LinksAbove, GoFromTheLightestToTheHeaviest)
{
    const auto picture = snapshot({"a", "b"}, {"x", "y"}, {0.75F, 0.25F, 0.0F, 0.25F});
    EXPECT_THAT(linksAbove(*picture, 0),
                ElementsAre(WeightedLink{1, 0, 0.25F}, WeightedLink{1, 1, 0.25F}, WeightedLink{0, 0, 0.75F}));
    EXPECT_THAT(linksAbove(*picture, 0.5F), ElementsAre(WeightedLink{0, 0, 0.75F}));
    EXPECT_THAT(linksAbove(*picture, 0.75F), ElementsAre(WeightedLink{0, 0, 0.75F}));
    EXPECT_TRUE(linksAbove(*picture, 1).empty());
}

TEST(LikeliestLinks, LeaveOutEndsOnlyWhereTheyStand)
{
    EXPECT_EQ(likeliestLinks(*example()), argmaxLinks(example()->weights, 5, 4));
    const AttentionSnapshotPtr shown = shapeAttention(example(), wordsAlone).snapshot;
    EXPECT_EQ(likeliestLinks(*shown), (std::vector<Link>{{0, 0}, {1, 1}}));
    EXPECT_EQ(attentionToPharaoh({shown}), "0-0 1-1\n");
    const auto sourceOnly = snapshot({"a", "</s>"}, {"x"}, {0.25F, 0.75F});
    EXPECT_EQ(likeliestLinks(*sourceOnly), (std::vector<Link>{{0, 0}}));
    EXPECT_TRUE(likeliestLinks(AttentionSnapshot{}).empty());
}

} // namespace
} // namespace alignoscope
