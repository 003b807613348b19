// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// phrases-en-fr as a French teacher reads it.
#include "builtin_support.h"

#include "corpus/builtin/french/clause.h"
#include "corpus/builtin/french/orthography.h"

#include <set>

namespace alignoscope::testing {
namespace {

using namespace corpus;

constexpr std::string_view name = "phrases-en-fr";

TEST(BuiltinFrench, AlignsAsACarefulAnnotatorWould)
{
    for (const ExpectedPair& expected : std::initializer_list<ExpectedPair>{
             {"Which boats can we find on Friday?", "Quels bateaux est-ce que nous pouvons trouver vendredi?",
              "0-0 1-1 1?2 2?2 1?3 2?3 3-4 2-5 4-6 6-7 5?7 7-8"},
             {"We never close this black box.", "Nous ne fermons jamais cette boîte noire.",
              "0-0 1?1 2-2 1-3 3-4 5-5 4-6 6-7"},
             {"What did he sell?", "Qu'est-ce qu'il a vendu?", "0-0 0?1 1?1 0?2 1?2 2-3 1?4 3?4 3-5 4-6"},
             {"Norway is a member of the International Economic Market.",
              "La Norvège est membre du marché économique international.", "0?0 0-1 1-2 3-3 4-4 5?4 8-5 7-6 6-7 9-8"},
             {"You never have a beautiful dress.", "Vous n'avez jamais de belle robe.",
              "0-0 1?1 2-2 1-3 3-4 4-5 5-6 6-7"},
             {"I looked at the blue bag and I can find it.", "J'ai regardé le sac bleu et je peux le trouver.",
              "0-0 1?1 1-2 2?2 3-3 5-4 4-5 6-6 7-7 8-8 10-9 9-10 11-11"},
             {"His aunt is not taller than Sophie.", "Sa tante n'est pas plus grande que Sophie.",
              "0-0 1-1 2?2 3?2 2-3 3-4 4?5 4-6 5-7 6-8 7-9"},
             {"You ate my good apple, but you bought it.", "Vous avez mangé ma bonne pomme, mais vous l'avez achetée.",
              "0-0 1?1 1-2 2-3 3-4 4-5 5-6 6-7 7-8 9-9 8?10 8-11 10-12"},
             {"This shirt near the tree was white.", "Cette chemise près de l'arbre était blanche.",
              "0-0 1-1 2-2 2?3 3-4 4-5 5-6 6-7 7-8"},
             {"There are no apples in the quiet church.", "Il n'y a pas de pommes dans l'église calme.",
              "0?0 1?1 2?1 0?2 1-3 2-4 2?5 3-6 4-7 5-8 7-9 6-10 8-11"},
             {"You gave the orange to the kings in 2019.", "Vous avez donné l'orange aux rois en 2019.",
              "0-0 1?1 1-2 2-3 3-4 4-5 5?5 6-6 7-7 8-8 9-9"},
             {"In winter, they do not stay at the hotel.", "En hiver, ils ne restent pas à l'hôtel.",
              "0-0 1-1 2-2 3-3 4?4 5?4 6-5 4?5 5-6 7-7 8-8 9-9 10-10"},
             {"The European Commercial Area was created in October 1989.",
              "La zone commerciale européenne a été créée en octobre 1989.",
              "0-0 3-1 2-2 1-3 4?4 5?4 4-5 5-6 6-7 7-8 8-9 9-10"},
             {"You never sang because she was strong.", "Vous n'avez jamais chanté parce qu'elle était forte.",
              "0-0 1?1 2?2 1-3 2-4 3-5 3-6 4-7 5-8 6-9 7-10"},
             {"The doctor drank some water.", "Le médecin a bu de l'eau.", "0-0 1-1 2?2 2-3 3-4 3-5 4-6 5-7"}})
        expectPair(name, expected);
}

bool startsWithVowelOrMuteH(std::string_view word)
{
    if (word == "huit" || word == "onze")
        return false;
    for (const std::string_view start :
         {"a", "e", "i", "o", "u", "h", "A", "E", "I", "à", "é", "è", "ê", "î", "ô", "œ"})
        if (word.starts_with(start))
            return true;
    return word == "y";
}

class Elision : public ::testing::TestWithParam<std::string_view> { };

TEST_P(Elision, IsNeverMissedNorAContraction)
{
    using Words = std::set<std::string, std::less<>>;
    const Words elided{"le",  "la", "je", "me", "te", "se", "de",  "ne",
                       "que", "ce", "Le", "La", "Je", "De", "Que", "Ce"};
    const RawCorpus& corpus = builtin(GetParam());
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        const std::string_view target = corpus.pairs.target(i);
        const auto tokens = tokenize(target, TokenizerKind::Words, false);
        for (std::size_t t = 0; t + 1 < tokens.size(); ++t) {
            const std::string &word = tokens[t], &next = tokens[t + 1];
            EXPECT_FALSE(elided.contains(word) && startsWithVowelOrMuteH(next)) << target;
            EXPECT_FALSE(word == "de" && (next == "le" || next == "les")) << target;
            EXPECT_FALSE((word == "si" || word == "Si") && (next == "il" || next == "ils")) << target;
            EXPECT_FALSE(word == "à" && (next == "le" || next == "les")) << target;
        }
        for (const std::string_view wrong : {"' ", " .", " ,", " ?", " !", "  "})
            EXPECT_EQ(target.find(wrong), std::string_view::npos) << target;
    }
}

INSTANTIATE_TEST_SUITE_P(BuiltinFrench, Elision, ::testing::Values(name, "long-phrases-en-fr-test"),
                         [](const auto& one) { return one.index == 0 ? "phrases" : "longPhrases"; });

TEST(BuiltinFrench, HoldsSentencesOfThreeToTwentyFiveWords)
{
    const RawCorpus& corpus = builtin(name);
    std::size_t words = 0;
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        const std::size_t length = tokenize(corpus.pairs.source(i), TokenizerKind::Words, false).size();
        EXPECT_GE(length, 3u) << corpus.pairs.source(i);
        EXPECT_LE(length, 25u) << corpus.pairs.source(i);
        words += length;
    }
    EXPECT_NEAR(static_cast<double>(words) / static_cast<double>(corpus.pairs.size()), 9.5, 1.0);
}

TEST(BuiltinLongFrench, HoldsAsManySentencesOfEveryLength)
{
    for (const auto& [corpusName, least] :
         {std::pair("long-phrases-en-fr", 4000), std::pair("long-phrases-en-fr-test", 150)}) {
        const RawCorpus& corpus = builtin(corpusName);
        std::vector<int> ofTen(8);
        for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
            const std::size_t length = tokenize(corpus.pairs.source(i), TokenizerKind::Words, false).size();
            ASSERT_GE(length, 3u);
            ASSERT_LE(length, 75u); // an "o'clock" may be more tokens than a word
            ++ofTen[(length - 1) / 10];
        }
        for (std::size_t ten = 0; ten < 7; ++ten)
            EXPECT_GE(ofTen[ten], least) << corpusName << ", " << ten;
    }
}

TEST(BuiltinLongFrench, TestsOnSentencesThatAreNotTrainedOn)
{
    const RawCorpus &training = builtin("long-phrases-en-fr"), &test = builtin("long-phrases-en-fr-test");
    std::set<std::string_view> trained;
    for (std::size_t i = 0; i < training.pairs.size(); ++i)
        trained.insert(training.pairs.source(i));
    for (std::size_t i = 0; i < test.pairs.size(); ++i)
        EXPECT_FALSE(trained.contains(test.pairs.source(i))) << test.pairs.source(i);
}

TEST(BuiltinFrench, ReordersTheEuropeanEconomicArea)
{
    const RawCorpus& corpus = builtin(name);
    int found = 0;
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        if (corpus.pairs.source(i).find("the European Economic Area") == std::string_view::npos)
            continue;
        ++found;
        EXPECT_NE(corpus.pairs.target(i).find("zone économique européenne"), std::string_view::npos);
    }
    EXPECT_GE(found, 10);
}

TEST(BuiltinFrench, WritesSentencesThatComeBackFromTheirTokens)
{
    const RawCorpus& corpus = builtin(name);
    for (std::size_t i = 0; i < corpus.pairs.size(); i += 7) {
        const auto tokens = tokenize(corpus.pairs.target(i), TokenizerKind::Words, false);
        EXPECT_EQ(detokenize(tokens, TokenizerKind::Words), corpus.pairs.target(i));
    }
}

TEST(FrenchOrthography, ElidesBeforeVowelsAndMuteH)
{
    const auto elided = [](std::vector<Word> words) {
        french::elide(words);
        return words;
    };
    using Words = std::vector<Word>;
    EXPECT_EQ(elided({"le", "homme"}), (Words{"l'", "homme"}));
    EXPECT_EQ(elided({"parce", "que", "elle"}), (Words{"parce", "qu'", "elle"}));
    EXPECT_EQ(elided({"il", "ne", "y", "a"}), (Words{"il", "n'", "y", "a"}));
    EXPECT_EQ(elided({"si", "il", "pleut"}), (Words{"s'", "il", "pleut"}));
    EXPECT_EQ(elided({"si", "elle", "dort"}), (Words{"si", "elle", "dort"}));
    EXPECT_EQ(elided({"de", "huit", "jours"}), (Words{"de", "huit", "jours"}));
    EXPECT_EQ(elided({"la", "été"}), (Words{"l'", "été"}));
}

TEST(FrenchOrthography, ContractsAPrepositionWithItsArticle)
{
    const auto after = [](Word preposition, std::vector<Word> noun) {
        const Phrase phrase{{"x"}, std::move(noun), {{0, 0}, {0, 1}}, {}, 0};
        return french::prepositional(word("of", preposition), phrase);
    };
    using Words = std::vector<Word>;
    EXPECT_EQ(after("de", {"le", "roi"}).target, (Words{"du", "roi"}));
    EXPECT_EQ(after("à", {"les", "amis"}).target, (Words{"aux", "amis"}));
    EXPECT_EQ(after("de", {"le", "ami"}).target, (Words{"de", "le", "ami"})); // later elided
    EXPECT_EQ(after("à", {"la", "gare"}).target, (Words{"à", "la", "gare"}));
    const Phrase contracted = after("de", {"le", "roi"});
    EXPECT_EQ(contracted.sure, (std::vector<Link>{{0, 0}, {1, 1}}));
    EXPECT_EQ(contracted.possible, (std::vector<Link>{{1, 0}}));
}

/// What the clause says in French, for a subject and a verb of the lexicon.
std::string said(french::Clause clause)
{
    Phrase phrase = french::say(clause);
    french::elide(phrase.target);
    return writeWestern(phrase.target);
}

french::Nominal nominal(Word french_, Person person, french::Gender gender, bool plural, bool pronoun = false)
{
    return {word("x", french_), person, gender, plural, pronoun, french::person};
}

TEST(FrenchClause, AgreesInPersonGenderAndNumber)
{
    using enum french::Gender;
    const french::Nominal she = nominal("elle", Person::He, Feminine, false, true);
    const french::Nominal girls = nominal("filles", Person::They, Feminine, true);
    const french::Verb& go = french::motionVerbs().front();
    const french::Verb& see = french::transitiveVerbs()[1];
    ASSERT_EQ(go.infinitive, "aller");
    ASSERT_EQ(see.infinitive, "voir");
    EXPECT_EQ(said({girls, &go, Tense::Past}), "Filles sont allées");
    EXPECT_EQ(said({she, &go, Tense::Past, Polarity::Not}), "Elle n'est pas allée");
    EXPECT_EQ(said({girls, &see, Tense::Going}), "Filles vont voir");

    french::Clause clause{she, &see, Tense::Past, Polarity::Never};
    clause.clitic = french::pronounFor(girls);
    clause.agreement = french::Agreement{Feminine, true};
    EXPECT_EQ(said(clause), "Elle ne les a jamais vues");
    clause.tense = Tense::Can;
    clause.polarity = Polarity::Not;
    EXPECT_EQ(said(clause), "Elle ne peut pas les voir");
    EXPECT_EQ(said({she, &see, Tense::Past, Polarity::Positive, {}, {}, {}, {}, true}), "A-t-elle vu");
    EXPECT_EQ(said({girls, &see, Tense::Past, Polarity::Positive, {}, {}, {}, {}, true}), "Est-ce que filles ont vu");
}

TEST(BuiltinFrench, ChoosesTheFormsThatStandBeforeVowels)
{
    const std::set<std::string, std::less<>> wrong{"ce", "beau", "vieux", "nouveau", "ma",   "sa",
                                                   "Ce", "Ma",   "Sa",    "cette",   "belle"};
    const std::set<std::string, std::less<>> masculine{
        "ami", "homme", "arbre", "ordinateur", "oiseau", "enfant", "artiste", "étudiant", "avocat", "oncle", "œuf"};
    const RawCorpus& corpus = builtin(name);
    for (std::size_t i = 0; i < corpus.pairs.size(); ++i) {
        const auto tokens = tokenize(corpus.pairs.target(i), TokenizerKind::Words, false);
        for (std::size_t t = 0; t + 1 < tokens.size(); ++t)
            EXPECT_FALSE(wrong.contains(tokens[t]) && masculine.contains(tokens[t + 1])) << corpus.pairs.target(i);
    }
}

} // namespace
} // namespace alignoscope::testing
