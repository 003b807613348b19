// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/chinese/sentences.h"

#include <array>

namespace alignoscope::corpus::chinese {
namespace {

Phrase asQuestion(const Phrase& clause)
{
    Rule rule;
    const Part whole = rule.say(clause), mark = rule.say("?");
    return rule.put(whole).put("吗", {}, {mark}).put("？", {mark}).done();
}

Nominal anything(Draw& draw)
{
    if (draw.chance(55))
        return subject(draw);
    return nounPhrase(draw, nounOf(draw, thing | readable | animal | food), Articles::Definite, 10);
}

Phrase profession(Draw& draw, Word be, const Nominal& who, bool question)
{
    constexpr std::array<Expression, 5> professions{{{"teacher", "老师", "0-0"},
                                                     {"doctor", "医生", "0-0"},
                                                     {"student", "学生", "0-0"},
                                                     {"driver", "司机", "0-0"},
                                                     {"nurse", "护士", "0-0"}}};
    const Phrase work = phrase(draw.from(professions));
    const bool negated = !question && draw.chance(25);
    Rule rule;
    Part is = question ? rule.say(be) : absentPart;
    const Part subject = rule.say(who.phrase);
    if (!question)
        is = rule.say(be);
    const Part no = negated ? rule.say("not") : absentPart;
    rule.say("a");
    const Part what = rule.say(work);
    rule.put(subject);
    if (negated)
        rule.put("不", {no});
    return rule.put("是", {is}).put(what).done();
}

Nominal oneOfThem(Draw& draw)
{
    Nominal who = subject(draw);
    while (who.person == Person::We || who.person == Person::They
           || ((who.kinds & relative) == 0 && who.phrase.source.size() > 1))
        who = subject(draw);
    return who;
}

Phrase isAt(Draw& draw, const Nominal& what, const Place& place, bool question)
{
    const Phrase at = where(place);
    const bool negated = !question && draw.chance(25);
    Rule rule;
    Part be = question ? rule.say(formOfBe(what.person, false)) : absentPart;
    const Part subject = rule.say(what.phrase);
    if (!question)
        be = rule.say(formOfBe(what.person, false));
    const Part no = negated ? rule.say("not") : absentPart, there = rule.say(at);
    rule.put(subject);
    if (negated)
        rule.put("不", {no});
    return rule.head(be).put(there).done();
}

Phrase someLocation(Draw& draw, bool question)
{
    const bool person = draw.chance(50);
    const Nominal what =
        person ? subject(draw) : nounPhrase(draw, nounOf(draw, small | indoors), Articles::Definite, 15);
    return isAt(draw, what, person ? draw.from(places()) : draw.from(surfaces()), question);
}

} // namespace

Phrase sentence(const Phrase& clause, const Expression& mark)
{
    return together(clause, phrase(mark));
}

Phrase statement(Draw& draw)
{
    return sentence(say(action(draw, subject(draw), 50)), fullStop);
}

Phrase dated(Draw& draw)
{
    Clause clause = action(draw, subject(draw), 0);
    while (clause.verb->state || clause.adverb || clause.polarity == Polarity::Never)
        clause = action(draw, subject(draw), 0);
    const Phrase time = together(timePhrase(draw, clause.tense), phrase(comma));
    return sentence(together(time, say(clause)), fullStop);
}

Phrase beingSo(Draw& draw, const Nominal& subject, bool question)
{
    const Adjective* adjective = adjectiveFor(draw, subject.kinds);
    while (adjective == nullptr || adjective->chinese == "好")
        adjective = adjectiveFor(draw, subject.kinds);
    const bool colour = adjective->form == AdjectiveForm::Colour;
    const bool negated = !question && draw.chance(25), very = !colour && !negated && draw.chance(25);
    const Word be = formOfBe(subject.person, false);
    Rule rule;
    Part is = question ? rule.say(be) : absentPart;
    const Part what = rule.say(subject.phrase);
    if (!question)
        is = rule.say(be);
    const Part no = negated ? rule.say("not") : absentPart, degree = very ? rule.say("very") : absentPart;
    const Part quality = rule.say(adjective->english);
    rule.head(is).put(what);
    if (negated)
        rule.put("不", {no});
    if (colour)
        return rule.put("是", {is}).put(adjective->chinese, {quality}).put("的", {}, {quality}).done();
    if (very)
        rule.put("非常", {degree});
    else if (!negated && !question)
        rule.put("很", {}, {is, quality});
    return rule.put(adjective->chinese, {quality}).done();
}

Phrase quality(Draw& draw)
{
    return sentence(beingSo(draw, anything(draw), false), fullStop);
}

Phrase location(Draw& draw)
{
    return sentence(someLocation(draw, false), fullStop);
}

Phrase identity(Draw& draw)
{
    const Nominal who = oneOfThem(draw);
    return sentence(profession(draw, formOfBe(who.person, false), who, false), fullStop);
}

Phrase existence(Draw& draw)
{
    const bool absent = draw.chance(22);
    const Noun& noun = nounOf(draw, small | indoors);
    const Adjective* adjective = draw.chance(20) ? attributeFor(draw, noun.kinds) : nullptr;
    const Nominal what = absent ? Nominal{described(noun, adjective, true), Person::They, noun.kinds}
                                : nounPhrase(draw, noun, Articles::Indefinite, 30);
    const Phrase place = ground(draw.from(surfaces()));
    Rule rule;
    const Part there = rule.say("there"), be = rule.say(formOfBe(what.person, false));
    const Part no = absent ? rule.say("no") : absentPart, thing = rule.say(what.phrase), at = rule.say(place);
    rule.put(at);
    if (absent)
        rule.put("没", {no});
    return sentence(rule.put("有", {be}, {there}).put(thing).done(), fullStop);
}

Phrase comparison(Draw& draw)
{
    struct Degree {
        Word more, plain, chinese;
        unsigned kinds;
    };
    constexpr std::array<Degree, 8> degrees{{{"taller", "tall", "高", person | relative},
                                             {"younger", "young", "年轻", person},
                                             {"cleverer", "clever", "聪明", person | relative | animal},
                                             {"bigger", "big", "大", thing | animal},
                                             {"smaller", "small", "小", thing | animal},
                                             {"newer", "new", "新", thing},
                                             {"cheaper", "cheap", "便宜", thing | food},
                                             {"more expensive", "expensive", "贵", thing | food}}};
    const Degree& degree = draw.from(degrees);
    const unsigned kind = (degree.kinds & person) != 0 ? degree.kinds
        : (degree.kinds & animal) != 0                 ? draw.oneOf<unsigned>({thing, animal})
                                                       : draw.oneOf<unsigned>({thing, degree.kinds});
    const auto one = [&] {
        return (degree.kinds & person) != 0 && draw.chance(60)
            ? draw.chance(50) ? properName(draw) : pronoun(draw)
            : nounPhrase(draw, nounOf(draw, kind), Articles::Definite, 15);
    };
    const auto object = [](const Nominal& nominal) {
        return nominal.phrase.source.size() > 1 || nominal.phrase.source[0][0] < 'a';
    };
    const Nominal first = one();
    Nominal second = one();
    while (second.phrase.source == first.phrase.source || !object(second)) // not "than I"
        second = one();
    const bool equal = draw.chance(30);
    const Phrase more = phrase({degree.more, degree.chinese, degree.more.find(' ') == Word::npos ? "0-0" : "0?0 1-0"});
    Rule rule;
    const Part a = rule.say(first.phrase), be = rule.say(formOfBe(first.person, false));
    if (equal) {
        const Part no = rule.say("not"), as = rule.say("as"), how = rule.say(degree.plain);
        const Part then = rule.say("as"), b = rule.say(second.phrase);
        rule.head(be).put(a).put("没有", {no}, {then, as}).put(b).put("那么", {as}).put(degree.chinese, {how});
    } else {
        const Part how = rule.say(more), than = rule.say("than"), b = rule.say(second.phrase);
        rule.head(be).put(a).put("比", {than}).put(b).put(how);
    }
    return sentence(rule.done(), fullStop);
}

Phrase yesNoQuestion(Draw& draw)
{
    switch (draw.weighted({60, 20, 12, 8})) {
    case 0: {
        Clause clause = action(draw, asked(draw), 35);
        while (clause.polarity != Polarity::Positive || clause.tense == Tense::Must)
            clause = action(draw, asked(draw), 35);
        clause.question = true;
        return asQuestion(say(clause));
    }
    case 1:
        return asQuestion(beingSo(draw, anything(draw), true));
    case 2:
        return asQuestion(someLocation(draw, true));
    default: {
        const Nominal who = oneOfThem(draw);
        return asQuestion(profession(draw, formOfBe(who.person, false), who, true));
    }
    }
}

} // namespace alignoscope::corpus::chinese
