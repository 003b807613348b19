// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "decoding/model_translator.h"
#include "decoding_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace alignoscope::decoding {
namespace {

using ::testing::ElementsAre;
using Texts = std::vector<std::string>;

struct Explaining : ::testing::Test {
    ModelTranslator translator{testing::opinionatedModel(3)}, alone{testing::opinionatedModel(3), true};

    template <class Work>
    static ErrorKind failure(Work&& work)
    {
        try {
            work();
        } catch (const Error& error) {
            return error.kind();
        }
        ADD_FAILURE() << "nothing was wrong";
        return ErrorKind::Input;
    }
    static void expectSame(const Explanation& a, const Explanation& b)
    {
        EXPECT_EQ(a.source, b.source);
        EXPECT_EQ(a.target, b.target);
        for (const auto matrix : {&Explanation::attention, &Explanation::gradient, &Explanation::leaveOneOut,
                                  &Explanation::leaveOneOutLogRatio}) {
            ASSERT_EQ((a.*matrix).size(), (b.*matrix).size());
            for (std::size_t i = 0; i < (a.*matrix).size(); ++i)
                EXPECT_NEAR((a.*matrix)[i], (b.*matrix)[i], 1e-5);
        }
        for (const auto column :
             {&Explanation::logProbability, &Explanation::permutedChange, &Explanation::uniformChange}) {
            ASSERT_EQ((a.*column).size(), (b.*column).size());
            for (std::size_t i = 0; i < (a.*column).size(); ++i)
                EXPECT_NEAR((a.*column)[i], (b.*column)[i], 1e-5);
        }
        EXPECT_NEAR(a.uniformLoss, b.uniformLoss, 1e-5);
    }
};

TEST_F(Explaining, AGivenTargetAgreesWithTeacherForcing)
{
    const Explanation explanation = translator.explain("a nobody b a", "w z", {}, {});
    EXPECT_THAT(explanation.source, ElementsAre("a", "nobody", "b", "a", "</s>"));
    EXPECT_THAT(explanation.sourceUnknown, ElementsAre(false, true, false, false, false));
    EXPECT_THAT(explanation.target, ElementsAre("w", "z", "</s>"));
    EXPECT_TRUE(explanation.forced);
    EXPECT_EQ(explanation.step, 17);
    const AttentionSnapshot picture = translator.align("a nobody b a", "w z");
    ASSERT_EQ(explanation.attention.size(), picture.weights.size());
    for (std::size_t i = 0; i < picture.weights.size(); ++i)
        EXPECT_NEAR(explanation.attention[i], picture.weights[i], 1e-6);
    EXPECT_NEAR(explanation.loss, picture.loss, 1e-5);
    // without token j: what remains, read alone
    const double without = translator.align("a b a", "w z").loss * 3;
    double difference = 0;
    for (std::size_t t = 0; t < 3; ++t)
        difference += static_cast<double>(explanation.leaveOneOutLogRatio[t * 5 + 1]);
    EXPECT_NEAR(difference, without - explanation.loss * 3, 1e-4);
    for (std::size_t t = 0; t < 3; ++t)
        EXPECT_EQ(explanation.leaveOneOut[t * 5 + 4], 0) << "EOS is never left out";
}

TEST_F(Explaining, WithoutATargetTheModelSpeaks)
{
    TranslationOptions greedy;
    greedy.beam = 1;
    auto tokens = translator.translate("c d e", greedy).hypotheses.front().tokens;
    if (tokens.back() != "</s>")
        tokens.emplace_back("</s>"); // cut at its longest
    const Explanation explanation = translator.explain("c d e", " ", {}, {});
    EXPECT_FALSE(explanation.forced);
    EXPECT_EQ(explanation.target, tokens);
    expectSame(explanation, translator.explain(Texts{"c d e", "a"}, Texts{"", "w"}, {}, {}).front());
}

TEST_F(Explaining, ThreadsAndCompanyChangeNothing)
{
    const Texts sources = {"a b c d e f a b", "c", "e e e", "f a"}, targets = {"w x y z w x", "y", "z w", "x"};
    const auto together = translator.explain(sources, targets, {}, {});
    ASSERT_EQ(together.size(), sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        expectSame(together[i], translator.explain(sources[i], targets[i], {}, {}));
        expectSame(together[i], alone.explain(sources[i], targets[i], {}, {}));
    }
}

TEST_F(Explaining, TheSeedChoosesThePermutations)
{
    const auto permuted = [&](int permutations, std::uint64_t seed) {
        return translator.explain("a b c d e", "w x", {permutations, seed}, {}).permutedChange;
    };
    EXPECT_EQ(permuted(5, 1), permuted(5, 1));
    EXPECT_NE(permuted(5, 1), permuted(5, 2));
}

TEST_F(Explaining, SentencesWithoutWordsHaveTheirEndAlone)
{
    const Explanation explanation = translator.explain("", "w", {}, {});
    EXPECT_EQ(explanation.sources(), 1U);
    EXPECT_EQ(explanation.attention, (std::vector<float>{1, 1}));
    EXPECT_NEAR(explanation.permutedChange[0], 0, 1e-6); // one weight has one order
    EXPECT_NEAR(explanation.uniformLoss, explanation.loss, 1e-5);
    EXPECT_TRUE(translator.explain(Texts{}, Texts{}, {}, {}).empty());
}

TEST_F(Explaining, TellsHowFarItIsAndCanBeStopped)
{
    std::vector<double> told;
    Progress progress;
    progress.report = [&](double fraction) { told.push_back(fraction); };
    static_cast<void>(translator.explain("a b c", "w x", {}, progress));
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back(), 1);

    std::stop_source stop;
    stop.request_stop();
    progress.stop = stop.get_token();
    EXPECT_EQ(failure([&] { static_cast<void>(translator.explain("a", "w", {}, progress)); }), ErrorKind::Cancelled);
    EXPECT_EQ(failure([&] { static_cast<void>(translator.explain("a", "", {}, progress)); }), ErrorKind::Cancelled);
    EXPECT_EQ(failure([&] {
                  static_cast<void>(translator.explain(Texts{"a", "b"}, Texts{"w", "x"}, {}, progress));
              }),
              ErrorKind::Cancelled);
}

TEST_F(Explaining, ImpossibleOptionsAreRefused)
{
    for (const int permutations : {0, 10001})
        EXPECT_EQ(failure([&] {
                      static_cast<void>(translator.explain("a", "w", {permutations, 1}, {}));
                  }),
                  ErrorKind::Usage);
    EXPECT_EQ(failure([&] { static_cast<void>(translator.explain(Texts{"a"}, Texts{}, {}, {})); }), ErrorKind::Usage);
}

} // namespace
} // namespace alignoscope::decoding
