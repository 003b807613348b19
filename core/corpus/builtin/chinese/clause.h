// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/chinese/noun_phrase.h"

#include <optional>

namespace alignoscope::corpus::chinese {

/// A clause before it is said. Chinese order: subject, time, place, negation and aspect, verb, 了, object.
struct Clause {
    Nominal subject;
    const Verb* verb = nullptr;
    Tense tense = Tense::Present;
    Polarity polarity = Polarity::Positive;
    std::optional<Expression> adverb = {}; ///< "often", 常常
    std::optional<Phrase> object = {};
    std::optional<Phrase> place = {};
    std::optional<Phrase> time = {};
    bool question = false;
    std::optional<Phrase> asked = {}; ///< "when", "why", "where": at the front in English, before the verb in Chinese
    std::optional<Phrase> askedObject =
        {}; ///< "what", "which book": at the front in English, after the verb in Chinese
    std::optional<Expression> objectPronoun = {}; ///< "him", 他
    bool attributive = false;                     ///< before a noun: without 了, "朋友买的书"
};
Phrase say(const Clause& clause);

Tense tenseFor(Draw& draw, const Verb& verb, Person person, std::optional<Tense> wanted = {});
Phrase timePhrase(Draw& draw, Tense tense);
/// Somebody does something, with the subject given; details are times and places, how often in a hundred each.
Clause action(Draw& draw, const Nominal& subject, int details, std::optional<Tense> tense = {});

} // namespace alignoscope::corpus::chinese
