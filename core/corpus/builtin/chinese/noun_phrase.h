// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/chinese/lexicon.h"

namespace alignoscope::corpus::chinese {

struct Nominal {
    Phrase phrase;
    Person person = Person::He;
    unsigned kinds = 0;
};

enum class Articles {
    Any,
    Definite,   ///< the, this, my
    Indefinite, ///< a, three, many
    Negated,    ///< after "not": "any books", 书
};

Nominal pronoun(Draw& draw);
Nominal properName(Draw& draw);
Nominal nounPhrase(Draw& draw, const Noun& noun, Articles articles, int adjectives = 30);
Nominal subject(Draw& draw);
Nominal asked(Draw& draw); ///< a subject for a question: never oneself
Nominal object(Draw& draw, unsigned kinds, Articles articles);
const Noun& nounOf(Draw& draw, unsigned kinds);
const Adjective* adjectiveFor(Draw& draw, unsigned kinds);
const Adjective* attributeFor(Draw& draw, unsigned kinds); ///< one that can stand before a noun

/// "in the park", 在公园里
Phrase where(const Place& place);
/// "under the table" at the beginning of a sentence of existence: 桌子下面
Phrase ground(const Place& place);
/// Noun and adjective without an article: "red flower", 红色的花
Phrase described(const Noun& noun, const Adjective* adjective, bool plural);
Phrase together(const Phrase& first, const Phrase& second);

} // namespace alignoscope::corpus::chinese
