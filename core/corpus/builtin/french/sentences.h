// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/french/predicates.h"

namespace alignoscope::corpus::french {

// Each makes a whole sentence with its mark.

Phrase statement(Draw& draw);      ///< He often eats apples.
Phrase dated(Draw& draw);          ///< Yesterday, he sold his car.
Phrase description(Draw& draw);    ///< The red car is not in the garden.
Phrase existence(Draw& draw);      ///< There are three cats under the table.
Phrase comparison(Draw& draw);     ///< Paul is taller than Marie.
Phrase command(Draw& draw);        ///< Do not open the door!
Phrase yesNoQuestion(Draw& draw);  ///< Did you see the king?
Phrase openQuestion(Draw& draw);   ///< Which book are you reading?
Phrase reason(Draw& draw);         ///< He is happy because …; when, if, while …
Phrase coordination(Draw& draw);   ///< He is working and she is singing.
Phrase reportedSpeech(Draw& draw); ///< She thinks that …
Phrase relativeClause(Draw& draw); ///< The woman who … is …
Phrase resumption(Draw& draw);     ///< I bought a car, but I sold it.
Phrase treatyNews(Draw& draw);     ///< The treaty on the European Monetary Union was signed in March 1992.

/// A clause that lacks its direct object, `gap`, which stands before it: "(the book that) I bought".
Clause gapClause(Draw& draw, const Nominal& gap, bool question);

} // namespace alignoscope::corpus::french
