// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/intervention.h"
#include "trained_phrases.h"

#include <gtest/gtest.h>

namespace alignoscope::testing {
namespace {

/// A sentence, a noun of its translation, and the other noun of the sentence that the model is made to look at there.
struct NounCase {
    const char* source;
    const char* translation;
    std::size_t target; ///< position of the noun
    std::size_t other;  ///< position of the other noun in the source
    const char* expected;
};

// Chosen by rule, before any of them was tried: the first ten of the validation pairs (in their order; none of them was
// trained on) with exactly two nouns, both in the singular, of one gender and beginning with a consonant, so that
// either fits the article that is said already; of the two the one that comes first in French is turned into the other.
// Left out were only sentences that the model does not translate as the corpus does.
constexpr NounCase cases[] = {
    {"The queen buys their key.", "La reine achète leur clé.", 1, 4, "clé"},
    {"This morning, my rich sister sent them the black key.", "Ce matin, ma sœur riche leur a envoyé la clé noire.", 4,
     10, "clé"},
    {"This king must go to the restaurant.", "Ce roi doit aller au restaurant.", 1, 6, "restaurant"},
    {"If it is snowing, this queen is going to eat the apple.", "S'il neige, cette reine va manger la pomme.", 5, 12,
     "pomme"},
    {"This doctor that you know is at the restaurant.", "Ce médecin que vous connaissez est au restaurant.", 1, 8,
     "restaurant"},
    {"My sister reads my letter.", "Ma sœur lit ma lettre.", 1, 4, "lettre"},
    {"They are going to write a poem, but Marie is going to work in the garden.",
     "Ils vont écrire un poème, mais Marie va travailler dans le jardin.", 4, 16, "jardin"},
    {"If it is late, a queen is not going to write a sad letter.",
     "S'il est tard, une reine ne va pas écrire de lettre triste.", 6, 14, "lettre"},
    {"The teacher who opens this bag was quiet.", "Le professeur qui ouvre ce sac était calme.", 1, 5, "sac"},
    {"The doctor is richer than the boy.", "Le médecin est plus riche que le garçon.", 1, 6, "garçon"},
};

TEST(ForcedAttention, OnAnotherNounChangesTheTranslatedNoun)
{
#ifndef NDEBUG
    GTEST_SKIP() << "training takes too long without optimisation";
#endif
    const Translator& translator = *trainedPhrases().translator;
    int changed = 0;
    std::string told;
    for (const NounCase& one : cases) {
        const InterventionResult plain = translator.intervene(one.source, {});
        Intervention intervention;
        intervention.rows = {{static_cast<int>(one.target), std::vector<float>(plain.source.size(), 0.0F)}};
        intervention.rows[0].weights.at(one.other) = 1;
        const InterventionResult forced = translator.intervene(one.source, intervention);
        const bool right = plain.text == one.translation; // before, and another word than the one expected after
        const bool turned = forced.tokens.size() > one.target && forced.tokens[one.target] == one.expected;
        changed += right && turned && plain.tokens[one.target] != one.expected;
        told += plain.text + " -> " + forced.text + "\n";
    }
    RecordProperty("changed", changed);
    EXPECT_GE(changed, 8) << "of ten:\n" << told;
}

} // namespace
} // namespace alignoscope::testing
