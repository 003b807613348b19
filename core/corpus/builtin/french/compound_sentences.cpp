// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/sentences.h"

namespace alignoscope::corpus::french {
namespace {

/// "it is raining", "il pleut"
Phrase weather(Draw& draw)
{
    constexpr std::array<Expression, 4> weathers{{{"it is raining", "il pleut", "0-0 1?1 2-1"},
                                                  {"it is snowing", "il neige", "0-0 1?1 2-1"},
                                                  {"it is cold", "il fait froid", "0-0 1-1 2-2"},
                                                  {"it is late", "il est tard", "0-0 1-1 2-2"}}};
    return phrase(draw.from(weathers));
}

/// "who is sleeping", "qui dort"; "that I bought", "que j'ai acheté": after the noun phrase it describes.
Phrase relativeClause(Draw& draw, const Nominal& noun)
{
    if ((noun.kinds & (person | french::relative)) != 0 && draw.chance(65)) {
        Nominal who = noun;
        who.phrase = word("who", "qui");
        return say(action(draw, who, {false, true, 12}));
    }
    return subordinate({"that", "que", "0-0"}, say(gapClause(draw, noun, false)));
}

Nominal withRelative(Draw& draw, unsigned kinds)
{
    Nominal noun = nounPhrase(draw, nounOf(draw, kinds), {Articles::Definite, 20, 0, 35});
    while (noun.phrase.source.front() == "their" || !noun.phrase.source.front().starts_with("th")) // the, this, these
        noun = nounPhrase(draw, nounOf(draw, kinds), {Articles::Definite, 20, 0, 35});
    noun.phrase = together(noun.phrase, relativeClause(draw, noun));
    return noun;
}

bool isObjectOf(const Verb& verb, const Nominal& noun)
{
    return (verb.objects & noun.kinds) != 0;
}

Tense sharedTense(Draw& draw)
{
    return draw.oneOf({Tense::Present, Tense::Progressive, Tense::Past, Tense::Past, Tense::Going});
}

} // namespace

Clause gapClause(Draw& draw, const Nominal& gap, bool question)
{
    Clause clause;
    clause.subject = question ? asked(draw) : draw.chance(70) ? pronoun(draw) : subject(draw);
    clause.verb = &draw.from(transitiveVerbs());
    const auto suits = [&](const Verb& verb) {
        const bool shared =
            (gap.kinds & person) == 0 || (verb.objects & (thing | readable)) != 0; // not helped, waited for
        return isObjectOf(verb, gap) && shared && !(question && verb.english.past.empty());
    };
    while (!suits(*clause.verb))
        clause.verb = &draw.from(transitiveVerbs());
    const std::optional<Tense> wanted = draw.chance(55) ? std::optional(Tense::Past) : std::nullopt;
    clause.tense = tenseFor(draw, *clause.verb, clause.subject.person, wanted);
    if (question && clause.tense == Tense::Must)
        clause.tense = Tense::Can;
    clause.agreement = {gap.gender, gap.plural};
    clause.question = question;
    if (!clause.verb->english.past.empty() && draw.chance(22))
        clause.rest.push_back(timePhrase(draw, clause.tense));
    return clause;
}

Phrase reason(Draw& draw)
{
    const Tense tense = sharedTense(draw);
    constexpr Expression because{"because", "parce que", "0-0 0-1"}, when{"when", "quand", "0-0"};
    switch (draw.weighted({55, 25, 20})) {
    case 0: {
        const Phrase cause = draw.chance(25) && tense != Tense::Past ? weather(draw) : shortStatement(draw, tense);
        return sentence(together(shortStatement(draw, tense), subordinate(because, cause)), ".");
    }
    case 1: {
        const Tense habit = draw.chance(50) ? Tense::Present : Tense::Past;
        const Phrase condition = habit == Tense::Present && draw.chance(30)
            ? weather(draw)
            : say(action(draw, subject(draw), {false, false, 0, habit}));
        const Phrase main = say(action(draw, subject(draw), {false, true, 0, habit}));
        return sentence(together(main, subordinate(when, condition)), ".");
    }
    default: {
        const Phrase condition = together(subordinate({"if", "si", "0-0"}, weather(draw)), word(",", ","));
        const Tense consequence = draw.oneOf({Tense::Going, Tense::Can, Tense::Must, Tense::Present});
        return sentence(together(condition, say(action(draw, subject(draw), {false, true, 0, consequence}))), ".");
    }
    }
}

Phrase coordination(Draw& draw)
{
    const Tense tense = sharedTense(draw);
    const bool contrast = draw.chance(50);
    Phrase first = say(action(draw, subject(draw), {false, !contrast, 10, tense}));
    if (contrast)
        first = together(first, word(",", ","));
    const Expression conjunction = contrast ? Expression{"but", "mais", "0-0"} : Expression{"and", "et", "0-0"};
    const Phrase second = say(action(draw, subject(draw), {false, true, 10, tense}));
    return sentence(together(first, subordinate(conjunction, second)), ".");
}

Phrase reportedSpeech(Draw& draw)
{
    Clause outer;
    outer.subject = subject(draw);
    outer.verb = &draw.from(sayingVerbs());
    const bool doubt = outer.verb->infinitive == "penser"
        || outer.verb->infinitive == "espérer"; // a negation asks for the subjunctive
    if (!doubt && draw.chance(25))
        outer.polarity = Polarity::Not;
    outer.rest.push_back(subordinate({"that", "que", "0-0"}, shortStatement(draw)));
    return sentence(say(outer), ".");
}

Phrase relativeClause(Draw& draw)
{
    if (draw.chance(50)) {
        const Nominal subject = withRelative(draw, draw.chance(50) ? person : thing | readable);
        BeingClause clause;
        clause.subject = subject;
        clause.past = draw.chance(30);
        clause.negated = draw.chance(15);
        clause.predicate = draw.chance(75) ? predicateAdjective(draw, subject) : placePhrase(draw);
        return sentence(say(clause), ".");
    }
    Clause clause;
    clause.subject = subject(draw);
    clause.verb = &draw.from(transitiveVerbs());
    while ((clause.verb->objects & (person | thing | readable | food)) == 0)
        clause.verb = &draw.from(transitiveVerbs());
    clause.tense = tenseFor(draw, *clause.verb, clause.subject.person);
    clause.rest.push_back(withRelative(draw, clause.verb->objects & (person | thing | readable | food)).phrase);
    return sentence(say(clause), ".");
}

Phrase resumption(Draw& draw)
{
    const unsigned kinds = draw.oneOf<unsigned>({thing, readable, readable, food, openable, openable, openable});
    const Nominal who = pronoun(draw);
    const Nominal what = nounPhrase(draw, nounOf(draw, kinds), {Articles::Any, 25, 0, 40});
    const auto clauseAbout = [&](const Verb* not_) {
        Clause clause;
        clause.subject = who;
        clause.verb = &draw.from(transitiveVerbs());
        while (!isObjectOf(*clause.verb, what) || clause.verb == not_ || clause.verb->english.past.empty())
            clause.verb = &draw.from(transitiveVerbs());
        return clause;
    };
    Clause first = clauseAbout(nullptr);
    first.tense = Tense::Past;
    first.rest.push_back(what.phrase);
    Clause second = clauseAbout(first.verb);
    second.tense = draw.chance(65) ? Tense::Past : draw.oneOf({Tense::Going, Tense::Want, Tense::Can});
    second.polarity = draw.chance(25) ? Polarity::Not : Polarity::Positive;
    second.clitic = pronounFor(what);
    second.agreement = {what.gender, what.plural};
    if (draw.chance(25))
        second.rest.push_back(timePhrase(draw, second.tense));
    const bool contrast = draw.chance(60);
    const Phrase joint = contrast ? phrase({", but", ", mais", "0-0 1-1"}) : word("and", "et");
    return sentence(together(say(first), together(joint, say(second))), ".");
}

} // namespace alignoscope::corpus::french
