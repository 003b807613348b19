// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/orthography.h"
#include "corpus/builtin/french/sentences.h"

namespace alignoscope::corpus::french {
namespace {

struct Quality {
    Word english, masculine, feminine;
    [[nodiscard]] Word form(Gender gender) const { return gender == Gender::Feminine ? feminine : masculine; }
};
struct Institution {
    Word english, french;
    Gender gender;
    bool isMarket; ///< an area or a market rather than an assembly
};
struct Document {
    Word english, french;
    Gender gender;
};
struct Passive {
    Word english, masculine, feminine;
};

constexpr Gender masculine = Gender::Masculine, feminine = Gender::Feminine;
constexpr std::array<Institution, 8> institutions{{{"Area", "zone", feminine, true},
                                                   {"Union", "union", feminine, true},
                                                   {"Community", "communauté", feminine, true},
                                                   {"Market", "marché", masculine, true},
                                                   {"Council", "conseil", masculine, false},
                                                   {"Court", "cour", feminine, false},
                                                   {"Commission", "commission", feminine, false},
                                                   {"Assembly", "assemblée", feminine, false}}};
constexpr std::array<Quality, 3> outerQualities{{{"European", "européen", "européenne"},
                                                 {"International", "international", "internationale"},
                                                 {"National", "national", "nationale"}}};
constexpr std::array<Quality, 3> marketQualities{{{"Economic", "économique", "économique"},
                                                  {"Monetary", "monétaire", "monétaire"},
                                                  {"Commercial", "commercial", "commerciale"}}};
constexpr std::array<Quality, 5> assemblyQualities{{{"Economic", "économique", "économique"},
                                                    {"Political", "politique", "politique"},
                                                    {"Military", "militaire", "militaire"},
                                                    {"Social", "social", "sociale"},
                                                    {"Scientific", "scientifique", "scientifique"}}};
constexpr std::array<Document, 6> documents{{{"agreement", "accord", masculine},
                                             {"treaty", "traité", masculine},
                                             {"report", "rapport", masculine},
                                             {"law", "loi", feminine},
                                             {"decision", "décision", feminine},
                                             {"document", "document", masculine}}};
constexpr std::array<Passive, 6> passives{{{"signed", "signé", "signée"},
                                           {"published", "publié", "publiée"},
                                           {"accepted", "accepté", "acceptée"},
                                           {"rejected", "rejeté", "rejetée"},
                                           {"prepared", "préparé", "préparée"},
                                           {"discussed", "discuté", "discutée"}}};
constexpr std::array<Expression, 12> months{{{"January", "janvier", "0-0"},
                                             {"February", "février", "0-0"},
                                             {"March", "mars", "0-0"},
                                             {"April", "avril", "0-0"},
                                             {"May", "mai", "0-0"},
                                             {"June", "juin", "0-0"},
                                             {"July", "juillet", "0-0"},
                                             {"August", "août", "0-0"},
                                             {"September", "septembre", "0-0"},
                                             {"October", "octobre", "0-0"},
                                             {"November", "novembre", "0-0"},
                                             {"December", "décembre", "0-0"}}};
constexpr std::array<Word, 12> years{"1957", "1968", "1979", "1986", "1989", "1992",
                                     "1993", "1995", "1999", "2002", "2004", "2009"};
constexpr std::array<Expression, 7> agents{{{"the ministers", "les ministres", "0-0 1-1"},
                                            {"the president", "le président", "0-0 1-1"},
                                            {"the governments", "les gouvernements", "0-0 1-1"},
                                            {"the member states", "les états membres", "0-0 2-1 1-2"},
                                            {"the European governments", "les gouvernements européens", "0-0 2-1 1-2"},
                                            {"the European parliament", "le parlement européen", "0-0 2-1 1-2"},
                                            {"the foreign ministers", "les ministres étrangers", "0-0 2-1 1-2"}}};
constexpr std::array<Expression, 6> countries{{{"France", "la France", "0?0 0-1"},
                                               {"Germany", "la Allemagne", "0?0 0-1"},
                                               {"Italy", "la Italie", "0?0 0-1"},
                                               {"Spain", "la Espagne", "0?0 0-1"},
                                               {"Norway", "la Norvège", "0?0 0-1"},
                                               {"Portugal", "le Portugal", "0?0 0-1"}}};

struct Body {
    Phrase phrase;
    Gender gender;
};

/// "the European Economic Area", "la zone économique européenne": the adjectives change sides and order.
Body institution(Draw& draw)
{
    const Institution& noun = draw.from(institutions);
    const Quality& outer = draw.from(outerQualities);
    const Quality& inner = noun.isMarket ? draw.from(marketQualities) : draw.from(assemblyQualities);
    const bool both = noun.french == "zone" || draw.chance(75); // no area is just national
    Rule rule;
    const Part start = rule.say("the"), first = rule.say(outer.english);
    const Part second = both ? rule.say(inner.english) : absentPart, thing = rule.say(noun.english);
    rule.head(thing).put(noun.gender == feminine ? "la" : "le", {start}).put(noun.french, {thing});
    if (both)
        rule.put(inner.form(noun.gender), {second});
    rule.put(outer.form(noun.gender), {first});
    return {rule.done(), noun.gender};
}

/// "the agreement on …", "l'accord sur …"
Body document(Draw& draw)
{
    const Document& noun = draw.from(documents);
    const Body about = institution(draw);
    const bool isThis = draw.chance(15);
    const Word article = isThis ? (noun.gender == feminine   ? "cette"
                                       : elides(noun.french) ? "cet"
                                                             : "ce")
                                : (noun.gender == feminine ? "la" : "le");
    Rule rule;
    const Part start = rule.say(isThis ? "this" : "the"), thing = rule.say(noun.english), on = rule.say("on");
    const Part body = rule.say(about.phrase);
    rule.head(thing).put(article, {start}).put(noun.french, {thing}).put("sur", {on}).put(body);
    return {rule.done(), noun.gender};
}

Phrase when(Draw& draw)
{
    const Word year = draw.from(years);
    const Phrase month = phrase(draw.from(months));
    Rule rule;
    const Part in = rule.say("in"), which = draw.chance(70) ? rule.say(month) : absentPart, number = rule.say(year);
    rule.put("en", {in});
    if (which.phrase)
        rule.put(which);
    return rule.put(year, {number}).done();
}

/// "was not signed", "n'a pas été signé"; "was created", "a été créée"
Phrase passive(Draw& draw, const Body& subject, const Passive& verb)
{
    const bool negated = draw.chance(15);
    Rule rule;
    const Part thing = rule.say(subject.phrase), was = rule.say("was");
    const Part no = negated ? rule.say("not") : absentPart, done = rule.say(verb.english);
    rule.put(thing);
    if (negated)
        rule.put("ne", {}, {no, was});
    rule.put("a", {}, {was, done});
    if (negated)
        rule.put("pas", {no});
    return rule.put("été", {was}).put(subject.gender == feminine ? verb.feminine : verb.masculine, {done}).done();
}

Phrase circumstances(Draw& draw)
{
    const Phrase time = when(draw);
    switch (draw.weighted({50, 25, 25})) {
    case 0:
        return time;
    case 1:
        return together(destination(draw, "in"), time);
    default:
        return together(prepositional(word("by", "par"), phrase(draw.from(agents))), time);
    }
}

/// "the ministers signed the treaty …", "les ministres ont signé le traité …"
Phrase active(Draw& draw)
{
    const Expression& agent = draw.from(agents);
    const Phrase who = phrase(agent), what = document(draw).phrase;
    const Passive& verb = draw.from(passives);
    Rule rule;
    const Part by = rule.say(who), did = rule.say(verb.english), object = rule.say(what);
    rule.put(by).put(agent.target.starts_with("les") ? "ont" : "a", {}, {did}).put(verb.masculine, {did}).put(object);
    return together(rule.done(), when(draw));
}

/// "Norway is not a member of …", "la Norvège n'est pas membre de …"
Phrase membership(Draw& draw)
{
    const Phrase country = phrase(draw.from(countries)),
                 body = prepositional(word("of", "de"), institution(draw).phrase);
    const bool negated = draw.chance(30);
    Rule rule;
    const Part subject = rule.say(country), is = rule.say("is"), no = negated ? rule.say("not") : absentPart;
    rule.say("a");
    const Part member = rule.say("member"), whole = rule.say(body);
    rule.put(subject);
    if (negated)
        rule.put("ne", {}, {no, is});
    rule.put("est", {is});
    if (negated)
        rule.put("pas", {no});
    return rule.put("membre", {member}).put(whole).done();
}

} // namespace

Phrase treatyNews(Draw& draw)
{
    switch (draw.weighted({50, 20, 15, 15})) {
    case 0:
        return sentence(together(passive(draw, document(draw), draw.from(passives)), circumstances(draw)), ".");
    case 1:
        return sentence(active(draw), ".");
    case 2:
        return sentence(together(passive(draw, institution(draw), {"created", "créé", "créée"}), when(draw)), ".");
    default:
        return sentence(membership(draw), ".");
    }
}

} // namespace alignoscope::corpus::french
