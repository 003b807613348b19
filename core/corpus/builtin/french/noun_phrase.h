// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/french/lexicon.h"

namespace alignoscope::corpus::french {

/// A phrase that can be subject or object, and what verbs, adjectives and pronouns must agree with.
struct Nominal {
    Phrase phrase;
    Person person = Person::He;
    Gender gender = Gender::Masculine;
    bool plural = false;
    bool pronoun = false;
    unsigned kinds = 0;
};

enum class Articles {
    Any,
    Known,      ///< any but a number, which seldom begins a sentence
    Definite,   ///< the, this, my: something known, which a pronoun or relative clause can point to
    Indefinite, ///< a, some, three: something new
    Negated,    ///< after "not": "not … a car", "pas de voiture"
};

struct NounOptions {
    Articles articles = Articles::Any;
    int adjectives = 30; ///< how often, in a hundred, one comes along
    int extensions = 12; ///< how often "of the king", "in the garden" follows
    int plurals = 35;
};

Nominal pronoun(Draw& draw);
Nominal properName(Draw& draw);
Nominal nounPhrase(Draw& draw, const Noun& noun, const NounOptions& options = {});
/// "some bread", "du pain"; negated "any bread", "de pain"
Nominal massPhrase(Draw& draw, const Noun& noun, Articles articles);

/// "Paul and Marie"
Nominal coupleOfNames(Draw& draw);

/// Somebody or something that does things: pronoun, name or noun phrase.
Nominal subject(Draw& draw);
/// The same for a question, where pronouns are what turns the verb round.
Nominal asked(Draw& draw);
/// Something of one of these kinds, said as an object.
Nominal object(Draw& draw, unsigned kinds, const NounOptions& options = {});
const Noun& nounOf(Draw& draw, unsigned kinds);
/// A noun with an adjective now and then but no article, as after "how many": "big houses".
Nominal bareNoun(Draw& draw, const Noun& noun, bool plural);
/// "in the garden", "at the station"
Phrase placePhrase(Draw& draw);
/// "to the station", "in Paris": where one goes, stays, arrives; `english` is "to", "at" …
Phrase destination(Draw& draw, Word english);

} // namespace alignoscope::corpus::french
