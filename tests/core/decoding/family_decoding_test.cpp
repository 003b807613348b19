// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "decoding/encoded_text.h"
#include "decoding/model_translator.h"
#include "decoding_support.h"

#include <gtest/gtest.h>

#include <algorithm>

// Word by word and all at once must be the same, for every kind: what a step carries on is the state, what is fed back
// and what was covered.
namespace alignoscope::decoding {
namespace {

using testing::opinionatedModel;

models::Sizes small()
{
    return {0, 0, 4, 6, 4, 4};
}

void expectSameWordByWord(const models::Sizes& sizes, const std::string& what)
{
    SCOPED_TRACE(what);
    const auto model = opinionatedModel(3, sizes);
    const ModelTranslator translator(model, false);
    for (const int beam : {1, 4}) {
        TranslationOptions options;
        options.beam = options.best = beam;
        const std::vector<Translation> translations =
            translator.translate(std::vector<std::string>{"a b c d", "f", "e e a b c d f"}, options, {});
        for (const Translation& translation : translations)
            for (const Hypothesis& hypothesis : translation.hypotheses) {
                if (hypothesis.tokens.back() != endOfSentence) // cut: teacher forcing would add the end
                    continue;
                std::string source, target;
                for (std::size_t i = 0; i + 1 < translation.source.size(); ++i)
                    source += translation.source[i] + " ";
                for (std::size_t i = 0; i + 1 < hypothesis.tokens.size(); ++i)
                    target += hypothesis.tokens[i] + " ";
                const AttentionSnapshot forced = translator.align(source, target);
                EXPECT_NEAR(-forced.loss * static_cast<double>(hypothesis.tokens.size()), hypothesis.logProbability,
                            1e-4);
                ASSERT_EQ(forced.weights.size(), hypothesis.attention.size());
                for (std::size_t i = 0; i < forced.weights.size(); ++i)
                    EXPECT_NEAR(forced.weights[i], hypothesis.attention[i], 1e-5);
                const bool local = attentionKind(sizes.attention.kind).reads(AttentionOption::Window);
                ASSERT_EQ(hypothesis.centres.size(), local ? hypothesis.tokens.size() : 0);
                ASSERT_EQ(forced.centres.size(), hypothesis.centres.size());
                for (std::size_t t = 0; t < forced.centres.size(); ++t)
                    EXPECT_NEAR(forced.centres[t], hypothesis.centres[t], 1e-4);
                EXPECT_EQ(forced.window, local ? static_cast<float>(sizes.attention.window) : 0);
                EXPECT_EQ(hypothesis.window, forced.window);
            }
    }
}

TEST(FamilyDecoding, EveryKindIsTheSameWordByWord)
{
    for (const AttentionKind& kind : attentionKinds())
        for (const DecoderKind decoder : {DecoderKind::Bahdanau, DecoderKind::Luong}) {
            models::Sizes sizes = small();
            sizes.attention = kind.defaults;
            sizes.decoder = decoder;
            expectSameWordByWord(sizes, kind.name);
        }
}

TEST(FamilyDecoding, InputFeedingLayersCellsAndCoverageAreCarriedOn)
{
    models::Sizes sizes = small();
    sizes.decoder = DecoderKind::Luong;
    sizes.inputFeeding = true;
    expectSameWordByWord(sizes, "input feeding");
    sizes.decoderCell = RecurrentCell::Lstm;
    sizes.encoderCell = RecurrentCell::Lstm;
    sizes.layers = 2;
    expectSameWordByWord(sizes, "two layers of LSTM");
    sizes = small();
    sizes.layers = 3;
    sizes.bidirectional = false;
    expectSameWordByWord(sizes, "three layers, from the left alone");
    sizes.attention.coverage = true;
    expectSameWordByWord(sizes, "coverage");
    sizes.tieEmbeddings = true;
    expectSameWordByWord(sizes, "tied embeddings");
}

/// local-m: target word t looks around source word t; of "a b c" and the end the last is 3.
TEST(FamilyDecoding, PicturesSayWhereALocalKindLooked)
{
    models::Sizes sizes = small();
    sizes.attention.kind = "local-m";
    sizes.attention.window = 1;
    const ModelTranslator translator(opinionatedModel(3, sizes), false);
    const AttentionSnapshot picture = translator.align("a b c", "w x y z w");
    EXPECT_EQ(picture.centres, (std::vector<float>{0, 1, 2, 3, 3, 3}));
    EXPECT_EQ(picture.window, 1);
    EXPECT_EQ(picture.weight(0, 2), 0);
    EXPECT_GT(picture.weight(0, 1), 0);
    const Translation translation = translator.translate("a b c", {});
    EXPECT_EQ(attentionOf(translation, 0).centres, translation.hypotheses[0].centres);
    EXPECT_EQ(attentionOf(translation, 0).centres.at(0), 0);
}

TEST(FamilyDecoding, ALimitShowsNoMoreThanSoManyStates)
{
    const ModelTranslator translator(opinionatedModel(3, small()), false);
    const auto rows = [](const Translator& of, auto&& expect) {
        const AttentionSnapshot picture = of.align("a b c d e f", "w x y z");
        for (std::int32_t t = 0; t < picture.targets(); ++t) {
            const std::span<const float> row = picture.row(t);
            expect(row);
        }
    };
    const auto best = translator.limited({StateLimit::Best, 2});
    rows(*best, [](std::span<const float> row) {
        EXPECT_EQ(std::count_if(row.begin(), row.end(), [](float w) { return w > 0; }), 2);
    });
    const auto window = translator.limited({StateLimit::Window, 3});
    rows(*window, [](std::span<const float> row) {
        const auto seen = [](float w) { return w > 0; };
        const auto first = std::find_if(row.begin(), row.end(), seen);
        EXPECT_EQ(std::count_if(row.begin(), row.end(), seen), 3);
        EXPECT_EQ(std::count_if(first, std::min(first + 3, row.end()), seen), 3) << "neighbours";
    });
    const auto all = best->limited({StateLimit::All, 1});
    EXPECT_EQ(all->align("a b c", "w x").weights, translator.align("a b c", "w x").weights);
    EXPECT_EQ(all->translate("a b c", {}).hypotheses[0].text, translator.translate("a b c", {}).hypotheses[0].text);
}

TEST(FamilyDecoding, WithoutAttentionThereIsNothingToLimit)
{
    models::Sizes sizes = small();
    sizes.attention.kind = "none";
    const ModelTranslator translator(opinionatedModel(3, sizes), false);
    EXPECT_THROW(static_cast<void>(translator.limited({StateLimit::Best, 2})), Error);
    const AttentionSnapshot picture = translator.align("a b c", "w x");
    EXPECT_TRUE(std::all_of(picture.weights.begin(), picture.weights.end(), [](float w) { return w == 0; }));
}

} // namespace
} // namespace alignoscope::decoding
