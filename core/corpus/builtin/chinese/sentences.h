// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/chinese/clause.h"

namespace alignoscope::corpus::chinese {

// Each makes a whole sentence with its mark.

Phrase statement(Draw& draw);      ///< He bought a book yesterday.
Phrase dated(Draw& draw);          ///< Yesterday, he bought a book.
Phrase quality(Draw& draw);        ///< This book is very interesting.
Phrase location(Draw& draw);       ///< The cat is under the table.
Phrase identity(Draw& draw);       ///< Mary is a teacher.
Phrase existence(Draw& draw);      ///< There are three books on the table.
Phrase comparison(Draw& draw);     ///< Paul is taller than Mary.
Phrase yesNoQuestion(Draw& draw);  ///< Did you see the doctor?
Phrase openQuestion(Draw& draw);   ///< What are you eating?
Phrase reason(Draw& draw);         ///< He is happy because …
Phrase condition(Draw& draw);      ///< If it rains tomorrow, …
Phrase occasion(Draw& draw);       ///< When he was sleeping, …
Phrase contrast(Draw& draw);       ///< I like cats, but …
Phrase relativeClause(Draw& draw); ///< The book that I bought is …
Phrase reportedSpeech(Draw& draw); ///< She knows that …

/// "is big", 很大; "is not red", 不是红色的
Phrase beingSo(Draw& draw, const Nominal& subject, bool question);
Phrase sentence(const Phrase& clause, const Expression& mark);

inline constexpr Expression fullStop{".", "。", "0-0"}, comma{",", "，", "0-0"};

} // namespace alignoscope::corpus::chinese
