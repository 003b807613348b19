// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/phrase.h"

namespace alignoscope::corpus {

enum class Person { I, We, You, He, They }; ///< He and They: the third persons, whatever they are
enum class Tense { Present, Progressive, Past, Going, Can, Must, Want };
enum class Polarity { Positive, Not, Never };

struct EnglishVerb {
    Word base, third;
    Word past;     ///< empty: a state, only said in the present ("know")
    Word ing;      ///< empty: not used in the progressive
    Word particle; ///< "look at", "wait for"; or empty
};

/// What an English clause is made of besides its objects.
struct EnglishClause {
    const EnglishVerb& verb;
    const Phrase& subject;
    Person person;
    Tense tense = Tense::Present;
    Polarity polarity = Polarity::Positive; ///< Never only with Present and Past
    bool question = false;
    Word adverb; ///< "often", before the main verb; or empty
};

/// Where the words of a clause went; those it does not have are absent.
struct ClauseParts {
    Part subject = absentPart, auxiliary = absentPart, negation = absentPart, adverb = absentPart;
    Part modal = absentPart; ///< "going", "can", "must", "want"
    Part to = absentPart, verb = absentPart, particle = absentPart;
};

/// Says the clause up to its verb and particle: "the cat does not look at", "did you often see".
ClauseParts sayClause(Rule& rule, const EnglishClause& clause);

Word formOfBe(Person person, bool past);

/// "a" becomes "an" where the next word asks for it.
void chooseArticles(std::vector<Word>& english);

} // namespace alignoscope::corpus
