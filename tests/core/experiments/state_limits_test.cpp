// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/state_curves.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace alignoscope::testing {
namespace {

/// Two words to two words. Limited to one state it says the second word wrong and looks at the first source word only.
class TwoWords final : public Translator {
public:
    using Translator::translate;

    explicit TwoWords(StateLimitOptions limit = {}) : m_limit(limit) { }

    [[nodiscard]] Translation translate(std::string_view, const TranslationOptions&) const override
    {
        Translation translation;
        translation.hypotheses.push_back({{}, narrow() ? "un deux trois X" : "un deux trois quatre", 0, 0, {}});
        return translation;
    }
    [[nodiscard]] std::vector<Translation> translate(const std::vector<std::string>& texts,
                                                     const TranslationOptions& options,
                                                     const Progress& progress) const override
    {
        progress(1);
        return std::vector<Translation>(texts.size(), translate(texts.front(), options));
    }
    [[nodiscard]] AttentionSnapshot align(std::string_view, std::string_view) const override { return {}; }
    [[nodiscard]] std::vector<ForcedScore> score(const std::vector<std::string>& sources,
                                                 const std::vector<std::string>&, const Progress&) const override
    {
        ForcedScore score;
        score.loss = narrow() ? 10.0 : 5.0;
        score.targetTokens = score.sources = 5;
        score.correct = 4;
        score.attention.assign(25, 0);
        for (std::size_t i = 0; i < 5; ++i)
            score.attention[i * 5 + (narrow() ? 0 : i)] = 1;
        return std::vector<ForcedScore>(sources.size(), score);
    }
    [[nodiscard]] std::shared_ptr<const Translator> limited(const StateLimitOptions& limit) const override
    {
        return std::make_shared<TwoWords>(limit);
    }
    [[nodiscard]] std::int64_t step() const override { return 0; }
    [[nodiscard]] std::int64_t parameters() const override { return 0; }
    [[nodiscard]] const TextOptions& text() const override { return m_text; }
    [[nodiscard]] const Vocabulary& sourceVocabulary() const override { return m_vocabulary; }
    [[nodiscard]] const Vocabulary& targetVocabulary() const override { return m_vocabulary; }

private:
    [[nodiscard]] bool narrow() const { return m_limit.limit != StateLimit::All && m_limit.states == 1; }

    StateLimitOptions m_limit;
    TextOptions m_text{TokenizerKind::Whitespace, TokenizerKind::Whitespace, false};
    Vocabulary m_vocabulary;
};

RawCorpus corpus()
{
    RawCorpus corpus;
    corpus.pairs.add("one two three four", "un deux trois quatre", 1);
    corpus.gold = {{{{0, 0}, {1, 1}, {2, 2}, {3, 3}}, {}}};
    corpus.suggested = {TokenizerKind::Whitespace, TokenizerKind::Whitespace, false};
    return corpus;
}

TEST(StateCurves, MeasureEveryLimit)
{
    std::vector<double> fractions;
    const StateCurve curve =
        measureStateLimits(TwoWords(), corpus(), {stateLimit("best:1"), stateLimit("window:2"), stateLimit("all")}, {},
                           {[&](double fraction) { fractions.push_back(fraction); }, {}});
    EXPECT_EQ(curve.sentences, 1);
    ASSERT_EQ(curve.points.size(), 3u);
    EXPECT_LT(curve.points[0].bleu, 80);
    EXPECT_NEAR(curve.points[0].loss, 2, 1e-12); // 10 nats, 5 tokens
    // By hand: A = {0-0, 0-1, 0-2, 0-3}, one of them sure: 1 − (1 + 1) / (4 + 4).
    EXPECT_NEAR(curve.points[0].aer.value(), 0.75, 1e-12);
    for (const std::size_t i : {1u, 2u}) {
        EXPECT_NEAR(curve.points[i].bleu, 100, 1e-9);
        EXPECT_NEAR(curve.points[i].loss, 1, 1e-12);
        EXPECT_NEAR(curve.points[i].aer.value(), 0, 1e-12);
    }
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
    EXPECT_DOUBLE_EQ(fractions.back(), 1);
}

TEST(StateCurves, KnowTheUsualLimits)
{
    std::vector<std::string> names;
    for (const StateLimitOptions& limit : usualStateLimits())
        names.push_back(name(limit));
    EXPECT_THAT(names,
                ::testing::ElementsAre("best:1", "best:2", "best:3", "best:4", "best:6", "best:8", "window:1",
                                       "window:2", "window:3", "window:4", "window:6", "window:8", "all"));
}

TEST(StateCurves, CanBeStopped)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(measureStateLimits(TwoWords(), corpus(), usualStateLimits(), {}, {{}, stop.get_token()}), Error);
}

} // namespace
} // namespace alignoscope::testing
