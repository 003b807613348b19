// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/predicates.h"

#include "corpus/builtin/french/orthography.h"

namespace alignoscope::corpus::french {
namespace {

constexpr std::array<Expression, 11> pastTimes{{{"yesterday", "hier", "0-0"},
                                                {"last week", "la semaine dernière", "1?0 1-1 0-2"},
                                                {"last month", "le mois dernier", "1?0 1-1 0-2"},
                                                {"last year", "l' année dernière", "1?0 1-1 0-2"},
                                                {"this morning", "ce matin", "0-0 1-1"},
                                                {"yesterday evening", "hier soir", "0-0 1-1"},
                                                {"two days ago", "il y a deux jours", "2?0 2?1 2-2 0-3 1-4"},
                                                {"three weeks ago", "il y a trois semaines", "2?0 2?1 2-2 0-3 1-4"},
                                                {"on Monday", "lundi", "1-0 0?0"},
                                                {"on Friday", "vendredi", "1-0 0?0"},
                                                {"in 2019", "en 2019", "0-0 1-1"}}};
constexpr std::array<Expression, 9> futureTimes{{{"tomorrow", "demain", "0-0"},
                                                 {"next week", "la semaine prochaine", "1?0 1-1 0-2"},
                                                 {"next month", "le mois prochain", "1?0 1-1 0-2"},
                                                 {"next year", "l' année prochaine", "1?0 1-1 0-2"},
                                                 {"this evening", "ce soir", "0-0 1-1"},
                                                 {"tomorrow morning", "demain matin", "0-0 1-1"},
                                                 {"in two days", "dans deux jours", "0-0 1-1 2-2"},
                                                 {"on Monday", "lundi", "1-0 0?0"},
                                                 {"on Friday", "vendredi", "1-0 0?0"}}};
constexpr std::array<Expression, 8> habitTimes{{{"every day", "tous les jours", "0-0 0?1 1?1 1-2"},
                                                {"every week", "toutes les semaines", "0-0 0?1 1?1 1-2"},
                                                {"in the morning", "le matin", "0?0 1-0 2-1"},
                                                {"in the evening", "le soir", "0?0 1-0 2-1"},
                                                {"in summer", "en été", "0-0 1-1"},
                                                {"in winter", "en hiver", "0-0 1-1"},
                                                {"at eight o'clock", "à huit heures", "0-0 1-1 2-2"},
                                                {"at ten o'clock", "à dix heures", "0-0 1-1 2-2"}}};
constexpr std::array<Expression, 2> nowTimes{
    {{"now", "maintenant", "0-0"}, {"at the moment", "en ce moment", "0-0 1-1 2-2"}}};
constexpr std::array<Expression, 3> frequencies{
    {{"often", "souvent", "0-0"}, {"always", "toujours", "0-0"}, {"sometimes", "parfois", "0-0"}}};

Polarity polarityFor(Draw& draw, Tense tense, bool allowed)
{
    if (!allowed || !draw.chance(24))
        return Polarity::Positive;
    return (tense == Tense::Present || tense == Tense::Past) && draw.chance(35) ? Polarity::Never : Polarity::Not;
}

Articles articlesFor(Polarity polarity)
{
    return polarity == Polarity::Positive ? Articles::Any : Articles::Negated;
}

/// "eats it", "voit le chat": a direct object, as a pronoun before the verb or a phrase after it.
void addDirectObject(Draw& draw, Clause& clause, int clitics)
{
    const unsigned kinds = clause.verb->objects;
    const bool onlyPeople = (kinds & ~(person | relative)) == 0;
    if ((kinds & (person | relative)) != 0 && draw.chance(onlyPeople ? clitics * 3 / 2 : clitics)) {
        clause.clitic = directClitic(draw, clause.subject);
        if (clause.clitic->person != Person::You)
            clause.agreement = {clause.clitic->gender, clause.clitic->plural};
        return;
    }
    const bool particular = clause.verb->english.past.empty() && clause.verb->infinitive != "avoir"; // likes the, not a
    const Articles articles = particular ? Articles::Definite : articlesFor(clause.polarity);
    clause.rest.push_back(object(draw, kinds, {articles, 30, 18, 35}).phrase);
}

/// "to the king", "au roi", or "lui" before the verb.
void addAddressee(Draw& draw, Clause& clause, Word english)
{
    const Phrase preposition = english.empty() ? Phrase{{}, {"à"}, {}, {}, 0} : word(english, "à");
    const Nominal whom = object(draw, person | relative, {Articles::Definite, 15, 0, 25});
    Phrase phrase = prepositional(preposition, whom.phrase);
    if (english.empty()) // "answer the king": the preposition goes with the noun
        phrase.possible.push_back({phrase.head, 0});
    clause.rest.push_back(std::move(phrase));
}

void addComplements(Draw& draw, Clause& clause, std::size_t family)
{
    const Word addressing = clause.verb->english.base == "talk" ? "to" : ""; // but "answer the king"
    switch (family) {
    case 0:
        addDirectObject(draw, clause, 42);
        break;
    case 1:
        if (draw.chance(45))
            clause.clitic = indirectClitic(draw, clause.subject, addressing);
        else
            addAddressee(draw, clause, addressing);
        break;
    case 2:
        if (draw.chance(40)) {
            clause.clitic = indirectClitic(draw, clause.subject);
            addDirectObject(draw, clause, 0);
        } else {
            addDirectObject(draw, clause, 0);
            addAddressee(draw, clause, "to");
        }
        break;
    case 3:
        if (draw.chance(40))
            clause.rest.push_back(placePhrase(draw));
        break;
    default: {
        const Word base = clause.verb->english.base;
        clause.rest.push_back(destination(draw, base == "go" ? "to" : "at"));
    }
    }
}

void addTime(Draw& draw, Clause& clause)
{
    const bool habitual = clause.tense == Tense::Present || clause.tense == Tense::Past;
    if (habitual && draw.chance(22))
        clause.adverb = frequencies[draw.below(clause.polarity == Polarity::Not ? 2 : 3)]; // not "not sometimes"
    else
        clause.rest.push_back(timePhrase(draw, clause.tense));
}

const Verb& verbOf(Draw& draw, std::size_t family)
{
    switch (family) {
    case 0:
        return draw.from(transitiveVerbs());
    case 1:
        return draw.from(addressingVerbs());
    case 2:
        return draw.from(givingVerbs());
    case 3:
        return draw.from(intransitiveVerbs());
    default:
        return draw.from(motionVerbs());
    }
}

} // namespace

Tense tenseFor(Draw& draw, const Verb& verb, Person person, std::optional<Tense> wanted)
{
    if (verb.english.past.empty())
        return Tense::Present;
    if (wanted && (*wanted != Tense::Progressive || !verb.english.ing.empty()) && *wanted != Tense::Present)
        return *wanted;
    const bool alike = verb.english.past == verb.english.base && person != Person::He;
    if (wanted)
        return alike ? Tense::Progressive : Tense::Present;
    const int progressive = verb.english.ing.empty() ? 0 : 20;
    constexpr std::array<Tense, 7> tenses{Tense::Present, Tense::Progressive, Tense::Past, Tense::Going,
                                          Tense::Can,     Tense::Must,        Tense::Want};
    return tenses[draw.weighted({alike ? 0 : 32, progressive, 28, 10, 7, 5, 7})];
}

Phrase timePhrase(Draw& draw, Tense tense)
{
    switch (tense) {
    case Tense::Past:
        return phrase(draw.from(pastTimes));
    case Tense::Present:
        return phrase(draw.from(habitTimes));
    case Tense::Progressive:
        return phrase(draw.from(nowTimes));
    default:
        return phrase(draw.from(futureTimes));
    }
}

Clause action(Draw& draw, const Nominal& subject, const ClauseWish& wish)
{
    const std::size_t family = draw.weighted({51, 7, 10, 13, 19});
    Clause clause;
    clause.subject = subject;
    clause.verb = &verbOf(draw, family);
    while (wish.tense && *wish.tense != Tense::Present && clause.verb->english.past.empty())
        clause.verb = &verbOf(draw, family);
    clause.tense = tenseFor(draw, *clause.verb, subject.person, wish.tense);
    while (wish.question && clause.tense == Tense::Must)
        clause.tense = tenseFor(draw, *clause.verb, subject.person, wish.tense);
    clause.question = wish.question;
    clause.polarity = polarityFor(draw, clause.tense, wish.negatable && !wish.question);
    addComplements(draw, clause, family);
    const bool state = clause.verb->english.past.empty();
    if (!state && clause.polarity != Polarity::Never && draw.chance(wish.adverbials))
        addTime(draw, clause);
    return clause;
}

Phrase predicateAdjective(Draw& draw, const Nominal& subject)
{
    while (true) {
        const Adjective& adjective = draw.from(adjectives());
        if ((adjective.kinds & subject.kinds) == 0 || adjective.english == "good" || adjective.english == "new")
            continue;
        const Phrase quality = word(adjective.english, adjective.form(subject.gender, subject.plural));
        constexpr std::array<Expression, 2> degrees{{{"very", "très", "0-0"}, {"too", "trop", "0-0"}}};
        return adjective.gradable && draw.chance(25) ? together(phrase(draw.from(degrees)), quality) : quality;
    }
}

BeingClause being(Draw& draw, bool question, std::optional<Tense> tense)
{
    BeingClause clause;
    clause.past = draw.chance(35);
    clause.question = question;
    clause.negated = !question && draw.chance(22);
    if (tense)
        clause.past = *tense == Tense::Past;
    const bool lives = draw.chance(55);
    clause.subject = lives
        ? (question ? asked(draw) : subject(draw))
        : nounPhrase(draw, nounOf(draw, thing | readable | openable), {Articles::Definite, 12, 10, 35});
    const bool fixture = !lives && (clause.subject.kinds & (thing | portable)) == 0; // a door is where it is
    clause.predicate = fixture || draw.chance(62) ? predicateAdjective(draw, clause.subject) : placePhrase(draw);
    return clause;
}

Phrase shortStatement(Draw& draw, std::optional<Tense> tense)
{
    if (draw.chance(30))
        return say(being(draw, false, tense));
    return say(action(draw, subject(draw), {false, true, 15, tense}));
}

} // namespace alignoscope::corpus::french
