// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/chinese/sentences.h"

#include <array>

namespace alignoscope::corpus::chinese {
namespace {

Phrase shortStatement(Draw& draw, std::optional<Tense> tense = {})
{
    if (!tense && draw.chance(30))
        return beingSo(draw, subject(draw), false);
    return say(action(draw, subject(draw), 12, tense));
}

/// "that I bought", 我买的: before the noun in Chinese. The clause lacks its object, or its subject ("who sells
/// apples").
Phrase relativeNoun(Draw& draw, unsigned& kinds)
{
    const bool aboutPerson = draw.chance(35);
    const Noun& noun = nounOf(draw, aboutPerson ? unsigned{person} : thing | food | readable);
    kinds = noun.kinds;
    const Phrase thing = word(noun.english, noun.chinese);
    const auto candidate = [&] {
        return action(draw, aboutPerson ? Nominal{{{"who"}, {}, {}, {}, 0}, Person::He, person} : subject(draw), 10);
    };
    Clause clause = candidate();
    const auto suits = [&] {
        return !clause.adverb && clause.verb->chinese != "有"
            && (aboutPerson || (clause.object && (clause.verb->objects & noun.kinds) != 0));
    };
    while (!suits())
        clause = candidate();
    if (!aboutPerson)
        clause.object.reset();
    clause.attributive = true;
    const Phrase description = say(clause);
    Rule rule;
    rule.say("the");
    const Part what = rule.say(thing), that = aboutPerson ? absentPart : rule.say("that"), how = rule.say(description);
    const Part mark = aboutPerson ? Part{how.first, how.first, nullptr} : that;
    return rule.head(what).put(how).put("的", {}, {mark, what}).put(what).done();
}

/// "A because B", 因为B，所以A
Phrase caused(const Phrase& effect, const Phrase& cause)
{
    Rule rule;
    const Part a = rule.say(effect), because = rule.say("because"), b = rule.say(cause);
    return rule.put("因为", {because}).put(b).put("，", {}, {because}).put("所以", {}, {because}).put(a).done();
}

} // namespace

Phrase reason(Draw& draw)
{
    const Tense tense = draw.oneOf({Tense::Past, Tense::Past, Tense::Present});
    return sentence(caused(shortStatement(draw, tense), shortStatement(draw, tense)), fullStop);
}

Phrase condition(Draw& draw)
{
    constexpr std::array<Expression, 4> conditions{{{"it rains tomorrow", "明天下雨", "2-0 1-1 0?1"},
                                                    {"it snows tomorrow", "明天下雪", "2-0 1-1 0?1"},
                                                    {"the weather is good", "天气 好", "0?0 1-0 2?1 3-1"},
                                                    {"you are tired", "你 累 了", "0-0 1?1 2-1 2?2"}}};
    const Expression& chosen = draw.from(conditions);
    const bool weather = chosen.target.starts_with("明天");
    const Phrase when = weather
        ? phrase({chosen.source, chosen.target.ends_with("雨") ? "明天 下雨" : "明天 下雪", chosen.links})
        : phrase(chosen);
    const Nominal who = subject(draw);
    const Phrase then = say(action(draw, who, 0, draw.oneOf({Tense::Going, Tense::Can, Tense::Want, Tense::Must})));
    Rule rule;
    const Part ifWord = rule.say("if"), a = rule.say(when), mark = rule.say(","), b = rule.say(then);
    return sentence(rule.put("如果", {ifWord}).put(a).put("，", {mark}).put(b).done(), fullStop);
}

Phrase occasion(Draw& draw)
{
    const auto habit = [&](bool plain) {
        Clause clause = action(draw, subject(draw), 0, Tense::Present);
        while (clause.verb->state || clause.tense != Tense::Present
               || (plain && (clause.polarity != Polarity::Positive || clause.adverb)))
            clause = action(draw, subject(draw), 0, Tense::Present);
        return say(clause);
    };
    const Phrase first = habit(true), second = habit(false);
    Rule rule;
    const Part when = rule.say("when"), a = rule.say(first), mark = rule.say(","), b = rule.say(second);
    return sentence(rule.put(a).put("的", {}, {when}).put("时候", {when}).put("，", {mark}).put(b).done(), fullStop);
}

Phrase contrast(Draw& draw)
{
    const Phrase first = together(shortStatement(draw), phrase(comma));
    return sentence(together(first, together(word("but", "但是"), shortStatement(draw))), fullStop);
}

Phrase relativeClause(Draw& draw)
{
    unsigned kinds = 0;
    const Phrase noun = relativeNoun(draw, kinds);
    return sentence(beingSo(draw, {noun, Person::He, kinds}, false), fullStop);
}

Phrase reportedSpeech(Draw& draw)
{
    static constexpr std::array<Verb, 3> verbs{{{{"know", "knows", "", "", ""}, "知道"},
                                                {{"think", "thinks", "", "", ""}, "觉得"},
                                                {{"say", "says", "", "", ""}, "说"}}};
    Clause outer;
    outer.subject = subject(draw);
    outer.verb = &draw.from(verbs);
    const bool asking = outer.verb->chinese == "知道" && draw.chance(35);
    if (asking)
        outer.polarity = Polarity::Not;
    Rule rule;
    const Phrase inner = shortStatement(draw);
    rule.say("that");
    const Part what = rule.say(inner);
    outer.object = rule.put(what).done();
    return sentence(say(outer), fullStop);
}

} // namespace alignoscope::corpus::chinese
