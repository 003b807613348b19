// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/states.h"
#include "core/decoding/decoding_support.h"
#include "decoding/model_translator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace alignoscope {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

struct MapOfAModel : ::testing::Test {
    const decoding::ModelTranslator model{decoding::testing::opinionatedModel(5)};
    const Translator& translator = model; // its own target is the default
    std::vector<std::string> sentences;

    MapOfAModel()
    {
        for (int i = 0; i < 40; ++i) { // more than are read together, of unequal length
            std::string text(1, static_cast<char>('a' + i % 6));
            for (int word = 0; word < i * 7 % 5; ++word)
                text += std::string(" ") + static_cast<char>('a' + (i / 6 + word * word) % 6);
            sentences.push_back(text);
        }
    }
    /// h_j of a token by reading its sentence alone.
    [[nodiscard]] static std::vector<float> annotation(const SentenceStates& states, std::int32_t position)
    {
        std::vector<float> h;
        for (const UnitMatrix* half :
             {&states.last(Reading::Forwards)->state(), &states.last(Reading::Backwards)->state()})
            for (std::int32_t unit = 0; unit < half->units; ++unit)
                h.push_back(half->at(unit, position));
        return h;
    }
    [[nodiscard]] static std::vector<float> annotation(const StateMap& map, std::size_t token)
    {
        const auto from = map.annotations.begin() + static_cast<std::ptrdiff_t>(token) * map.dimensions;
        return {from, from + map.dimensions};
    }
    static double cosine(const std::vector<float>& a, const std::vector<float>& b)
    {
        double ab = 0, aa = 0, bb = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            ab += static_cast<double>(a[i]) * static_cast<double>(b[i]);
            aa += static_cast<double>(a[i]) * static_cast<double>(a[i]);
            bb += static_cast<double>(b[i]) * static_cast<double>(b[i]);
        }
        return ab / std::sqrt(aa * bb);
    }
};

TEST_F(MapOfAModel, EveryTokenHasTheAnnotationOfItsSentence)
{
    std::vector<double> told;
    const StateMap map = translator.mapStates(sentences, {[&](double done) { told.push_back(done); }, {}});
    ASSERT_EQ(map.sentences.size(), sentences.size());
    EXPECT_EQ(map.dimensions, 10);
    EXPECT_EQ(map.step, 17);
    EXPECT_EQ(map.points.size(), map.tokens.size());
    for (std::size_t token = 0; token < map.tokens.size(); ++token) {
        const auto place = map.tokens[token];
        const auto states = translator.states(sentences[static_cast<std::size_t>(place.sentence)]);
        EXPECT_EQ(map.word(static_cast<std::int32_t>(token)), states.source[static_cast<std::size_t>(place.position)]);
        const auto expected = annotation(states, place.position), got = annotation(map, token);
        for (std::size_t unit = 0; unit < expected.size(); ++unit)
            EXPECT_NEAR(got[unit], expected[unit], 1e-6);
    }
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_EQ(told.back(), 1);
}

TEST_F(MapOfAModel, PointsAreTheAnnotationsAlongTheAxes)
{
    const StateMap map = translator.mapStates(sentences, {});
    double x = 0, y = 0, total = 0;
    for (std::size_t token = 0; token < map.tokens.size(); ++token) {
        double along[2] = {0, 0};
        for (std::size_t d = 0; d < static_cast<std::size_t>(map.dimensions); ++d) {
            const double moved = static_cast<double>(annotation(map, token)[d]) - map.mean[d];
            along[0] += moved * map.axes[d];
            along[1] += moved * map.axes[static_cast<std::size_t>(map.dimensions) + d];
            total += moved * moved;
        }
        EXPECT_NEAR(map.points[token].x, along[0], 1e-9);
        EXPECT_NEAR(map.points[token].y, along[1], 1e-9);
        x += along[0] * along[0];
        y += along[1] * along[1];
    }
    EXPECT_NEAR(map.variance[0], x / total, 1e-9);
    EXPECT_NEAR(map.variance[1], y / total, 1e-9);
    EXPECT_GT(map.variance[0], map.variance[1]);
}

TEST_F(MapOfAModel, NeighboursAreThoseOfBruteForce)
{
    const StateMap map = translator.mapStates(sentences, {});
    const SentenceStates states = translator.states("b d a f e");
    const auto placed = place(map, states, 5);
    ASSERT_EQ(placed.size(), 6U);
    for (std::int32_t position = 0; position < 6; ++position) {
        const PlacedToken& token = placed[static_cast<std::size_t>(position)];
        const auto own = annotation(states, position);
        std::vector<double> all;
        for (std::size_t other = 0; other < map.tokens.size(); ++other)
            all.push_back(cosine(own, annotation(map, other)));
        std::ranges::sort(all, std::greater());
        ASSERT_EQ(token.neighbours.size(), 5U);
        for (std::size_t i = 0; i < 5; ++i) {
            const Neighbour& found = token.neighbours[i];
            EXPECT_NEAR(found.similarity, all[i], 1e-5);
            EXPECT_NEAR(found.similarity, cosine(own, annotation(map, static_cast<std::size_t>(found.token))), 1e-5);
        }
    }
}

TEST_F(MapOfAModel, ASentenceIsNotItsOwnNeighbourButFallsOnItself)
{
    const StateMap map = translator.mapStates(sentences, {});
    constexpr std::int32_t chosen = 9;
    const auto placed = place(map, translator.states(sentences[chosen]), 1000);
    std::size_t first = 0;
    while (map.tokens[first].sentence != chosen)
        ++first;
    std::set<std::int32_t> met;
    for (std::size_t j = 0; j < placed.size(); ++j) {
        EXPECT_NEAR(placed[j].point.x, map.points[first + j].x, 1e-5);
        EXPECT_NEAR(placed[j].point.y, map.points[first + j].y, 1e-5);
        for (const Neighbour& neighbour : placed[j].neighbours)
            met.insert(map.tokens[static_cast<std::size_t>(neighbour.token)].sentence);
    }
    EXPECT_FALSE(met.contains(chosen));
    const auto token = static_cast<std::int32_t>(first);
    for (const Neighbour& neighbour : neighboursOf(map, token, 1000))
        EXPECT_NE(map.tokens[static_cast<std::size_t>(neighbour.token)].sentence, chosen);
    EXPECT_EQ(neighboursOf(map, token, 3).size(), 3U);
    EXPECT_NEAR(neighboursOf(map, token, 1)[0].similarity, placed[0].neighbours[0].similarity, 1e-5);
}

TEST_F(MapOfAModel, RefusesWhatCannotBe)
{
    const auto kindOf = [](const auto& work) {
        try {
            work();
        } catch (const Error& error) {
            return error.kind();
        }
        return ErrorKind::Input;
    };
    EXPECT_EQ(kindOf([&] { static_cast<void>(translator.mapStates({}, {})); }), ErrorKind::Usage);
    StateMap other = translator.mapStates(sentences, {});
    other.dimensions = 8;
    EXPECT_EQ(kindOf([&] { static_cast<void>(place(other, translator.states("a"))); }), ErrorKind::Usage);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(kindOf([&] {
                  static_cast<void>(translator.mapStates(sentences, {{}, stop.get_token()}));
              }),
              ErrorKind::Cancelled);
}

TEST_F(MapOfAModel, StatesOfTheModelsOwnTranslation)
{
    TranslationOptions greedy;
    greedy.beam = 1;
    const auto translation = translator.translate("c a unheard", greedy);
    const SentenceStates own = translator.states("c a unheard");
    EXPECT_FALSE(own.forced);
    EXPECT_EQ(own.target, translation.hypotheses[0].tokens);
    EXPECT_THAT(own.source, ElementsAre("c", "a", "unheard", "</s>"));
    EXPECT_THAT(own.sourceUnknown, ElementsAre(false, false, true, false));
    EXPECT_EQ(own.last(Reading::Writing)->state().positions, static_cast<std::int32_t>(own.target.size()));
    EXPECT_EQ(own.last(Reading::Backwards)->of(Quantity::UpdateGate).positions, 4);
    EXPECT_EQ(own.step, 17);
    const SentenceStates given = translator.states("c a", "w z");
    EXPECT_TRUE(given.forced);
    EXPECT_THAT(given.target, ElementsAre("w", "z", "</s>"));
    EXPECT_FALSE(translator.states("c a", "  ").forced); // nothing is no translation
}

TEST_F(MapOfAModel, Tables)
{
    const SentenceStates states = translator.states("a b", "w");
    const std::string table = statesToCsv(states);
    EXPECT_THAT(table,
                StartsWith("layer,what,unit\r\nencoder forwards,token,,a,b,</s>\r\nencoder forwards,update gate,1,"));
    EXPECT_THAT(table, HasSubstr("\r\ndecoder,token,,w,</s>\r\n"));
    EXPECT_EQ(std::ranges::count(table, '\n'), 1 + 3 * (1 + 4 * 5)); // three layers of five units
    const StateMap map = translator.mapStates({"a \"b", "c"}, {});
    const std::string points = stateMapToCsv(map, &states, place(map, states));
    EXPECT_THAT(points, StartsWith("from,sentence,position,token,x,y\r\nsentence,1,1,a,"));
    EXPECT_THAT(points, HasSubstr("training,1,2,\"\"\"b\","));
    EXPECT_EQ(std::ranges::count(points, '\n'), 1 + 3 + 5);
    EXPECT_EQ(std::ranges::count(stateMapToCsv(map, nullptr, {}), '\n'), 1 + 5);
}

TEST(EvenTrainingSentences, AreSpreadOverTheSetAndDiffer)
{
    auto corpus = std::make_shared<RawCorpus>();
    Dataset dataset;
    for (int i = 0; i < 200; ++i) {
        corpus->pairs.add("word " + std::to_string(i / 4), "x", i + 1); // each four times
        const std::vector<TokenId> three(3, Vocabulary::endSentence);
        dataset.training.add(three, three, static_cast<std::size_t>(i));
    }
    dataset.corpus = corpus;
    const auto some = evenTrainingSentences(dataset, 60); // of three tokens each
    ASSERT_EQ(some.size(), 20U);
    EXPECT_EQ(some.front(), "word 0");
    EXPECT_EQ(some[10], "word 25");
    EXPECT_EQ(std::set<std::string>(some.begin(), some.end()).size(), some.size());
    EXPECT_EQ(evenTrainingSentences(dataset, 100000).size(), 50U); // all that differ
    EXPECT_EQ(evenTrainingSentences(dataset, 1).size(), 1U);
    EXPECT_TRUE(evenTrainingSentences(Dataset(), 100).empty());
}

} // namespace
} // namespace alignoscope
