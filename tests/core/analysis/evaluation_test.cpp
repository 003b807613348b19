// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace alignoscope {
namespace {

/// A translator that has learnt its phrase book by heart, reads white space, and attends to the token opposite.
class PhraseBook final : public Translator {
public:
    using Translator::translate;

    void add(const std::string& source, const std::string& target) { m_phrases.emplace_back(source, target); }
    TextOptions options{TokenizerKind::Whitespace, TokenizerKind::Whitespace, false};
    bool attends = true;
    std::stop_source* stopsItself = nullptr;

    [[nodiscard]] Translation translate(std::string_view source, const TranslationOptions&) const override
    {
        const auto found = std::find_if(m_phrases.begin(), m_phrases.end(),
                                        [&](const auto& phrase) { return phrase.first == source; });
        Translation translation;
        translation.hypotheses.push_back({{}, found == m_phrases.end() ? "" : found->second, 0, 0, {}});
        return translation;
    }

    [[nodiscard]] std::vector<Translation> translate(const std::vector<std::string>& sources,
                                                     const TranslationOptions& wanted,
                                                     const Progress& progress) const override
    {
        EXPECT_FALSE(wanted.attention);
        std::vector<Translation> result;
        for (const std::string& source : sources) {
            result.push_back(translate(source, wanted));
            progress(static_cast<double>(result.size()) / static_cast<double>(sources.size()));
        }
        return result;
    }

    [[nodiscard]] AttentionSnapshot align(std::string_view, std::string_view) const override { return {}; }

    [[nodiscard]] std::vector<ForcedScore> score(const std::vector<std::string>& sources,
                                                 const std::vector<std::string>& targets,
                                                 const Progress& progress) const override
    {
        std::vector<ForcedScore> scores;
        for (std::size_t i = 0; i < sources.size(); ++i)
            scores.push_back(forced(length(sources[i]) + 1, length(targets[i]) + 1));
        progress(1);
        if (stopsItself)
            stopsItself->request_stop();
        return scores;
    }

    [[nodiscard]] std::int64_t step() const override { return 0; }
    [[nodiscard]] std::int64_t parameters() const override { return 0; }
    [[nodiscard]] const TextOptions& text() const override { return options; }
    [[nodiscard]] const Vocabulary& sourceVocabulary() const override { return m_vocabulary; }
    [[nodiscard]] const Vocabulary& targetVocabulary() const override { return m_vocabulary; }

private:
    static int length(const std::string& text)
    {
        return text.empty() ? 0 : static_cast<int>(std::count(text.begin(), text.end(), ' ')) + 1;
    }

    /// A loss of half a nat a token, all but EOS right, each target token looking at the source token of its number.
    [[nodiscard]] ForcedScore forced(int sources, int targets) const
    {
        ForcedScore score;
        score.loss = 0.5 * targets;
        score.targetTokens = targets;
        score.correct = targets - 1;
        score.sources = sources;
        if (attends) {
            score.attention.assign(static_cast<std::size_t>(sources * targets), 0);
            for (int target = 0; target < targets; ++target)
                score.attention[static_cast<std::size_t>(target * sources + std::min(target, sources - 1))] = 1;
        }
        return score;
    }

    std::vector<std::pair<std::string, std::string>> m_phrases;
    Vocabulary m_vocabulary;
};

struct Evaluation : ::testing::Test {
    Evaluation()
    {
        addPair("one two three four", "un deux trois quatre", "un deux trois quatre");
        addPair("a b c d e f g h i j k", "A B C D E F G H I J K", "A B C D E F G H I J X");
        corpus.suggested = {TokenizerKind::Whitespace, TokenizerKind::Whitespace, true};
    }

    void addPair(const std::string& source, const std::string& reference, const std::string& translation)
    {
        corpus.pairs.add(source, reference, static_cast<std::int64_t>(corpus.pairs.size()) + 1);
        book.add(source, translation);
    }

    EvaluationReport report(const std::vector<GoldAlignment>* gold = nullptr)
    {
        return evaluate(book, corpus, gold, {}, {});
    }

    RawCorpus corpus;
    PhraseBook book;
};

TEST_F(Evaluation, SumsForcedDecodingOverTokens)
{
    const EvaluationReport result = report();
    EXPECT_EQ(result.sentences, 2);
    EXPECT_EQ(result.targetTokens, 5 + 12);
    EXPECT_NEAR(result.loss, 0.5, 1e-12);
    EXPECT_NEAR(result.perplexity, std::exp(0.5), 1e-12);
    EXPECT_NEAR(result.tokenAccuracy, 15.0 / 17, 1e-12);
    EXPECT_GE(result.seconds, 0);
    EXPECT_FALSE(result.alignment);
}

TEST_F(Evaluation, ScoresTextAndBucketsItByLength)
{
    const EvaluationReport result = report();
    const std::vector<std::string> references = {"un deux trois quatre", "A B C D E F G H I J K"};
    const std::vector<std::string> hypotheses = {"un deux trois quatre", "A B C D E F G H I J X"};
    EXPECT_NEAR(result.bleu.score, bleu(hypotheses, references, false).score, 1e-12);
    EXPECT_NEAR(result.chrf, chrf(hypotheses, references, false), 1e-12);
    ASSERT_EQ(result.bleuByLength.size(), 2U);
    EXPECT_EQ(result.bleuByLength[0].min, 1);
    EXPECT_EQ(result.bleuByLength[0].max, 10);
    EXPECT_EQ(result.bleuByLength[0].sentences, 1);
    EXPECT_NEAR(result.bleuByLength[0].bleu, 100, 1e-9);
    EXPECT_EQ(result.bleuByLength[1].min, 11);
    EXPECT_EQ(result.bleuByLength[1].max, 20);
    EXPECT_LT(result.bleuByLength[1].bleu, 100);
}

TEST_F(Evaluation, IgnoresCaseForALowercasedModel)
{
    addPair("x y z w", "X Y Z W", "x y z w");
    EXPECT_LT(report().bleuByLength[0].bleu, 100);
    book.options.lowercase = true;
    const EvaluationReport result = report();
    EXPECT_NEAR(result.bleuByLength[0].bleu, 100, 1e-9);
    EXPECT_THAT(result.bleu.signature, ::testing::HasSubstr("case:lc"));
}

TEST_F(Evaluation, CountsCharactersOfChinese)
{
    EXPECT_THAT(report().bleu.signature, ::testing::HasSubstr("tok:13a"));
    corpus.pairs = {};
    addPair("three books", "三本书，OK", "三本书，OK");
    EXPECT_THAT(report().bleu.signature, ::testing::HasSubstr("tok:zh"));
}

TEST_F(Evaluation, ComparesAttentionWithTheCorpusOwnGold)
{
    corpus.gold = {{{{0, 0}, {1, 1}, {2, 2}, {3, 3}}, {}}, {{{0, 0}}, {{1, 1}}}};
    const auto alignment = report().alignment;
    ASSERT_TRUE(alignment);
    // By hand: A has 4 + 11 links; |A∩S| = 5, |A∩P| = 6, |S| = 5.
    EXPECT_EQ(alignment->links, 15);
    EXPECT_NEAR(alignment->aer, 1 - 11.0 / 20, 1e-12);
    EXPECT_NEAR(alignment->recall, 1, 1e-12);
}

TEST_F(Evaluation, LeavesOwnGoldOutWhereItDoesNotFit)
{
    const std::vector<GoldAlignment> fitting = {{{{0, 0}}, {}}, {}};
    corpus.gold = fitting;
    ASSERT_TRUE(report().alignment);
    book.options.targetTokenizer = TokenizerKind::Characters;
    EXPECT_FALSE(report().alignment);
    book.options.targetTokenizer = TokenizerKind::Whitespace;
    corpus.gold = {{{{4, 0}}, {}}, {}};
    EXPECT_FALSE(report().alignment);
    corpus.gold = fitting;
    book.attends = false;
    EXPECT_FALSE(report().alignment);
}

TEST_F(Evaluation, TakesGivenGoldWhateverTheCorpusSays)
{
    book.options.targetTokenizer = TokenizerKind::Words;
    const std::vector<GoldAlignment> gold = {{{{3, 3}}, {}}, {}};
    ASSERT_TRUE(report(&gold).alignment);
    EXPECT_NEAR(report(&gold).alignment->recall, 1, 1e-12);
}

TEST_F(Evaluation, SaysWhereGivenGoldDoesNotFit)
{
    const std::vector<GoldAlignment> tooLong = {{}, {{}, {{0, 11}}}};
    try {
        report(&tooLong);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Input);
        EXPECT_THAT(error.what(), ::testing::HasSubstr("line 2"));
        EXPECT_THAT(error.what(), ::testing::HasSubstr("0-11"));
        EXPECT_THAT(error.what(), ::testing::HasSubstr("11 source and 11 target tokens"));
    }
    const std::vector<GoldAlignment> tooFew(1);
    EXPECT_THROW(report(&tooFew), Error);
    const std::vector<GoldAlignment> empty(2);
    book.attends = false;
    EXPECT_THROW(report(&empty), Error);
}

TEST_F(Evaluation, ReportsProgressThatNeverGoesBack)
{
    std::vector<double> fractions;
    Progress progress;
    progress.report = [&](double fraction) { fractions.push_back(fraction); };
    evaluate(book, corpus, nullptr, {}, progress);
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
    EXPECT_EQ(fractions.back(), 1);
    EXPECT_GE(fractions.front(), 0);
}

TEST_F(Evaluation, StopsBetweenItsHalves)
{
    std::stop_source stop;
    book.stopsItself = &stop;
    Progress progress;
    progress.stop = stop.get_token();
    try {
        evaluate(book, corpus, nullptr, {}, progress);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Cancelled);
    }
}

TEST_F(Evaluation, OfAnEmptyCorpusIsEmpty)
{
    corpus.pairs = {};
    const EvaluationReport result = report();
    EXPECT_EQ(result.sentences, 0);
    EXPECT_EQ(result.bleu.score, 0);
    EXPECT_TRUE(result.bleuByLength.empty());
}

} // namespace
} // namespace alignoscope
