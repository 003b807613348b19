// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/metrics.h"
#include "analysis/bleu_statistics.h"
#include "analysis/bleu_tokenizer.h"
#include "analysis/score_text.h"

#include <gtest/gtest.h>

#include <cmath>

namespace alignoscope {
namespace {

using analysis::BleuStatistics;
using Lines = std::vector<std::string>;

// Published: the example of sacreBLEU's README ("Using SacreBLEU from Python"), which its test/test_bleu.py gives with
// more digits (test_corpus_bleu_cases). Two references a sentence.
const Lines readmeSystem = {"The dog bit the man.", "It wasn't surprising.", "The man had just bitten him."};
const std::array<Lines, 2> readmeReferences = {
    Lines{"The dog bit the man.", "It was not unexpected.", "The man bit him first."},
    Lines{"The dog had bit the man.", "No one was surprised.", "The man had bitten the dog."},
};

template <typename Tokenize>
BleuScore readmeScore(Tokenize tokenize)
{
    BleuStatistics statistics;
    for (std::size_t i = 0; i < readmeSystem.size(); ++i) {
        const std::array references = {tokenize(readmeReferences[0][i]), tokenize(readmeReferences[1][i])};
        statistics.add(tokenize(readmeSystem[i]), references);
    }
    return statistics.score();
}

TEST(Bleu, AgreesWithSacrebleusReadme)
{
    const BleuScore score = readmeScore([](const std::string& text) { return analysis::tokenize13a(text); });
    EXPECT_NEAR(score.score, 48.530827, 1e-6);
    // README: 82.4/50.0/45.5/37.5 (BP = 0.943 ratio = 0.944 hyp_len = 17 ref_len = 18)
    EXPECT_NEAR(score.precisions[0], 82.4, 0.05);
    EXPECT_NEAR(score.precisions[1], 50.0, 0.05);
    EXPECT_NEAR(score.precisions[2], 45.5, 0.05);
    EXPECT_NEAR(score.precisions[3], 37.5, 0.05);
    EXPECT_NEAR(score.brevityPenalty, 0.943, 0.0005);
    EXPECT_EQ(score.hypothesisLength, 17);
    EXPECT_EQ(score.referenceLength, 18);
    EXPECT_NEAR(readmeScore(analysis::splitWords).score, 49.1919566, 1e-6); // 'tokenize': 'none'
}

TEST(Bleu, AgreesWithSacrebleusReadmeOnOneReferenceLess)
{
    BleuStatistics statistics;
    for (std::size_t i = 0; i < readmeSystem.size(); ++i) {
        std::vector<Lines> references;
        if (i > 0)
            references.push_back(analysis::tokenize13a(readmeReferences[0][i]));
        references.push_back(analysis::tokenize13a(readmeReferences[1][i]));
        statistics.add(analysis::tokenize13a(readmeSystem[i]), references);
    }
    // README, "Variable Number of References": 29.44 82.4/42.9/27.3/12.5 (BP = 0.889 hyp_len = 17 ref_len = 19)
    const BleuScore score = statistics.score();
    EXPECT_NEAR(score.score, 29.44, 0.005);
    EXPECT_NEAR(score.precisions[1], 42.9, 0.05);
    EXPECT_NEAR(score.precisions[2], 27.3, 0.05);
    EXPECT_NEAR(score.precisions[3], 12.5, 0.05);
    EXPECT_NEAR(score.brevityPenalty, 0.889, 0.0005);
    EXPECT_EQ(score.referenceLength, 19);
}

// Published: sacreBLEU's test/test_sentence_bleu.py (the Romanian sentences of its issue 98), smoothing exp.
const std::string romanianReference = "producţia de zahăr brut se exprimă în zahăr alb;";
const std::string romanianSystem = "Producția de zahăr primă va fi exprimată în ceea ce privește zahărul alb;";

TEST(Bleu, AgreesWithSacrebleuOnASmoothedSentence)
{
    EXPECT_NEAR(bleu({romanianSystem}, {romanianReference}, false).score, 8.493, 0.001);
}

TEST(Bleu, AgreesWithSacrebleuOnOtherTokenisersAndCase)
{
    const auto characters = [](const std::string& text) {
        Lines result;
        for (const std::string& word : analysis::splitWords(text)) {
            for (const char32_t character : analysis::codePoints(word))
                result.push_back(std::to_string(static_cast<std::uint32_t>(character)));
        }
        return result;
    };
    const auto score = [](auto tokenize, bool lowercase) {
        const auto read = [&](const std::string& text) {
            return tokenize(lowercase ? analysis::lowercased(text) : text);
        };
        const std::vector<std::string> reference = read(romanianReference);
        BleuStatistics statistics;
        statistics.add(read(romanianSystem), {&reference, 1});
        return statistics.score().score;
    };
    EXPECT_NEAR(score(analysis::splitWords, false), 7.347, 0.001);
    EXPECT_NEAR(score(characters, false), 40.8759, 0.001);
    EXPECT_NEAR(score(characters, true), 42.0267, 0.001);
}

TEST(Bleu, AgreesWithSacrebleuOnStatistics)
{
    // Published: test/test_bleu.py, test_case_scoring and test_case_statistics.
    const BleuStatistics given{{9, 7, 5, 3}, {10, 8, 6, 4}, 11, 11};
    EXPECT_NEAR(given.score().score, 83.75922397, 1e-6);
    BleuStatistics counted;
    const Lines reference = analysis::splitWords("I am a symbol string sequence a a");
    counted.add(analysis::splitWords("am I am a character sequence"), {&reference, 1});
    EXPECT_EQ(counted.correct, (std::array<std::int64_t, 4>{4, 2, 1, 0}));
    EXPECT_EQ(counted.total, (std::array<std::int64_t, 4>{6, 5, 4, 3}));
}

TEST(Bleu, IsZeroWithoutASingleHit)
{
    // Published: test/test_sentence_bleu.py (issue 141) and the empty hypotheses of test/test_bleu.py.
    EXPECT_EQ(bleu({"this is a cat"}, {"okay thanks"}, false).score, 0);
    EXPECT_EQ(bleu({"", "", ""}, {"The dog bit the man.", "It was.", "He."}, false).score, 0);
    EXPECT_EQ(bleu({}, {}, false).score, 0);
}

TEST(Bleu, OfTheReferenceIsOneHundred)
{
    EXPECT_NEAR(bleu({"this is a test"}, {"this is a test"}, false).score, 100, 1e-9);
}

TEST(Bleu, SmoothsOrdersWithoutAHit)
{
    // By hand: 3/4 · 2/3 · 1/2 · 1/(2·1) = 1/8; its fourth root.
    EXPECT_NEAR(bleu({"this is a fest"}, {"this is a test"}, false).score, 100 * std::pow(0.125, 0.25), 1e-9);
    // By hand: 2/4 · 1/(2·3) · 1/(4·2) · 1/(8·1) = 1/768.
    EXPECT_NEAR(bleu({"this x a y"}, {"this is a test"}, false).score, 100 * std::pow(1.0 / 768, 0.25), 1e-9);
}

TEST(Bleu, PenalizesBrevityOverTheWholeCorpus)
{
    // By hand: all n-grams right, 4 + 5 words against 5 + 5: BP = exp(1 − 10/9).
    const BleuScore score = bleu({"a b c d", "a b c d e"}, {"a b c d e", "a b c d e"}, false);
    EXPECT_NEAR(score.score, 100 * std::exp(1 - 10.0 / 9), 1e-9);
    EXPECT_NEAR(score.brevityPenalty, std::exp(1 - 10.0 / 9), 1e-12);
}

TEST(Bleu, HasNoScoreForSentencesTooShortForFourWords)
{
    EXPECT_EQ(bleu({"a test"}, {"a test"}, false).score, 0); // eff:no, as the signature says
}

TEST(Bleu, IgnoresCaseOnRequestOnly)
{
    EXPECT_NEAR(bleu({"ÉTÉ à la MER"}, {"été À LA mer"}, true).score, 100, 1e-9);
    EXPECT_EQ(bleu({"ÉTÉ à la MER"}, {"été À LA mer"}, false).score, 0);
}

TEST(Bleu, SignsWhatItDid)
{
    EXPECT_EQ(bleu({"a"}, {"a"}, true).signature,
              "nrefs:1|case:lc|eff:no|tok:13a|smooth:exp|version:alignoscope-0.1.0");
    EXPECT_EQ(bleu({"a"}, {"a"}, false, BleuTokenizer::Characters).signature,
              "nrefs:1|case:mixed|eff:no|tok:zh|smooth:exp|version:alignoscope-0.1.0");
}

TEST(Bleu, ScoresChineseByCharacters)
{
    // By hand: the sixth of nine characters differs, so 8 of 9, 6 of 8 pairs, 4 of 7 triples, 2 of 6 fours are right.
    const BleuScore score = bleu({"我昨天买了三本书。"}, {"我昨天买了两本书。"}, false, BleuTokenizer::Characters);
    EXPECT_NEAR(score.precisions[0], 100.0 * 8 / 9, 1e-9);
    EXPECT_NEAR(score.precisions[1], 100.0 * 6 / 8, 1e-9);
    EXPECT_NEAR(score.precisions[2], 100.0 * 4 / 7, 1e-9);
    EXPECT_NEAR(score.precisions[3], 100.0 * 2 / 6, 1e-9);
}

TEST(Bleu, RefusesUnequalCounts)
{
    try {
        bleu({"a", "b"}, {"a"}, false);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Usage);
        EXPECT_NE(std::string(error.what()).find("expected 1 lines, got 2 lines"), std::string::npos) << error.what();
    }
}

} // namespace
} // namespace alignoscope
