// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/noun_phrase.h"

#include "corpus/builtin/french/orthography.h"

namespace alignoscope::corpus::french {
namespace {

struct Determiner {
    Word singular, plural; ///< English; empty where it has none
    std::array<Word, 4> forms;
    Word masculineBeforeVowel, feminineBeforeVowel;
};

constexpr Determiner the{"the", "the", {"le", "la", "les", "les"}, "", ""};
constexpr Determiner indefinite{"a", "some", {"un", "une", "des", "des"}, "", ""};
constexpr Determiner none{"a", "any", {"de", "de", "de", "de"}, "", ""};
constexpr Determiner demonstrative{"this", "these", {"ce", "cette", "ces", "ces"}, "cet", ""};
constexpr std::array<Determiner, 6> possessives{{{"my", "my", {"mon", "ma", "mes", "mes"}, "", "mon"},
                                                 {"your", "your", {"votre", "votre", "vos", "vos"}, "", ""},
                                                 {"his", "his", {"son", "sa", "ses", "ses"}, "", "son"},
                                                 {"her", "her", {"son", "sa", "ses", "ses"}, "", "son"},
                                                 {"our", "our", {"notre", "notre", "nos", "nos"}, "", ""},
                                                 {"their", "their", {"leur", "leur", "leurs", "leurs"}, "", ""}}};
constexpr std::array<Expression, 14> amounts{{{"two", "deux", "0-0"},
                                              {"three", "trois", "0-0"},
                                              {"four", "quatre", "0-0"},
                                              {"five", "cinq", "0-0"},
                                              {"six", "six", "0-0"},
                                              {"seven", "sept", "0-0"},
                                              {"eight", "huit", "0-0"},
                                              {"nine", "neuf", "0-0"},
                                              {"ten", "dix", "0-0"},
                                              {"twelve", "douze", "0-0"},
                                              {"twenty", "vingt", "0-0"},
                                              {"several", "plusieurs", "0-0"},
                                              {"many", "beaucoup de", "0-0 0?1"},
                                              {"too many", "trop de", "0-0 1?0 1-1 0?1"}}};

Word determinerForm(const Determiner& determiner, Gender gender, bool plural, Word next)
{
    if (!plural && elides(next)) {
        const Word special =
            gender == Gender::Masculine ? determiner.masculineBeforeVowel : determiner.feminineBeforeVowel;
        if (!special.empty())
            return special;
    }
    return determiner.forms[(gender == Gender::Feminine ? 1U : 0U) + (plural ? 2U : 0U)];
}

const Adjective* adjectiveFor(Draw& draw, unsigned kinds)
{
    for (int attempt = 0; attempt < 12; ++attempt)
        if (const Adjective& adjective = draw.from(adjectives()); (adjective.kinds & kinds) != 0)
            return &adjective;
    return nullptr;
}

/// Noun and adjective without a determiner, in both orders.
Phrase described(const Noun& noun, const Adjective* adjective, bool plural)
{
    Rule rule;
    const Word french = plural ? noun.frenchPlural : noun.french, english = plural ? noun.englishPlural : noun.english;
    if (adjective == nullptr) {
        const Part only = rule.say(english);
        return rule.put(french, {only}).done();
    }
    const Part quality = rule.say(adjective->english), thing = rule.say(english);
    rule.head(thing);
    const bool special =
        !plural && noun.gender == Gender::Masculine && elides(french) && !adjective->beforeVowel.empty();
    const Word form = special ? adjective->beforeVowel : adjective->form(noun.gender, plural);
    if (adjective->before)
        return rule.put(form, {quality}).put(french, {thing}).done();
    return rule.put(french, {thing}).put(form, {quality}).done();
}

Phrase determined(const Determiner& determiner, const Phrase& core, const Noun& noun, bool plural, bool adjectiveFirst)
{
    Rule rule;
    const Part det = rule.say(plural ? determiner.plural : determiner.singular), rest = rule.say(core);
    Word form = determinerForm(determiner, noun.gender, plural, core.target.front());
    if (plural && adjectiveFirst && form == "des")
        form = "de"; // "de belles maisons"
    return rule.head(rest).put(form, {det}).put(rest).done();
}

Phrase counted(const Expression& amount, const Phrase& core)
{
    Rule rule;
    const Phrase number = phrase(amount);
    const Part first = rule.say(number), rest = rule.say(core);
    return rule.head(rest).put(first).put(rest).done();
}

/// "all the cats", "tous les chats"
Phrase allOf(const Phrase& core, Gender gender)
{
    Rule rule;
    const Part all = rule.say("all"), article = rule.say("the"), rest = rule.say(core);
    rule.head(rest).put(gender == Gender::Masculine ? "tous" : "toutes", {all}).put("les", {article}).put(rest);
    return rule.done();
}

/// "my cat", but not "my queen" or "my museum"
constexpr unsigned belongings = animal | readable | food | thing | openable | relative | homely;
/// Not denied with "pas de": who does not see a man may yet see another.
constexpr unsigned individuals = person | relative | animal | place;

Phrase withArticle(Draw& draw, const Phrase& core, const Noun& noun, bool plural, bool adjectiveFirst,
                   Articles articles)
{
    if (articles == Articles::Negated && draw.chance(60))
        return determined(none, core, noun, plural, adjectiveFirst);
    const bool fresh = articles == Articles::Indefinite;
    const bool owned = !fresh && (noun.kinds & relative) != 0 && draw.chance(70);
    if (owned)
        return determined(draw.from(possessives), core, noun, plural, adjectiveFirst);
    const bool definite = articles == Articles::Definite || articles == Articles::Negated;
    const bool countable = plural && (fresh || articles == Articles::Any);
    switch (draw.weighted({fresh ? 0 : 45, fresh ? 0 : 22,
                           definite || (articles == Articles::Known && adjectiveFirst) ? 0 : 20, countable ? 28 : 0,
                           !fresh && plural ? 6 : 0})) {
    case 0:
        return determined(the, core, noun, plural, adjectiveFirst);
    case 1: {
        const bool mine = (noun.kinds & belongings) != 0 && draw.chance(70);
        return determined(mine ? draw.from(possessives) : demonstrative, core, noun, plural, adjectiveFirst);
    }
    case 2:
        return determined(indefinite, core, noun, plural, adjectiveFirst);
    case 3:
        return counted(draw.from(amounts), core);
    default:
        return allOf(core, noun.gender);
    }
}

Phrase joined(const Phrase& first, const Phrase& second)
{
    Rule rule;
    const Part a = rule.say(first), b = rule.say(second);
    return rule.head(a).put(a).put(b).done();
}

Phrase of(const Phrase& noun)
{
    return prepositional(word("of", "de"), noun);
}

Phrase liquid(Draw& draw)
{
    constexpr std::array<Expression, 3> liquids{
        {{"water", "eau", "0-0"}, {"milk", "lait", "0-0"}, {"wine", "vin", "0-0"}}};
    return phrase(draw.from(liquids));
}

/// What may follow a noun: "of the king", "of water", "in the garden", "on the table"; or nothing fitting.
Phrase extended(Draw& draw, const Phrase& noun, unsigned kinds)
{
    const NounOptions plain{Articles::Definite, 20, 0, 15};
    if ((kinds & relative) != 0 && noun.source.front() != "the")
        return noun;
    if ((kinds & relative) != 0)
        return joined(noun, of(nounPhrase(draw, nounOf(draw, person), plain).phrase));
    const bool isDoor = noun.target.back().starts_with("porte") || noun.target.back().starts_with("fenêtre");
    if (isDoor && noun.source.front() != "the")
        return noun;
    if (isDoor)
        return joined(noun,
                      of(nounPhrase(draw, draw.from(places().first(6)).noun, {Articles::Definite, 15, 0, 0}).phrase));
    if (noun.target.back().starts_with("bouteille"))
        return joined(noun, of(liquid(draw)));
    if ((kinds & (portable | food)) != 0 && draw.chance(60)) {
        const Phrase where = phrase(draw.from(std::array<Expression, 3>{
            {{"on", "sur", "0-0"}, {"under", "sous", "0-0"}, {"near", "près de", "0-0 0?1"}}}));
        const bool on = where.source.front() == "on";
        const Noun* what = &nounOf(draw, furniture);
        while (on && what->english == "tree")
            what = &nounOf(draw, furniture);
        return joined(noun, prepositional(where, nounPhrase(draw, *what, plain).phrase));
    }
    if ((kinds & (person | animal | thing)) != 0)
        return joined(noun, placePhrase(draw));
    return noun;
}

} // namespace

Nominal pronoun(Draw& draw)
{
    struct Entry {
        Word english, french;
        Person person;
        Gender gender;
        bool plural;
    };
    constexpr std::array<Entry, 6> table{{{"I", "je", Person::I, Gender::Masculine, false},
                                          {"you", "vous", Person::You, Gender::Masculine, false},
                                          {"he", "il", Person::He, Gender::Masculine, false},
                                          {"she", "elle", Person::He, Gender::Feminine, false},
                                          {"we", "nous", Person::We, Gender::Masculine, true},
                                          {"they", "ils", Person::They, Gender::Masculine, true}}};
    const Entry& entry = table[draw.weighted({21, 20, 14, 14, 21, 10})];
    return {word(entry.english, entry.french), entry.person, entry.gender, entry.plural, true, person};
}

Nominal properName(Draw& draw)
{
    struct Name {
        Word name;
        Gender gender;
    };
    constexpr std::array<Name, 8> names{{{"Paul", Gender::Masculine},
                                         {"Marie", Gender::Feminine},
                                         {"Thomas", Gender::Masculine},
                                         {"Anne", Gender::Feminine},
                                         {"Louis", Gender::Masculine},
                                         {"Julie", Gender::Feminine},
                                         {"Antoine", Gender::Masculine},
                                         {"Sophie", Gender::Feminine}}};
    const Name& name = draw.from(names);
    return {word(name.name, name.name), Person::He, name.gender, false, false, person};
}

Nominal coupleOfNames(Draw& draw)
{
    const Nominal first = properName(draw);
    Nominal second = properName(draw);
    while (second.phrase.source == first.phrase.source)
        second = properName(draw);
    Rule rule;
    const Part a = rule.say(first.phrase), conjunction = rule.say("and"), b = rule.say(second.phrase);
    rule.put(a).put("et", {conjunction}).put(b);
    const bool women = first.gender == Gender::Feminine && second.gender == Gender::Feminine;
    return {rule.done(), Person::They, women ? Gender::Feminine : Gender::Masculine, true, false, person};
}

Nominal bareNoun(Draw& draw, const Noun& noun, bool plural)
{
    const Adjective* adjective = draw.chance(20) ? adjectiveFor(draw, noun.kinds) : nullptr;
    return {
        described(noun, adjective, plural), plural ? Person::They : Person::He, noun.gender, plural, false, noun.kinds};
}

Nominal nounPhrase(Draw& draw, const Noun& noun, const NounOptions& options)
{
    const bool plural = (noun.kinds & place) == 0 && draw.chance(options.plurals);
    const bool definitely = options.articles == Articles::Negated && (noun.kinds & individuals) != 0;
    const Articles articles = definitely ? Articles::Definite : options.articles;
    const Adjective* adjective = draw.chance(options.adjectives) ? adjectiveFor(draw, noun.kinds) : nullptr;
    const Phrase core = described(noun, adjective, plural);
    const bool adjectiveFirst = adjective != nullptr && adjective->before;
    Phrase whole = withArticle(draw, core, noun, plural, adjectiveFirst, articles);
    if (adjective == nullptr && draw.chance(options.extensions))
        whole = extended(draw, whole, noun.kinds);
    return {whole, plural ? Person::They : Person::He, noun.gender, plural, false, noun.kinds};
}

Nominal massPhrase(Draw& draw, const Noun& noun, Articles articles)
{
    Rule rule;
    const bool feminine = noun.gender == Gender::Feminine;
    if (articles != Articles::Definite && draw.chance(70)) {
        const bool negated = articles == Articles::Negated;
        const Part some = rule.say(negated ? "any" : "some"), stuff = rule.say(noun.english);
        rule.head(stuff);
        if (negated)
            rule.put("de", {some});
        else if (feminine || elides(noun.french))
            rule.put("de", {some}).put("la", {some});
        else
            rule.put("du", {some});
        rule.put(noun.french, {stuff});
    } else {
        const Part article = rule.say("the"), stuff = rule.say(noun.english);
        rule.head(stuff).put(feminine ? "la" : "le", {article}).put(noun.french, {stuff});
    }
    return {rule.done(), Person::He, noun.gender, false, false, noun.kinds};
}

Nominal asked(Draw& draw)
{
    if (draw.chance(40))
        return subject(draw);
    Nominal subject = pronoun(draw);
    while (subject.person == Person::I
           || (subject.person != Person::You && draw.chance(35))) // who should know better than oneself?
        subject = pronoun(draw);
    return subject;
}

Nominal subject(Draw& draw)
{
    switch (draw.weighted({48, 10, 3, 39})) {
    case 0:
        return pronoun(draw);
    case 1:
        return properName(draw);
    case 2:
        return coupleOfNames(draw);
    default:
        return nounPhrase(draw, nounOf(draw, person | relative), {Articles::Known, 22, 8, 35});
    }
}

const Noun& nounOf(Draw& draw, unsigned kinds)
{
    while (true)
        if (const Noun& noun = draw.from(nouns()); (noun.kinds & kinds) != 0)
            return noun;
}

Nominal object(Draw& draw, unsigned kinds, const NounOptions& options)
{
    if ((kinds & drink) != 0 || (kinds == food && draw.chance(45)))
        while (true)
            if (const Noun& noun = draw.from(massNouns()); (noun.kinds & kinds) != 0)
                return massPhrase(draw, noun, options.articles);
    if ((kinds & person) != 0 && options.articles != Articles::Negated && draw.chance(12))
        return properName(draw);
    if ((kinds & place) != 0 && draw.chance(kinds == place ? 100 : 15))
        return nounPhrase(draw, draw.from(places()).noun, options);
    return nounPhrase(draw, nounOf(draw, kinds), options);
}

Phrase placePhrase(Draw& draw)
{
    if (draw.chance(15))
        return destination(draw, "in");
    const Place& place = draw.from(places());
    return prepositional(word(place.english, place.french),
                         nounPhrase(draw, place.noun, {Articles::Definite, 15, 0, 0}).phrase);
}

Phrase destination(Draw& draw, Word english)
{
    constexpr std::array<Expression, 8> towns{{{"Paris", "Paris", "0-0"},
                                               {"London", "Londres", "0-0"},
                                               {"Berlin", "Berlin", "0-0"},
                                               {"Rome", "Rome", "0-0"},
                                               {"Madrid", "Madrid", "0-0"},
                                               {"Brussels", "Bruxelles", "0-0"},
                                               {"Vienna", "Vienne", "0-0"},
                                               {"Geneva", "Genève", "0-0"}}};
    if (english == "in" || draw.chance(30))
        return prepositional(word(english == "at" ? "in" : english, "à"), phrase(draw.from(towns)));
    while (true)
        if (const Place& place = draw.from(places()); place.french == "à")
            return prepositional(word(english, "à"),
                                 nounPhrase(draw, place.noun, {Articles::Definite, 15, 0, 0}).phrase);
}

} // namespace alignoscope::corpus::french
