// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/french/clause.h"

namespace alignoscope::corpus::french {

/// Clauses that make sense: a verb with a subject, objects, place and time that suit it.

struct ClauseWish {
    bool question = false;
    bool negatable = true;
    int adverbials = 45;             ///< how often, in a hundred, a time follows
    std::optional<Tense> tense = {}; ///< where the verb is used in it
};
/// Somebody does something, with the subject given.
Clause action(Draw& draw, const Nominal& subject, const ClauseWish& wish = {});
/// Somebody or something is something or somewhere.
BeingClause being(Draw& draw, bool question, std::optional<Tense> tense = {});
/// Any statement, short enough to be part of a longer one.
Phrase shortStatement(Draw& draw, std::optional<Tense> tense = {});
/// A tense the verb is used in, with that person. Not one whose English form could be another's ("I read").
Tense tenseFor(Draw& draw, const Verb& verb, Person person, std::optional<Tense> wanted = {});
/// A time that fits the tense: "yesterday", "every day"; at the clause's end or beginning.
Phrase timePhrase(Draw& draw, Tense tense);
Phrase predicateAdjective(Draw& draw, const Nominal& subject);

} // namespace alignoscope::corpus::french
