// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/beam_trace.h"
#include "alignoscope/error.h"
#include "bigram_model.h"
#include "decoding/model_translator.h"
#include "decoding_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace alignoscope::decoding {
namespace {

using testing::bigramModel;
using ::testing::ElementsAre;
using testing::opinionatedModel;
using Fate = BeamTrace::Fate;
using Words = std::vector<std::string>;

Words wordsAt(const BeamTrace& trace, int node)
{
    return hypothesisAt(trace, node).tokens;
}

int find(const BeamTrace& trace, const Words& words)
{
    for (int at = 0; at < static_cast<int>(trace.nodes.size()); ++at) {
        if (wordsAt(trace, at) == words)
            return at;
    }
    return -1;
}

TranslationOptions options(int beam, int maxLength = 0, double lengthPenalty = 1)
{
    TranslationOptions result;
    result.beam = result.best = beam;
    result.maxLength = maxLength;
    result.lengthPenalty = lengthPenalty;
    return result;
}

/// The next word depends on the one before alone:
///     after   </s>    w     x     y     z
///     <s>      .05   .50   .40   .04   .01
///     w        .05   .05   .30   .40   .20
///     x        .80   .05   .05   .05   .05
///     y        .95   .02   .01   .01   .01
///     z        .20   .20   .20   .20   .20
std::shared_ptr<const models::TrainedModel> handMadeModel()
{
    return bigramModel({{.05, .50, .40, .04, .01},
                        {.05, .05, .30, .40, .20},
                        {.80, .05, .05, .05, .05},
                        {.95, .02, .01, .01, .01},
                        {.20, .20, .20, .20, .20}});
}

// With two places, by hand. Step 1 keeps w (.5) and x (.4). Step 2 has w y .20, w x .15, w z .10, w </s> .025, w w
// .025, x </s> .32 and x w … x z .02 each: it keeps x </s>, which is finished and leaves one place, and w y. Step 3 has
// w y </s> .19 and w y w .004 …: it keeps the first, and no place is left.
TEST(BeamTrace, TellsASearchDoneByHand)
{
    const BeamTrace trace = ModelTranslator(handMadeModel()).traceBeam("a b", options(2), 5);
    ASSERT_EQ(trace.steps(), 3);
    EXPECT_EQ(trace.stepBegin, (std::vector<int>{0, 1, 6, 16, 21}));
    EXPECT_EQ(trace.source, (Words{"a", "b", "</s>"}));
    EXPECT_EQ(trace.modelStep, 17);
    struct Expected {
        Words words;
        double probability;
        Fate fate;
        int place, rank;
    };
    const std::vector<Expected> all{
        {{"w"}, .5, Fate::Kept, 1, 0},
        {{"x"}, .4, Fate::Kept, 2, 0},
        {{"</s>"}, .05, Fate::Pruned, 3, 0},
        {{"y"}, .04, Fate::Pruned, 4, 0},
        {{"z"}, .01, Fate::Pruned, 5, 0},
        {{"x", "</s>"}, .32, Fate::Finished, 1, 2},
        {{"w", "y"}, .20, Fate::Kept, 2, 0},
        {{"w", "x"}, .15, Fate::Pruned, 3, 0},
        {{"w", "z"}, .10, Fate::Pruned, 4, 0},
        {{"w", "y", "</s>"}, .19, Fate::Finished, 1, 1},
        {{"w", "y", "w"}, .004, Fate::Pruned, 2, 0},
    };
    for (const Expected& one : all) {
        const int at = find(trace, one.words);
        ASSERT_GE(at, 0) << ::testing::PrintToString(one.words);
        const BeamTrace::Node& node = trace.node(at);
        EXPECT_NEAR(std::exp(node.logProbability), one.probability, 1e-6);
        EXPECT_NEAR(node.score, std::log(one.probability) / static_cast<double>(one.words.size()), 1e-5);
        EXPECT_EQ(node.fate, one.fate) << ::testing::PrintToString(one.words);
        EXPECT_EQ(node.place, one.place) << ::testing::PrintToString(one.words);
        EXPECT_EQ(node.rank, one.rank);
        for (const float weight : trace.attentionRow(at))
            EXPECT_NEAR(weight, 1.0 / 3, 1e-6); // all keys are zero
    }
    EXPECT_NEAR(std::exp(trace.node(find(trace, {"w", "y"})).wordLogProbability), .4, 1e-6);
    // ln .19 / 3 = -.554 is better than ln .32 / 2 = -.570
    EXPECT_THAT(trace.hypotheses, ElementsAre(find(trace, {"w", "y", "</s>"}), find(trace, {"x", "</s>"})));
}

TEST(BeamTrace, TellsWhoLeads)
{
    const ModelTranslator translator(handMadeModel());
    BeamTrace trace = translator.traceBeam("a", options(2), 5);
    EXPECT_EQ(leaderAt(trace, 0), 0);
    EXPECT_EQ(wordsAt(trace, leaderAt(trace, 1)), (Words{"w"}));
    EXPECT_EQ(wordsAt(trace, leaderAt(trace, 2)), (Words{"x", "</s>"})); // -.570 against ln .2 / 2 = -.805
    EXPECT_EQ(wordsAt(trace, leaderAt(trace, 3)), (Words{"w", "y", "</s>"}));
    trace = translator.traceBeam("a", options(2, 0, 0), 5); // .32 against .19
    EXPECT_EQ(wordsAt(trace, leaderAt(trace, 3)), (Words{"x", "</s>"}));
    EXPECT_EQ(trace.hypotheses.front(), leaderAt(trace, 3));
    trace = translator.traceBeam("a", options(1), 5); // greedy
    EXPECT_EQ(wordsAt(trace, trace.hypotheses[0]), (Words{"w", "y", "</s>"}));
}

TEST(BeamTrace, SaysWhatWasCut)
{
    const BeamTrace trace = ModelTranslator(handMadeModel()).traceBeam("a", options(2, 2), 5);
    EXPECT_EQ(trace.node(find(trace, {"w", "y"})).fate, Fate::Cut);
    EXPECT_EQ(trace.node(find(trace, {"x", "</s>"})).fate, Fate::Finished);
    EXPECT_EQ(trace.steps(), 2);
    EXPECT_EQ(trace.hypotheses.size(), 2U);
    EXPECT_GT(trace.node(find(trace, {"w", "y"})).rank, 0);
}

TEST(BeamTrace, LooksAtTheLikeliestWordsAndThoseThatWereKept)
{
    const ModelTranslator translator(handMadeModel());
    const BeamTrace one = translator.traceBeam("a", options(2), 1);
    EXPECT_EQ(one.node(0).next.size(), 2U); // w is the likeliest; x was kept beside it
    EXPECT_EQ(one.node(find(one, {"w"})).next.size(), 1U);
    EXPECT_EQ(wordsAt(one, one.node(find(one, {"w"})).next[0]), (Words{"w", "y"}));
    const BeamTrace three = translator.traceBeam("a", options(2), 3);
    Words next;
    for (const int at : three.node(find(three, {"w"})).next)
        next.push_back(three.node(at).token);
    EXPECT_EQ(next, (Words{"y", "x", "z"}));
    EXPECT_EQ(translator.traceBeam("a", options(2), 100).node(0).next.size(), 5U); // all there are
}

struct Traces : ::testing::TestWithParam<int> {
    std::shared_ptr<const models::TrainedModel> model = opinionatedModel(static_cast<std::uint64_t>(GetParam()));
};

void expectTheTranslation(const BeamTrace& trace, const Translation& translation)
{
    EXPECT_EQ(trace.source, translation.source);
    EXPECT_EQ(trace.sourceUnknown, translation.sourceUnknown);
    ASSERT_EQ(trace.hypotheses.size(), translation.hypotheses.size());
    for (std::size_t i = 0; i < trace.hypotheses.size(); ++i) {
        const Hypothesis ours = hypothesisAt(trace, trace.hypotheses[i]), &theirs = translation.hypotheses[i];
        EXPECT_EQ(ours.tokens, theirs.tokens);
        EXPECT_EQ(ours.text, theirs.text);
        EXPECT_EQ(ours.logProbability, theirs.logProbability); // to the bit
        EXPECT_EQ(ours.score, theirs.score);
        EXPECT_EQ(ours.attention, theirs.attention);
        EXPECT_EQ(trace.node(trace.hypotheses[i]).rank, static_cast<int>(i) + 1);
        const AttentionSnapshot picture = attentionOf(trace, trace.hypotheses[i]), other = attentionOf(translation, i);
        EXPECT_EQ(picture.weights, other.weights);
        EXPECT_EQ(picture.targetTokens, other.targetTokens);
        EXPECT_EQ(picture.loss, other.loss);
    }
}

TEST_P(Traces, EndInTheTranslatorsHypotheses)
{
    for (const bool alone : {false, true}) {
        const ModelTranslator translator(model, alone);
        for (const char* text : {"a c f b", "", "nobody d", "a b c d e f a b c d e f a b c d e f"}) {
            for (const int beam : {1, 2, 3, 5, 12}) {
                for (const int maxLength : {0, 1, 4}) {
                    for (const double penalty : {0.0, 0.6, 1.0}) {
                        const auto wish = options(beam, maxLength, penalty);
                        const BeamTrace trace = translator.traceBeam(text, wish, 1 + beam % 4);
                        expectTheTranslation(trace, translator.translate(text, wish));
                    }
                }
            }
        }
    }
}

struct Path {
    std::vector<TokenId> words;
    double logProbability = 0;
};

/// The continuations of some hypotheses by every word that may be said, best first; each by teacher forcing.
std::vector<Path> continuations(const models::TrainedModel& model, const std::vector<TokenId>& source,
                                const std::vector<Path>& live)
{
    std::vector<Path> all;
    for (const Path& one : live) {
        for (int word = index(Vocabulary::endSentence); word < model.language->target.size(); ++word) {
            Path longer = one;
            longer.words.push_back(TokenId(word));
            longer.logProbability = testing::logProbability(model, source, longer.words);
            all.push_back(longer);
        }
    }
    std::ranges::sort(all, [](const Path& a, const Path& b) { return a.logProbability > b.logProbability; });
    return all;
}

std::vector<TokenId> idsAt(const BeamTrace& trace, int node)
{
    std::vector<TokenId> ids;
    for (const int at : pathTo(trace, node))
        ids.push_back(trace.node(at).id);
    return ids;
}

// A search of its own, without the decoder's steps: every continuation is scored from the start.
TEST_P(Traces, AreWhatASearchFromScratchDoes)
{
    const auto source = testing::sentence({3, 5, 8, 4}); // "a c f b"
    constexpr int beam = 3, longest = 5;
    const BeamTrace trace = ModelTranslator(model).traceBeam("a c f b", options(beam, longest), 100);
    std::vector<Path> live(1);
    std::size_t open = beam;
    for (int step = 1; !live.empty(); ++step) {
        const auto all = continuations(*model, source, live);
        live.clear();
        const int begin = trace.stepBegin.at(static_cast<std::size_t>(step));
        ASSERT_EQ(trace.stepBegin.at(static_cast<std::size_t>(step) + 1) - begin, static_cast<int>(all.size()));
        const std::size_t places = open;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const int at = begin + static_cast<int>(i);
            const BeamTrace::Node& node = trace.node(at);
            EXPECT_EQ(idsAt(trace, at), all[i].words);
            EXPECT_NEAR(node.logProbability, all[i].logProbability, 1e-4);
            EXPECT_EQ(node.place, static_cast<int>(i) + 1);
            const bool end = all[i].words.back() == Vocabulary::endSentence;
            const Fate fate = i >= places ? Fate::Pruned
                : end                     ? Fate::Finished
                : step == longest         ? Fate::Cut
                                          : Fate::Kept;
            EXPECT_EQ(node.fate, fate);
            open -= fate == Fate::Finished || fate == Fate::Cut ? 1 : 0;
            if (fate == Fate::Kept)
                live.push_back(all[i]);
        }
    }
}

TEST_P(Traces, HoldTogether)
{
    const BeamTrace trace = ModelTranslator(model).traceBeam("a c f b", options(4, 9), 3);
    for (int at = 1; at < static_cast<int>(trace.nodes.size()); ++at) {
        const BeamTrace::Node &node = trace.node(at), &parent = trace.node(node.parent);
        EXPECT_EQ(std::ranges::count(parent.next, at), 1);
        EXPECT_EQ(node.step, parent.step + 1);
        EXPECT_LE(trace.stepBegin[static_cast<std::size_t>(node.step)], at);
        EXPECT_LT(at, trace.stepBegin[static_cast<std::size_t>(node.step) + 1]);
        EXPECT_EQ(parent.fate, Fate::Kept);
        EXPECT_EQ(node.logProbability, parent.logProbability + node.wordLogProbability);
        EXPECT_EQ(node.next.empty(), node.fate != Fate::Kept);
        EXPECT_GE(index(node.id), index(Vocabulary::endSentence));
        for (std::size_t i = 1; i < node.next.size(); ++i)
            EXPECT_GE(trace.node(node.next[i - 1]).wordLogProbability, trace.node(node.next[i]).wordLogProbability);
    }
}

TEST_P(Traces, TheAttentionOfAPrunedHypothesisIsThatOfForcedDecoding)
{
    const auto source = testing::sentence({3, 5, 8, 4});
    const auto weights = testing::packed(*model);
    const BeamTrace trace = ModelTranslator(model).traceBeam("a c f b", options(2, 6), 3);
    int pruned = 0;
    for (int at = 1; at < static_cast<int>(trace.nodes.size()); ++at) {
        if (trace.node(at).fate != Fate::Pruned)
            continue;
        ++pruned;
        const auto target = idsAt(trace, at);
        const std::span<const TokenId> sources[] = {source}, targets[] = {target};
        const auto forced = ForcedDecoding(*model->network, weights).score(sources, targets, true).front();
        const AttentionSnapshot picture = attentionOf(trace, at);
        EXPECT_EQ(picture.targets(), static_cast<int>(target.size()));
        ASSERT_EQ(picture.weights.size(), forced.attention.size());
        for (std::size_t i = 0; i < forced.attention.size(); ++i)
            EXPECT_NEAR(picture.weights[i], forced.attention[i], 1e-5);
        EXPECT_NEAR(picture.loss, forced.loss / static_cast<double>(target.size()), 1e-4);
    }
    EXPECT_GT(pruned, 0);
}

INSTANTIATE_TEST_SUITE_P(Models, Traces, ::testing::Range(1, 6));

// Both marks would be by far the likeliest words.
TEST(BeamTrace, NeverHoldsTheMarks)
{
    const std::vector<std::vector<double>> even(5, std::vector<double>(5, .2));
    const BeamTrace trace = ModelTranslator(bigramModel(even, 5)).traceBeam("a", options(3, 4), 100);
    std::set<std::string> words;
    for (std::size_t at = 1; at < trace.nodes.size(); ++at)
        words.insert(trace.nodes[at].token);
    EXPECT_THAT(words, ElementsAre("</s>", "w", "x", "y", "z"));
    EXPECT_LT(std::exp(trace.node(1).wordLogProbability), 0.01); // the marks have the rest
}

TEST(BeamTrace, RefusesImpossibleOptions)
{
    const ModelTranslator translator(opinionatedModel());
    for (const auto& [beam, likeliest] : {std::pair(0, 5), std::pair(1001, 5), std::pair(5, 0), std::pair(5, 1001)}) {
        try {
            static_cast<void>(translator.traceBeam("a", options(beam), likeliest));
            ADD_FAILURE() << beam << ' ' << likeliest;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::Usage);
        }
    }
}

} // namespace
} // namespace alignoscope::decoding
