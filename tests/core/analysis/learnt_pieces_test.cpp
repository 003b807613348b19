// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/attention_shape.h"

#include "support/subword_sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

namespace alignoscope::testing {
namespace {

using ::testing::ElementsAre;

// What the window's "join pieces" does with pieces that this program learnt.
TEST(LearntPieces, AreJoinedToWordsInAPicture)
{
    for (const SubwordMethod method : {SubwordMethod::Bpe, SubwordMethod::Unigram}) {
        const SubwordModel model = learnFrom(stemSentences(), {method, 45});
        AttentionSnapshot picture;
        picture.sourceTokens = model.split("the old reader was painting.");
        picture.targetTokens = model.split("a quiet singer");
        for (auto* tokens : {&picture.sourceTokens, &picture.targetTokens})
            tokens->emplace_back("</s>");
        const std::size_t sources = picture.sourceTokens.size();
        ASSERT_GT(sources, 7U);
        picture.weights.assign(sources * picture.targetTokens.size(), 1.0F / static_cast<float>(sources));
        const auto shaped = shapeAttention(std::make_shared<const AttentionSnapshot>(picture), {true});
        EXPECT_THAT(shaped.snapshot->sourceTokens, ElementsAre("the", "old", "reader", "was", "painting", ".", "</s>"));
        EXPECT_THAT(shaped.snapshot->targetTokens, ElementsAre("a", "quiet", "singer", "</s>"));
        float sum = 0;
        for (std::size_t s = 0; s < shaped.snapshot->sourceTokens.size(); ++s)
            sum += shaped.snapshot->weights[s];
        EXPECT_NEAR(sum, 1, 1e-5);
    }
}

} // namespace
} // namespace alignoscope::testing
