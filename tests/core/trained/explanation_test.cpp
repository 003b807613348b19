// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/explanation.h"
#include "trained_phrases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iostream>

// What a model that has learnt something looks at, against what the grammar of the corpus says.
namespace alignoscope {
namespace {

TEST(TrainedExplanation, CountsTheWordsThatGoldLinks)
{
    const auto& [dataset, translator] = testing::trainedPhrases();
    const RawCorpus& corpus = *dataset->validationCorpus;
    std::vector<std::string> sources, targets;
    std::vector<GoldAlignment> gold;
    for (std::size_t i = 0; i < std::min<std::size_t>(200, dataset->validation.size()); ++i) {
        const std::size_t raw = dataset->validation.rawIndex(i);
        sources.emplace_back(corpus.pairs.source(raw));
        targets.emplace_back(corpus.pairs.target(raw));
        gold.push_back(corpus.gold[raw]);
    }
    const auto started = std::chrono::steady_clock::now();
    const auto explanations = translator->explain(sources, targets, {}, {});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    const ExplanationSummary found = summarize(explanations, &gold);

    ASSERT_TRUE(found.gold.has_value());
    EXPECT_GT(found.gold->words, 500);
    EXPECT_GT(found.gold->leaveOneOut, found.gold->chance + 0.3);
    EXPECT_GT(found.gold->attention, found.gold->chance + 0.3);
    EXPECT_GT(found.gold->gradient, found.gold->chance + 0.15);
    EXPECT_GT(found.uniformLoss, found.loss + 0.5); // this model needs its attention
    EXPECT_GT(found.permutedChange, 0.1);
    std::cout << sources.size() << " sentences, " << found.words.size() << " words explained in " << seconds << " s\n"
              << "agree with gold: attention " << found.gold->attention << ", gradient " << found.gold->gradient
              << ", leave-one-out " << found.gold->leaveOneOut << ", chance " << found.gold->chance << "\n"
              << "tau: attention–gradient " << found.attentionGradient.mean << " ("
              << found.attentionGradient.significant << "), attention–leave-one-out " << found.attentionLeaveOneOut.mean
              << " (" << found.attentionLeaveOneOut.significant << "), gradient–leave-one-out "
              << found.gradientLeaveOneOut.mean << " (" << found.gradientLeaveOneOut.significant << ")\n"
              << "permuted " << found.permutedChange << " of " << found.largestWeight << ", uniform "
              << found.uniformChange << ", loss " << found.loss << " → " << found.uniformLoss << "\n";
}

} // namespace
} // namespace alignoscope
