// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "decoding/encoded_text.h"
#include "decoding/model_translator.h"
#include "decoding_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace alignoscope::decoding {
namespace {

using ::testing::ElementsAre;
using Texts = std::vector<std::string>;

struct TranslatorOfAModel : ::testing::Test {
    ModelTranslator translator{testing::opinionatedModel(3)};

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
};

TEST(EncodedText, MarksWhatTheModelDoesNotKnow)
{
    const auto model = testing::opinionatedModel();
    const auto text = encode("a QQ B", {TokenizerKind::Whitespace, true}, model->language->source);
    EXPECT_EQ(text.tokens, (Texts{"a", "qq", "b", "</s>"}));
    EXPECT_EQ(text.unknown, (std::vector<bool>{false, true, false, false}));
    EXPECT_EQ(text.ids[1], Vocabulary::unknown);
    EXPECT_EQ(text.ids.back(), Vocabulary::endSentence);
    EXPECT_EQ(encode("", {}, model->language->source).ids.size(), 1U);
}

TEST_F(TranslatorOfAModel, TellsWhatItReadAndSaid)
{
    TranslationOptions options;
    options.best = 3;
    options.maxLength = 6;
    const Translation translation = translator.translate("a nobody b", options);
    EXPECT_EQ(translation.source, (Texts{"a", "nobody", "b", "</s>"}));
    EXPECT_EQ(translation.sourceUnknown, (std::vector<bool>{false, true, false, false}));
    ASSERT_EQ(translation.hypotheses.size(), 3U);
    for (const Hypothesis& one : translation.hypotheses) {
        EXPECT_EQ(one.attention.size(), one.tokens.size() * 4);
        EXPECT_LE(one.tokens.size(), 6U);
        EXPECT_EQ(one.text.find("</s>"), std::string::npos);
    }
    const AttentionSnapshot picture = attentionOf(translation, 1);
    EXPECT_EQ(picture.targetTokens, translation.hypotheses[1].tokens);
    EXPECT_EQ(index(picture.sentence), -1);
    EXPECT_FALSE(picture.forced);
    options.attention = false;
    EXPECT_TRUE(translator.translate("a", options).hypotheses[0].attention.empty());
    EXPECT_EQ(translator.step(), 17);
}

TEST_F(TranslatorOfAModel, ManyTextsComeBackInOrder)
{
    Texts texts;
    for (int i = 0; i < 70; ++i) { // more than are translated together
        std::string text(1, static_cast<char>('a' + i % 6));
        for (int word = 0; word < i * 7 % 5; ++word)
            text += std::string(" ") + static_cast<char>('a' + (i + word * word) % 6);
        texts.push_back(text);
    }
    TranslationOptions options;
    options.beam = 3;
    std::vector<double> told;
    Progress progress;
    progress.report = [&](double fraction) { told.push_back(fraction); };
    const auto together = translator.translate(texts, options, progress);
    ASSERT_EQ(together.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto alone = translator.translate(texts[i], options);
        EXPECT_EQ(together[i].source, alone.source);
        EXPECT_EQ(together[i].hypotheses[0].text, alone.hypotheses[0].text) << texts[i];
        EXPECT_NEAR(together[i].hypotheses[0].score, alone.hypotheses[0].score, 1e-4);
    }
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_EQ(told.back(), 1);
    EXPECT_TRUE(translator.translate(Texts{}, options, {}).empty());
    EXPECT_EQ(translator.translate("", options).source.size(), 1U); // EOS alone
}

TEST_F(TranslatorOfAModel, ForcedScoresAndPicturesAgree)
{
    const auto scores = translator.score({"a b", "c"}, {"w", "z y x"}, {});
    ASSERT_EQ(scores.size(), 2U);
    EXPECT_EQ(scores[0].sources, 3);
    EXPECT_EQ(scores[0].targetTokens, 2);
    EXPECT_EQ(scores[1].attention.size(), 2U * 4);
    const AttentionSnapshot picture = translator.align("c", "z y x");
    EXPECT_TRUE(picture.forced);
    EXPECT_THAT(picture.targetTokens, ElementsAre("z", "y", "x", "</s>"));
    EXPECT_NEAR(picture.loss, scores[1].loss / 4, 1e-5);
    ASSERT_EQ(picture.weights.size(), scores[1].attention.size());
    for (std::int32_t t = 0; t < picture.targets(); ++t) {
        const auto row = picture.row(t);
        EXPECT_NEAR(std::accumulate(row.begin(), row.end(), 0.0), 1, 1e-5);
    }
}

TEST_F(TranslatorOfAModel, ImpossibleOptionsAreRefused)
{
    for (const auto& [beam, best] : {std::pair(0, 1), std::pair(1001, 1), std::pair(5, 0), std::pair(5, 6)}) {
        TranslationOptions options;
        options.beam = beam;
        options.best = best;
        EXPECT_EQ(failure([&] { static_cast<void>(translator.translate("a", options)); }), ErrorKind::Usage);
    }
    EXPECT_EQ(failure([&] { static_cast<void>(translator.score({"a"}, {}, {})); }), ErrorKind::Usage);
}

TEST_F(TranslatorOfAModel, CanBeStopped)
{
    std::stop_source stop;
    stop.request_stop();
    Progress progress;
    progress.stop = stop.get_token();
    EXPECT_EQ(failure([&] { static_cast<void>(translator.translate(Texts{"a"}, {}, progress)); }),
              ErrorKind::Cancelled);
    EXPECT_EQ(failure([&] { static_cast<void>(translator.score({"a"}, {"w"}, progress)); }), ErrorKind::Cancelled);
}

} // namespace
} // namespace alignoscope::decoding
