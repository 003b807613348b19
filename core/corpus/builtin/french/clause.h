// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/french/noun_phrase.h"

#include <optional>

namespace alignoscope::corpus::french {

/// An object pronoun, which French puts before the verb: "sees him", "le voit".
struct Clitic {
    Word english, french;
    Person person = Person::He;
    Gender gender = Gender::Masculine;
    bool plural = false;
    Word englishPreposition = {}; ///< "talk to him", "lui parler"; or empty
};
Clitic directClitic(Draw& draw, const Nominal& subject); ///< him, le; never the subject itself
/// (to) him, lui
Clitic indirectClitic(Draw& draw, const Nominal& subject, Word preposition = {});
Clitic pronounFor(const Nominal& antecedent); ///< it, la; them, les

struct Agreement {
    Gender gender = Gender::Masculine;
    bool plural = false;
};

/// A clause before it is said.
struct Clause {
    Nominal subject;
    const Verb* verb = nullptr;
    Tense tense = Tense::Present;
    Polarity polarity = Polarity::Positive;
    std::optional<Expression> adverb = {}; ///< "often": before the English verb, after the finite French one
    std::optional<Clitic> clitic = {};
    std::vector<Phrase> rest = {};           ///< objects and adverbials, in the same order in both languages
    std::optional<Agreement> agreement = {}; ///< of a direct object that comes before the participle
    bool question = false;
    std::optional<Phrase> asked = {}; ///< "where", "which book": begins a question
};
Phrase say(const Clause& clause);

/// Being something or somewhere: "the house is not big", "were you at the station".
struct BeingClause {
    Nominal subject;
    bool past = false;
    bool negated = false;
    Phrase predicate;
    bool question = false;
    std::optional<Phrase> asked = {};
};
Phrase say(const BeingClause& clause);

/// "that he is sleeping", "qu'il dort"; "because …", "parce que …"
Phrase subordinate(const Expression& conjunction, const Phrase& clause);
/// Two phrases one after the other in both languages.
Phrase together(const Phrase& first, const Phrase& second);
/// The clause with its full stop or question mark.
Phrase sentence(const Phrase& clause, Word mark);

} // namespace alignoscope::corpus::french
