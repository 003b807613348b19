// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/classifier_evaluation.h"
#include "alignoscope/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace alignoscope {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Believes what the text says: "a 0.9" is label a with that probability.
class Believer final : public Classifier {
public:
    [[nodiscard]] std::vector<Classification> classify(const std::vector<std::string>& texts,
                                                       const Progress&) const override
    {
        std::vector<Classification> all;
        for (const std::string& text : texts) {
            Classification one;
            one.label = text[0] == 'a' ? 0 : 1;
            const double p = std::stod(text.substr(2));
            one.probabilities = {one.label == 0 ? p : 1 - p, one.label == 0 ? 1 - p : p};
            all.push_back(one);
        }
        return all;
    }
    [[nodiscard]] const std::vector<std::string>& labels() const override { return m_labels; }
    [[nodiscard]] std::int64_t step() const override { return 0; }
    [[nodiscard]] std::int64_t parameters() const override { return 0; }

private:
    std::vector<std::string> m_labels{"a", "b"};
};

RawCorpus corpusOf(const std::vector<std::pair<std::string, std::string>>& texts)
{
    RawCorpus corpus;
    corpus.task = Task::Classification;
    for (const auto& [text, label] : texts)
        corpus.pairs.add(text, label, 1);
    return corpus;
}

TEST(ClassifierEvaluation, CountsByHand)
{
    // has a: given a, a, b; has b: given b; one of an unknown label
    const auto report = evaluate(
        Believer(), corpusOf({{"a 0.9", "a"}, {"a 0.8", "a"}, {"b 0.6", "a"}, {"b 0.7", "b"}, {"b 0.7", "c"}}));
    EXPECT_EQ(report.sentences, 4);
    EXPECT_EQ(report.unknownLabels, 1);
    EXPECT_DOUBLE_EQ(report.accuracy, 0.75);
    EXPECT_NEAR(report.loss, -(std::log(0.9) + std::log(0.8) + std::log(0.4) + std::log(0.7)) / 4, 1e-12);
    EXPECT_THAT(report.confusion, ElementsAre(ElementsAre(2, 1), ElementsAre(0, 1)));
    ASSERT_EQ(report.labels.size(), 2U);
    EXPECT_EQ(report.labels[0].texts, 3);
    EXPECT_DOUBLE_EQ(report.labels[0].precision, 1);
    EXPECT_DOUBLE_EQ(report.labels[0].recall, 2.0 / 3);
    EXPECT_DOUBLE_EQ(report.labels[0].f1, 0.8); // 2 · 1 · ⅔ / (1 + ⅔)
    EXPECT_DOUBLE_EQ(report.labels[1].precision, 0.5);
    EXPECT_DOUBLE_EQ(report.labels[1].recall, 1);
}

TEST(ClassifierEvaluation, ALabelNobodyIsGivenHasNoPrecision)
{
    const auto report = evaluate(Believer(), corpusOf({{"a 0.9", "b"}}));
    EXPECT_EQ(report.labels[1].precision, 0);
    EXPECT_EQ(report.labels[1].f1, 0);
}

TEST(ClassifierEvaluation, RefusesOtherCorpora)
{
    RawCorpus translations = corpusOf({{"a 0.9", "a"}});
    translations.task = Task::Translation;
    EXPECT_THAT([&] { evaluate(Believer(), translations); },
                ::testing::ThrowsMessage<Error>(HasSubstr("the run labels texts")));
    EXPECT_THAT(
        [] {
            evaluate(Believer(), corpusOf({{"a 0.9", "x"}}));
        },
        ::testing::ThrowsMessage<Error>(HasSubstr("no text has a label that the classifier knows")));
}

} // namespace
} // namespace alignoscope
