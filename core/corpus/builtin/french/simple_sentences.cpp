// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/sentences.h"

#include "corpus/builtin/french/orthography.h"

namespace alignoscope::corpus::french {
namespace {

constexpr Expression comma{",", ",", "0-0"};

struct Comparative {
    Word english; ///< one word, or empty: "more", "less" or "as" with the plain adjective
    Word plain;
    std::array<Word, 4> forms;
    unsigned kinds;
};
constexpr std::array<Comparative, 12> comparatives{{
    {"taller", "tall", {"grand", "grande", "grands", "grandes"}, person | relative},
    {"bigger", "big", {"grand", "grande", "grands", "grandes"}, thing | animal | openable},
    {"smaller", "small", {"petit", "petite", "petits", "petites"}, thing | animal | openable},
    {"older", "old", {"vieux", "vieille", "vieux", "vieilles"}, living | thing},
    {"younger", "young", {"jeune", "jeune", "jeunes", "jeunes"}, living},
    {"stronger", "strong", {"fort", "forte", "forts", "fortes"}, living},
    {"richer", "rich", {"riche", "riche", "riches", "riches"}, person | relative},
    {"heavier", "heavy", {"lourd", "lourde", "lourds", "lourdes"}, thing | openable},
    {"", "famous", {"célèbre", "célèbre", "célèbres", "célèbres"}, person},
    {"", "intelligent", {"intelligent", "intelligente", "intelligents", "intelligentes"}, living},
    {"", "expensive", {"cher", "chère", "chers", "chères"}, thing},
    {"", "interesting", {"intéressant", "intéressante", "intéressants", "intéressantes"}, readable},
}};

Nominal compared(Draw& draw, unsigned kinds)
{
    if ((kinds & person) != 0 && draw.chance(35))
        return properName(draw);
    return nounPhrase(draw, nounOf(draw, kinds), {Articles::Definite, 8, 4, 30});
}

/// "older than", "plus vieux que"; "as old as", "aussi vieux que"
Phrase degree(Draw& draw, const Comparative& comparative, const Nominal& subject)
{
    const Word form = comparative.forms[(subject.gender == Gender::Feminine ? 1U : 0U) + (subject.plural ? 2U : 0U)];
    Rule rule;
    if (draw.chance(25)) {
        const Part as = rule.say("as"), quality = rule.say(comparative.plain), then = rule.say("as");
        return rule.put("aussi", {as}).put(form, {quality}).put("que", {then}).done();
    }
    if (!comparative.english.empty()) {
        const Part quality = rule.say(comparative.english), then = rule.say("than");
        return rule.put("plus", {}, {quality}).put(form, {quality}).put("que", {then}).done();
    }
    const bool less = draw.chance(35);
    const Part more = rule.say(less ? "less" : "more"), quality = rule.say(comparative.plain), then = rule.say("than");
    return rule.put(less ? "moins" : "plus", {more}).put(form, {quality}).put("que", {then}).done();
}

} // namespace

Phrase statement(Draw& draw)
{
    return sentence(say(action(draw, subject(draw))), ".");
}

Phrase dated(Draw& draw)
{
    Clause clause = action(draw, subject(draw), {false, true, 0});
    if (clause.verb->english.past.empty() || clause.tense == Tense::Progressive)
        return statement(draw);
    const Phrase time = together(timePhrase(draw, clause.tense), phrase(comma));
    return sentence(together(time, say(clause)), ".");
}

Phrase description(Draw& draw)
{
    return sentence(say(being(draw, false)), ".");
}

Phrase existence(Draw& draw)
{
    const bool absent = draw.chance(25), past = draw.chance(30);
    const Noun& noun = nounOf(draw, person | animal | thing | food);
    const Nominal what =
        absent ? bareNoun(draw, noun, true) : nounPhrase(draw, noun, {Articles::Indefinite, 35, 0, 65});
    const Phrase where = placePhrase(draw);
    Rule rule;
    const Part there = rule.say("there"), be = rule.say(formOfBe(what.person, past));
    const Part no = absent ? rule.say("no") : absentPart;
    const Part thing = rule.say(what.phrase), place = rule.say(where);
    rule.put("il", {}, {there});
    if (absent)
        rule.put("ne", {}, {no, be});
    rule.put("y", {}, {there}).put(past ? "avait" : "a", {be});
    if (absent)
        rule.put("pas", {no}).put("de", {}, {no});
    return sentence(rule.put(thing).put(place).done(), ".");
}

Phrase comparison(Draw& draw)
{
    const Comparative& comparative = draw.from(comparatives);
    const Nominal first = compared(draw, comparative.kinds);
    Nominal second = compared(draw, comparative.kinds);
    while (second.phrase.source.back() == first.phrase.source.back())
        second = compared(draw, comparative.kinds);
    BeingClause clause;
    clause.subject = first;
    clause.negated = draw.chance(20);
    clause.predicate = together(degree(draw, comparative, first), second.phrase);
    return sentence(say(clause), ".");
}

Phrase command(Draw& draw)
{
    struct Order {
        Word english, particle, french;
        unsigned kinds;
    };
    constexpr std::array<Order, 6> orders{{{"open", "", "ouvrez", openable},
                                           {"close", "", "fermez", openable},
                                           {"take", "", "prenez", thing},
                                           {"look", "at", "regardez", thing | animal | person},
                                           {"help", "", "aidez", person | relative},
                                           {"wait", "for", "attendez", person | relative}}};
    const Order& order = draw.from(orders);
    const bool negated = draw.chance(40);
    const Nominal what = object(draw, order.kinds, {Articles::Definite, 35, 12, 35});
    Rule rule;
    const Part aux = negated ? rule.say("do") : absentPart, no = negated ? rule.say("not") : absentPart;
    const Part verb = rule.say(order.english);
    const Part particle = order.particle.empty() ? absentPart : rule.say(order.particle);
    const Part thing = rule.say(what.phrase);
    if (negated)
        rule.put("ne", {}, {no, aux});
    rule.put(order.french, {verb}, {aux, particle});
    if (negated)
        rule.put("pas", {no});
    return sentence(rule.put(thing).done(), "!");
}

} // namespace alignoscope::corpus::french
