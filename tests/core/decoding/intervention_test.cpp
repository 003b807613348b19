// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/intervention.h"
#include "core/models/small_model.h"
#include "decoding/model_translator.h"
#include "decoding_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace alignoscope::decoding {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using Texts = std::vector<std::string>;

ErrorKind failure(const Translator& translator, const std::string& text, const Intervention& intervention)
{
    try {
        static_cast<void>(translator.intervene(text, intervention));
    } catch (const Error& error) {
        return error.kind();
    }
    ADD_FAILURE() << "nothing was wrong";
    return ErrorKind::Input;
}

std::vector<float> rowOf(const InterventionResult& result, std::size_t target)
{
    const auto begin = result.attention.begin() + static_cast<std::ptrdiff_t>(target * result.source.size());
    return {begin, begin + static_cast<std::ptrdiff_t>(result.source.size())};
}

/// log p of the result's own words by teacher forcing; nothing of the source may be dropped or overridden.
double teacherForced(const models::TrainedModel& model, const InterventionResult& result)
{
    const auto ids = [](const Texts& tokens, const Vocabulary& vocabulary) {
        std::vector<TokenId> numbers;
        for (const auto& token : tokens)
            numbers.push_back(token == "</s>" ? Vocabulary::endSentence : vocabulary.id(token));
        return numbers;
    };
    const auto source = ids(result.source, model.language->source), target = ids(result.tokens, model.language->target);
    return testing::logProbability(model, source, target);
}

struct Intervening : ::testing::TestWithParam<int> {
    std::shared_ptr<const models::TrainedModel> model =
        testing::opinionatedModel(static_cast<std::uint64_t>(GetParam()));
    ModelTranslator translator{model};
    const std::string text = "a c f b d";
};

TEST_P(Intervening, InNothingIsTranslatingToTheBit)
{
    for (const auto* source : {"a c f b d", "e", "", "b nobody b"}) {
        for (const int beam : {1, 4}) {
            TranslationOptions options;
            Intervention nothing;
            options.beam = nothing.beam = beam;
            const Translation plain = translator.translate(source, options);
            const InterventionResult result = translator.intervene(source, nothing);
            EXPECT_EQ(result.source, plain.source);
            EXPECT_EQ(result.sourceUnknown, plain.sourceUnknown);
            EXPECT_EQ(result.tokens, plain.hypotheses[0].tokens);
            EXPECT_EQ(result.text, plain.hypotheses[0].text);
            if (beam == 1) {
                EXPECT_EQ(result.logProbability, plain.hypotheses[0].logProbability);
                EXPECT_EQ(result.attention, plain.hypotheses[0].attention);
            }
            EXPECT_NEAR(result.logProbability, plain.hypotheses[0].logProbability, 1e-3);
            EXPECT_EQ(result.step, 17);
            EXPECT_THAT(result.forced, Each(false));
            EXPECT_THAT(result.overridden, Each(false));
            EXPECT_THAT(result.sourceDropped, Each(false));
        }
    }
}

TEST_P(Intervening, AfterAPrefixTheModelGoesOnByItself)
{
    Intervention intervention;
    intervention.prefix = {"y", "y", "w"};
    const InterventionResult result = translator.intervene(text, intervention);
    ASSERT_GE(result.tokens.size(), 4U);
    EXPECT_EQ(Texts(result.tokens.begin(), result.tokens.begin() + 3), intervention.prefix);
    EXPECT_NEAR(result.logProbability, teacherForced(*model, result), 1e-4);
    for (std::size_t t = 0; t < result.tokens.size(); ++t) {
        EXPECT_EQ(result.forced[t], t < 3);
        if (t >= 3) {
            EXPECT_EQ(result.tokens[t], result.likeliest[t][0].token) << t;
        }
    }
}

TEST_P(Intervening, AWordIsForcedInItsPlaceAndTheRestFollows)
{
    const InterventionResult plain = translator.intervene(text, {});
    for (const NextWord& other : plain.likeliest[1]) {
        Intervention intervention;
        intervention.words = {{1, other.token}};
        const InterventionResult result = translator.intervene(text, intervention);
        EXPECT_EQ(result.tokens[0], plain.tokens[0]);
        EXPECT_EQ(result.tokens[1], other.token);
        EXPECT_TRUE(result.forced[1]);
        EXPECT_NEAR(std::exp(result.logProbabilities[1]), other.probability, 1e-6);
        EXPECT_NEAR(result.logProbability, teacherForced(*model, result), 1e-4);
        EXPECT_EQ(result.tokens == plain.tokens, other.token == plain.tokens[1]);
        if (other.token == "</s>") {
            EXPECT_EQ(result.tokens.size(), 2U); // it ends there
        }
    }
}

TEST_P(Intervening, AWideBeamKeepsWhatIsForced)
{
    Intervention intervention;
    intervention.prefix = {"x"};
    intervention.words = {{2, "z"}};
    intervention.beam = 200; // more than there are ways to say three words: the search is exhaustive
    intervention.maxLength = 2;
    const InterventionResult result = translator.intervene(text, intervention);
    double best = -std::numeric_limits<double>::infinity();
    for (const auto* word : {"w", "x", "y", "z"}) {
        InterventionResult other = result;
        other.tokens = {"x", word, "z"};
        best = std::max(best, teacherForced(*model, other) / 3);
    }
    InterventionResult ended = result;
    ended.tokens = {"x", "</s>"}; // ends before the place of the forced word
    best = std::max(best, teacherForced(*model, ended) / 2);
    EXPECT_EQ(result.tokens[0], "x");
    EXPECT_NEAR(result.logProbability / static_cast<double>(result.tokens.size()), best, 1e-4);
}

TEST_P(Intervening, TheModelsOwnRowsChangeNothing)
{
    const InterventionResult plain = translator.intervene(text, {});
    Intervention intervention;
    for (std::size_t t = 0; t < plain.tokens.size(); ++t)
        intervention.rows.push_back({static_cast<int>(t), rowOf(plain, t)});
    const InterventionResult result = translator.intervene(text, intervention);
    EXPECT_EQ(result.tokens, plain.tokens);
    EXPECT_THAT(result.overridden, Each(true));
    EXPECT_NEAR(result.logProbability, plain.logProbability, 1e-4);
}

TEST_P(Intervening, ARowIsUsedAsGivenAndWhatComesBeforeItStays)
{
    const InterventionResult plain = translator.intervene(text, {});
    Intervention intervention;
    intervention.rows = {{1, {0, 0, 3, 0, 1, 0}}}; // sums to 4
    const InterventionResult result = translator.intervene(text, intervention);
    EXPECT_THAT(rowOf(result, 1), ElementsAre(0, 0, 0.75F, 0, 0.25F, 0));
    EXPECT_EQ(rowOf(result, 0), rowOf(plain, 0));
    EXPECT_EQ(result.tokens[0], plain.tokens[0]);
    EXPECT_EQ(result.logProbabilities[0], plain.logProbabilities[0]);
    EXPECT_NE(result.likeliest[1][0].probability, plain.likeliest[1][0].probability);
    EXPECT_TRUE(result.overridden[1]);
    EXPECT_EQ(std::count(result.overridden.begin(), result.overridden.end(), true), 1);
}

TEST_P(Intervening, ADroppedWordIsNotRead)
{
    Intervention intervention;
    intervention.dropped = {1, 3};
    intervention.maxLength = 22;
    const InterventionResult result = translator.intervene(text, intervention);
    Intervention plain;
    plain.maxLength = 22;
    const InterventionResult without = translator.intervene("a f d", plain);
    EXPECT_EQ(result.source, (Texts{"a", "c", "f", "b", "d", "</s>"}));
    EXPECT_EQ(result.sourceDropped, (std::vector<bool>{false, true, false, true, false, false}));
    EXPECT_EQ(result.tokens, without.tokens);
    EXPECT_EQ(result.logProbability, without.logProbability);
    for (std::size_t t = 0; t < result.tokens.size(); ++t) {
        const auto row = rowOf(result, t), other = rowOf(without, t);
        EXPECT_THAT(row, ElementsAre(other[0], 0, other[1], 0, other[2], other[3]));
    }
}

TEST_P(Intervening, TheLikeliestWordsAreSortedAndMayBeSaid)
{
    for (const int count : {0, 3, 5, 50}) {
        Intervention intervention;
        intervention.likeliest = count;
        const InterventionResult result = translator.intervene(text, intervention);
        ASSERT_EQ(result.likeliest.size(), result.tokens.size());
        for (const auto& words : result.likeliest) {
            EXPECT_EQ(words.size(), static_cast<std::size_t>(std::min(count, 5))); // four words and the end
            double sum = 0;
            for (std::size_t i = 0; i < words.size(); ++i) {
                sum += words[i].probability;
                EXPECT_TRUE(words[i].token != "<unk>" && words[i].token != "<s>");
                EXPECT_LE(words[i].probability, i == 0 ? 1.0 : words[i - 1].probability);
            }
            EXPECT_LE(sum, 1 + 1e-5);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Models, Intervening, ::testing::Range(1, 5));

/// What PyTorch says when rows and words are taken out of the model's hands: tests/golden/intervention.py.
TEST(Intervention, IsWhatPyTorchComputes)
{
    const models::testing::GoldenModel golden;
    auto model = std::make_shared<models::TrainedModel>();
    auto language = std::make_shared<models::Language>();
    language->source = Vocabulary({{"3", 1}, {"4", 1}, {"5", 1}, {"6", 1}});
    language->target = Vocabulary({{"3", 1}, {"4", 1}, {"5", 1}, {"6", 1}, {"7", 1}, {"8", 1}});
    language->text.sourceTokenizer = language->text.targetTokenizer = TokenizerKind::Whitespace;
    model->language = language;
    model->network = std::make_shared<models::RnnSearch<float>>(golden.sizes());
    models::testing::GoldenModel::fill(model->network->layout(), golden.json["parameters"], model->parameters);
    const ModelTranslator translator(model);
    const auto cases = nlohmann::json::parse(std::ifstream(alignoscope::testing::testData("golden/intervention.json")));
    ASSERT_EQ(cases.size(), 5U);
    for (const auto& one : cases) {
        std::string text;
        for (const int id : one["source"])
            text += id == 2 ? "" : std::to_string(id) + " ";
        Intervention intervention;
        for (const int id : one["target"])
            intervention.prefix.push_back(id == 2 ? "</s>" : std::to_string(id));
        for (const auto& row : one["rows"])
            intervention.rows.push_back({row["target"], row["weights"]});
        intervention.dropped = one["dropped"].get<std::vector<int>>();
        const InterventionResult result = translator.intervene(text, intervention);
        ASSERT_EQ(result.tokens, intervention.prefix);
        const auto logs = one["log_probabilities"].get<std::vector<double>>();
        for (std::size_t t = 0; t < logs.size(); ++t)
            EXPECT_NEAR(result.logProbabilities[t], logs[t], 1e-5) << text << t;
        const auto attention = one["attention"].get<std::vector<float>>();
        ASSERT_EQ(result.attention.size(), attention.size());
        for (std::size_t i = 0; i < attention.size(); ++i)
            EXPECT_NEAR(result.attention[i], attention[i], 1e-6) << text << i;
    }
}

struct Decisions : ::testing::Test {
    std::shared_ptr<const models::TrainedModel> model = testing::opinionatedModel(2);
    ModelTranslator translator{model};
};

TEST_F(Decisions, OnADroppedWordARowGivesItsShareToTheOthers)
{
    Intervention intervention;
    intervention.dropped = {0};
    intervention.rows = {{0, {0.5F, 0.125F, 0.375F, 0}}};
    const InterventionResult result = translator.intervene("a b c", intervention);
    EXPECT_THAT(rowOf(result, 0), ElementsAre(0, 0.25F, 0.75F, 0));
    intervention.rows = {{0, {1, 0, 0, 0}}}; // nothing is left to look at
    EXPECT_EQ(failure(translator, "a b c", intervention), ErrorKind::Usage);
}

TEST_F(Decisions, AWordTheModelDoesNotKnowIsReadAsUnknown)
{
    Intervention intervention;
    intervention.prefix = {"zebra"};
    const InterventionResult result = translator.intervene("a b c", intervention);
    EXPECT_EQ(result.tokens[0], "zebra");
    EXPECT_TRUE(result.targetUnknown[0]);
    EXPECT_EQ(std::count(result.targetUnknown.begin(), result.targetUnknown.end(), true), 1);
    EXPECT_TRUE(result.text.starts_with("zebra"));
    EXPECT_NEAR(result.logProbability, teacherForced(*model, result), 1e-4);
}

TEST_F(Decisions, BeyondTheEndHaveNoEffect)
{
    Intervention intervention;
    intervention.prefix = {"w", "</s>"};
    intervention.words = {{9, "x"}};
    intervention.rows = {{7, {1, 1, 1, 1}}};
    const InterventionResult result = translator.intervene("a b c", intervention);
    EXPECT_EQ(result.tokens, intervention.prefix);
    EXPECT_THAT(result.overridden, Each(false));
}

TEST_F(Decisions, TheGreatestLengthCountsAfterThePrefix)
{
    Intervention intervention;
    intervention.prefix = {"w", "x", "y", "z", "w", "x"};
    intervention.maxLength = 2;
    EXPECT_LE(translator.intervene("a", intervention).tokens.size(), 8U);
    EXPECT_GE(translator.intervene("a", intervention).tokens.size(), 7U);
}

TEST_F(Decisions, ThatCannotBeAreRefused)
{
    const float nan = std::numeric_limits<float>::quiet_NaN(), infinite = std::numeric_limits<float>::infinity();
    std::vector<Intervention> impossible(14);
    impossible[0].rows = {{0, {1, 0, 0}}}; // "a b c" has four tokens
    impossible[1].rows = {{0, {1, 0, 0, -0.1F}}};
    impossible[2].rows = {{0, {1, 0, nan, 0}}};
    impossible[3].rows = {{0, {1, infinite, 0, 0}}};
    impossible[4].rows = {{0, {0, 0, 0, 0}}};
    impossible[5].rows = {{1, {1, 0, 0, 0}}, {1, {0, 1, 0, 0}}};
    impossible[6].rows = {{-1, {1, 0, 0, 0}}};
    impossible[7].prefix = {"w", "</s>", "x"};
    impossible[8].prefix = {"w", ""};
    impossible[9].prefix = {"w", "x"};
    impossible[9].words = {{1, "y"}};
    impossible[10].words = {{std::numeric_limits<int>::max(), "y"}};
    impossible[11].dropped = {3}; // the end of the sentence
    impossible[12].beam = 0;
    impossible[13].likeliest = -1;
    for (std::size_t i = 0; i < impossible.size(); ++i)
        EXPECT_EQ(failure(translator, "a b c", impossible[i]), ErrorKind::Usage) << i;
}

TEST_F(Decisions, GiveAPicture)
{
    Intervention intervention;
    intervention.words = {{0, "z"}};
    const InterventionResult result = translator.intervene("a nobody", intervention);
    const AttentionSnapshot picture = attentionOf(result);
    EXPECT_EQ(picture.targetTokens, result.tokens);
    EXPECT_EQ(picture.sourceTokens, result.source);
    EXPECT_EQ(picture.sourceUnknown, (std::vector<bool>{false, true, false}));
    EXPECT_EQ(picture.weights, result.attention);
    EXPECT_EQ(picture.step, 17);
    EXPECT_EQ(index(picture.sentence), -1);
    EXPECT_NEAR(picture.loss, -result.logProbability / static_cast<double>(result.tokens.size()), 1e-12);
}

} // namespace
} // namespace alignoscope::decoding
