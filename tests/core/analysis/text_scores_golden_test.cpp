// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/metrics.h"
#include "analysis/bleu_tokenizer.h"
#include "analysis/score_text.h"
#include "support/shared_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace alignoscope {
namespace {

// tests/golden/text_scores.py: the same definitions read a second time, in Python.
class TextScores : public ::testing::Test {
protected:
    using Lines = std::vector<std::string>;
    nlohmann::json m_golden = nlohmann::json::parse(std::ifstream(testing::testData("golden/text_scores.json")));
};

TEST_F(TextScores, TokensAgreeWithPython)
{
    ASSERT_EQ(m_golden["tokens"].size(), 400U);
    for (const auto& expected : m_golden["tokens"]) {
        const std::string line = expected["line"];
        EXPECT_EQ(analysis::tokenize13a(line), expected["13a"].get<Lines>()) << line;
        EXPECT_EQ(analysis::tokenizeZh(line), expected["zh"].get<Lines>()) << line;
        EXPECT_EQ(analysis::lowercased(line), expected["lower"].get<std::string>()) << line;
    }
}

TEST_F(TextScores, ScoresAgreeWithPython)
{
    ASSERT_EQ(m_golden["scores"].size(), 6U);
    for (const auto& expected : m_golden["scores"]) {
        const Lines hypotheses = expected["hypotheses"], references = expected["references"];
        const bool lowercase = expected["lowercase"];
        EXPECT_NEAR(bleu(hypotheses, references, lowercase).score, expected["13a"].get<double>(), 1e-9);
        EXPECT_NEAR(bleu(hypotheses, references, lowercase, BleuTokenizer::Characters).score,
                    expected["zh"].get<double>(), 1e-9);
        EXPECT_NEAR(chrf(hypotheses, references, lowercase), expected["chrf"].get<double>(), 1e-9);
    }
}

TEST_F(TextScores, SentenceScoresAgreeWithPython)
{
    ASSERT_EQ(m_golden["sentences"].size(), 240U);
    for (const auto& expected : m_golden["sentences"]) {
        const std::string hypothesis = expected["hypothesis"], reference = expected["reference"];
        const bool lowercase = expected["lowercase"];
        EXPECT_NEAR(sentenceBleu(hypothesis, reference, lowercase), expected["13a"].get<double>(), 1e-9) << hypothesis;
        EXPECT_NEAR(sentenceBleu(hypothesis, reference, lowercase, BleuTokenizer::Characters),
                    expected["zh"].get<double>(), 1e-9)
            << hypothesis;
        EXPECT_NEAR(sentenceChrf(hypothesis, reference, lowercase), expected["chrf"].get<double>(), 1e-9) << hypothesis;
    }
}

} // namespace
} // namespace alignoscope
