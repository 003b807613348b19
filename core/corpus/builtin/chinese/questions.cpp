// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/chinese/sentences.h"

#include <array>

namespace alignoscope::corpus::chinese {
namespace {

constexpr Expression questionMark{"?", "？", "0-0"};

/// "who is eating the apple?", 谁在吃苹果？
Phrase whoDoes(Draw& draw)
{
    return say(action(draw, {word("who", "谁"), Person::He, person}, 25));
}

/// "where is the cat?", 猫在哪里？
Phrase whereIs(Draw& draw)
{
    const Nominal what =
        draw.chance(50) ? asked(draw) : nounPhrase(draw, nounOf(draw, small | indoors), Articles::Definite);
    Rule rule;
    const Part where = rule.say("where"), be = rule.say(formOfBe(what.person, false)), subject = rule.say(what.phrase);
    return rule.put(subject).put("在", {be}).put("哪里", {where}).done();
}

/// "what did you buy?", 你买了什么？ "which book", 哪本书; "how many books", 几本书
Phrase whatIsDone(Draw& draw)
{
    Clause clause = action(draw, asked(draw), 20);
    const auto suits = [&] {
        return clause.object && clause.verb->chinese != "去" && clause.polarity == Polarity::Positive && !clause.adverb
            && (clause.verb->objects & (thing | food | readable | drink)) != 0 && clause.tense != Tense::Must;
    };
    while (!suits())
        clause = action(draw, asked(draw), 20);
    clause.object.reset();
    clause.question = true;
    const std::size_t kind = (clause.verb->objects & drink) != 0 ? 0 : draw.weighted({35, 35, 30});
    if (kind == 0) {
        clause.askedObject = word("what", "什么");
        return say(clause);
    }
    const Noun& noun = nounOf(draw, clause.verb->objects & (thing | food | readable));
    const Phrase core = described(noun, nullptr, kind == 2);
    Rule rule;
    if (kind == 1) {
        const Part which = rule.say("which"), rest = rule.say(core);
        rule.head(rest).put("哪", {which}).put(noun.measure, {}, {rest, which}).put(rest);
    } else {
        const Part how = rule.say("how"), many = rule.say("many"), rest = rule.say(core);
        rule.head(rest).put("几", {many}, {how}).put(noun.measure, {}, {rest, many}).put(rest);
    }
    clause.askedObject = rule.done();
    return say(clause);
}

/// "when did you go to Beijing?", 你什么时候去了北京？ Why and where are asked in the same place.
Phrase whenWhyWhere(Draw& draw)
{
    constexpr std::array<Expression, 3> words{
        {{"why", "为什么", "0-0"}, {"when", "什么时候", "0-0"}, {"where", "在哪里", "0-0"}}};
    const std::size_t which = draw.weighted({45, 25, 30});
    while (true) {
        Clause clause = action(draw, asked(draw), 0);
        const bool plain = clause.polarity == Polarity::Positive && !clause.adverb && clause.tense != Tense::Must;
        const bool habit = clause.verb->state || clause.tense == Tense::Progressive || clause.tense == Tense::Past;
        const bool fixed = clause.place || clause.verb->chinese == "去" || clause.tense == Tense::Progressive
            || clause.verb->state || clause.verb->chinese == "看见";
        if (!plain || (which == 1 && habit) || (which == 2 && fixed))
            continue;
        clause.question = true;
        clause.asked = phrase(words[which]);
        return say(clause);
    }
}

} // namespace

Phrase openQuestion(Draw& draw)
{
    switch (draw.weighted({20, 18, 32, 30})) {
    case 0:
        return sentence(whoDoes(draw), questionMark);
    case 1:
        return sentence(whereIs(draw), questionMark);
    case 2:
        return sentence(whatIsDone(draw), questionMark);
    default:
        return sentence(whenWhyWhere(draw), questionMark);
    }
}

} // namespace alignoscope::corpus::chinese
