// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/sentences.h"

namespace alignoscope::corpus::french {
namespace {

/// "who", "qui" as a subject
Nominal who()
{
    return {word("who", "qui"), Person::He, Gender::Masculine, false, false, person};
}

Phrase whereIsIt(Draw& draw)
{
    BeingClause clause;
    clause.subject = draw.chance(40) ? pronoun(draw)
                                     : nounPhrase(draw, nounOf(draw, person | relative | animal | thing | readable),
                                                  {Articles::Definite, 30, 8, 35});
    if (clause.subject.person == Person::I)
        clause.subject = properName(draw);
    if (clause.subject.pronoun && clause.subject.person == Person::We)
        clause.subject = properName(draw);
    clause.question = true;
    clause.asked = word("where", "où");
    return say(clause);
}

Phrase whyIsIt(Draw& draw)
{
    BeingClause clause = being(draw, true);
    while (clause.past)
        clause = being(draw, true);
    clause.asked = word("why", "pourquoi");
    return say(clause);
}

Phrase whereWhenWhy(Draw& draw)
{
    constexpr std::array<Expression, 3> words{
        {{"why", "pourquoi", "0-0"}, {"when", "quand", "0-0"}, {"where", "où", "0-0"}}};
    const std::size_t which = draw.weighted({45, 30, 25});
    while (true) {
        Clause clause = action(draw, asked(draw), {true, false, 0});
        const bool state = clause.verb->english.past.empty();
        const bool hasPlace = clause.verb->withEtre;
        if ((state && which > 0) || (hasPlace && which == 2) || clause.tense == Tense::Must)
            continue;
        clause.asked = phrase(words[which]);
        return say(clause);
    }
}

/// "what", "which book", "how many books", "who": a question for a direct object
Phrase whatIsSeen(Draw& draw)
{
    const unsigned askable = readable | food | thing | openable;
    const bool many = draw.chance(45);
    Nominal gap{word("what", "que"), Person::He, Gender::Masculine, false, false, askable};
    switch (draw.weighted({25, 35, 30, 10})) {
    case 0:
        break;
    case 1: {
        gap = bareNoun(draw, nounOf(draw, askable), many);
        constexpr std::array<Word, 4> which{"quel", "quelle", "quels", "quelles"};
        const Word form = which[(gap.gender == Gender::Feminine ? 1U : 0U) + (many ? 2U : 0U)];
        gap.phrase = together(word("which", form), gap.phrase);
        break;
    }
    case 2: {
        gap = bareNoun(draw, nounOf(draw, askable), true);
        gap.phrase = together(phrase({"how many", "combien de", "0?0 1-0 1?1"}), gap.phrase);
        break;
    }
    default:
        gap = {word("who", "qui"), Person::He, Gender::Masculine, false, false, person};
    }
    Clause clause = gapClause(draw, gap, true);
    clause.asked = gap.phrase;
    return say(clause);
}

} // namespace

Phrase yesNoQuestion(Draw& draw)
{
    if (draw.chance(25)) {
        const BeingClause clause = being(draw, true);
        return sentence(say(clause), "?");
    }
    return sentence(say(action(draw, asked(draw), {true, false, 25})), "?");
}

Phrase openQuestion(Draw& draw)
{
    switch (draw.weighted({24, 30, 32, 14})) {
    case 0:
        return sentence(draw.chance(55) ? whereIsIt(draw) : whyIsIt(draw), "?");
    case 1:
        return sentence(whereWhenWhy(draw), "?");
    case 2:
        return sentence(whatIsSeen(draw), "?");
    default:
        return sentence(say(action(draw, who(), {false, false, 25})), "?");
    }
}

} // namespace alignoscope::corpus::french
