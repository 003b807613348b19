// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/chinese/noun_phrase.h"

#include <array>

namespace alignoscope::corpus::chinese {
namespace {

constexpr std::array<Expression, 6> possessives{{{"my", "我", "0-0"},
                                                 {"your", "你", "0-0"},
                                                 {"his", "他", "0-0"},
                                                 {"her", "她", "0-0"},
                                                 {"our", "我们", "0-0"},
                                                 {"their", "他们", "0-0"}}};
constexpr std::array<Expression, 9> numbers{{{"two", "两", "0-0"},
                                             {"three", "三", "0-0"},
                                             {"four", "四", "0-0"},
                                             {"five", "五", "0-0"},
                                             {"six", "六", "0-0"},
                                             {"seven", "七", "0-0"},
                                             {"eight", "八", "0-0"},
                                             {"nine", "九", "0-0"},
                                             {"ten", "十", "0-0"}}};

/// "three books", 三本书: the measure word comes from the noun.
Phrase measured(Word english, Word chinese, Word measure, const Phrase& core)
{
    Rule rule;
    const Part count = rule.say(english), rest = rule.say(core);
    return rule.head(rest).put(chinese, {count}).put(measure, {}, {rest, count}).put(rest).done();
}

/// "many books", 很多书; "some", 一些; "these", 这些; "my", 我的: without a measure word.
Phrase unmeasured(Word english, Word chinese, const Phrase& core)
{
    Rule rule;
    const Part first = rule.say(english), rest = rule.say(core);
    return rule.head(rest).put(chinese, {first}).put(rest).done();
}

/// "the book", 书
Phrase definite(const Phrase& core)
{
    Rule rule;
    rule.say("the");
    const Part rest = rule.say(core);
    return rule.head(rest).put(rest).done();
}

Phrase owned(Draw& draw, const Phrase& core, const Noun& noun)
{
    const Expression& owner = draw.from(possessives);
    Rule rule;
    const Part whose = rule.say(owner.source), rest = rule.say(core);
    rule.head(rest).put(owner.target, {whose});
    const bool kin = noun.kinds == relative; // 我弟弟 rather than 我的弟弟
    if (!kin)
        rule.put("的", {}, {whose});
    return rule.put(rest).done();
}

Phrase pointed(Draw& draw, const Phrase& core, const Noun& noun, bool plural)
{
    const bool near = draw.chance(60);
    if (plural)
        return unmeasured(near ? "these" : "those", near ? "这些" : "那些", core);
    return measured(near ? "this" : "that", near ? "这" : "那", noun.measure, core);
}

Phrase withArticle(Draw& draw, const Phrase& core, const Noun& noun, bool plural, Articles articles)
{
    if (noun.kinds == relative && articles != Articles::Indefinite)
        return owned(draw, core, noun);
    const bool fresh = articles == Articles::Indefinite, known = articles == Articles::Definite;
    const bool mine = (noun.kinds & (thing | readable | animal | relative | food)) != 0;
    const int indefinite = known ? 0 : plural ? 38 : 22;
    switch (draw.weighted({fresh ? 0 : 28, fresh ? 0 : 22, fresh || !mine ? 0 : 20, indefinite})) {
    case 0:
        return definite(core);
    case 1:
        return pointed(draw, core, noun, plural);
    case 2:
        return owned(draw, core, noun);
    default:
        break;
    }
    if (articles == Articles::Negated)
        return definite(core);
    if (!plural)
        return measured("a", "一", noun.measure, core);
    if (draw.chance(25))
        return draw.chance(50) ? unmeasured("many", "很多", core) : unmeasured("some", "一些", core);
    const Expression& number = draw.from(numbers);
    return measured(number.source, number.target, noun.measure, core);
}

Phrase mass(Draw& draw, const Noun& noun, Articles articles)
{
    const Phrase core = word(noun.english, noun.chinese);
    if (articles == Articles::Any && draw.chance(40))
        return unmeasured("some", "一些", core);
    return draw.chance(50) ? definite(core) : core;
}

} // namespace

Nominal pronoun(Draw& draw)
{
    struct Entry {
        Word english, chinese;
        Person person;
    };
    constexpr std::array<Entry, 6> table{{{"I", "我", Person::I},
                                          {"you", "你", Person::You},
                                          {"he", "他", Person::He},
                                          {"she", "她", Person::He},
                                          {"we", "我们", Person::We},
                                          {"they", "他们", Person::They}}};
    const Entry& entry = draw.from(table);
    return {word(entry.english, entry.chinese), entry.person, person};
}

Nominal properName(Draw& draw)
{
    constexpr std::array<Expression, 6> names{{{"Paul", "保罗", "0-0"},
                                               {"Mary", "玛丽", "0-0"},
                                               {"Anna", "安娜", "0-0"},
                                               {"Tom", "汤姆", "0-0"},
                                               {"Lucy", "露西", "0-0"},
                                               {"David", "大卫", "0-0"}}};
    return {phrase(draw.from(names)), Person::He, person};
}

const Adjective* adjectiveFor(Draw& draw, unsigned kinds)
{
    for (int attempt = 0; attempt < 12; ++attempt)
        if (const Adjective& adjective = draw.from(adjectives()); (adjective.kinds & kinds) != 0)
            return &adjective;
    return nullptr;
}

const Adjective* attributeFor(Draw& draw, unsigned kinds)
{
    const Adjective* adjective = adjectiveFor(draw, kinds);
    return adjective && adjective->form != AdjectiveForm::Predicate ? adjective : nullptr;
}

Phrase described(const Noun& noun, const Adjective* adjective, bool plural)
{
    Rule rule;
    const Part quality = adjective ? rule.say(adjective->english) : absentPart;
    const Word english = plural ? noun.englishPlural : noun.english;
    const std::size_t space = english.find(' '); // "younger brother" is one word in Chinese
    const Part first = space == Word::npos ? absentPart : rule.say(english.substr(0, space));
    const Part last = rule.say(space == Word::npos ? english : english.substr(space + 1));
    rule.head(last);
    if (adjective) {
        rule.put(adjective->chinese, {quality});
        if (adjective->form != AdjectiveForm::Bare)
            rule.put("的", {}, {quality});
    }
    return rule.put(noun.chinese, {last}, {first}).done();
}

Nominal nounPhrase(Draw& draw, const Noun& noun, Articles articles, int adjectives)
{
    const bool plural = draw.chance(35);
    const bool kin = noun.kinds == relative;
    const Adjective* adjective = !kin && draw.chance(adjectives) ? attributeFor(draw, noun.kinds) : nullptr;
    const Phrase core = described(noun, adjective, plural);
    return {withArticle(draw, core, noun, plural, articles), plural ? Person::They : Person::He, noun.kinds};
}

const Noun& nounOf(Draw& draw, unsigned kinds)
{
    while (true)
        if (const Noun& noun = draw.from(nouns()); (noun.kinds & kinds) != 0)
            return noun;
}

Nominal subject(Draw& draw)
{
    switch (draw.weighted({45, 15, 40})) {
    case 0:
        return pronoun(draw);
    case 1:
        return properName(draw);
    default:
        return nounPhrase(draw, nounOf(draw, person | relative), Articles::Definite, 15);
    }
}

Nominal asked(Draw& draw)
{
    Nominal who = subject(draw);
    while (who.person == Person::I)
        who = subject(draw);
    return who;
}

Nominal object(Draw& draw, unsigned kinds, Articles articles)
{
    if ((kinds & drink) != 0 || (kinds == food && draw.chance(40)))
        while (true)
            if (const Noun& noun = draw.from(massNouns()); (noun.kinds & kinds) != 0)
                return {mass(draw, noun, articles), Person::He, noun.kinds};
    if ((kinds & person) != 0 && draw.chance(20))
        return properName(draw);
    return nounPhrase(draw, nounOf(draw, kinds), articles);
}

Phrase ground(const Place& place)
{
    Rule rule;
    const Part preposition = rule.say(place.preposition);
    if (!place.bare)
        rule.say("the");
    const Part noun = rule.say(place.noun);
    rule.head(noun).put(place.chinese, {noun});
    if (!place.side.empty())
        rule.put(place.side, {preposition});
    return rule.done();
}

Phrase where(const Place& place)
{
    Rule rule;
    const Part preposition = rule.say(place.preposition);
    if (!place.bare)
        rule.say("the");
    const Part noun = rule.say(place.noun);
    rule.head(noun);
    if (place.side.empty())
        rule.put("在", {preposition});
    else
        rule.put("在", {}, {preposition});
    rule.put(place.chinese, {noun});
    if (!place.side.empty())
        rule.put(place.side, {preposition});
    return rule.done();
}

Phrase together(const Phrase& first, const Phrase& second)
{
    Rule rule;
    const Part a = rule.say(first), b = rule.say(second);
    return rule.head(b).put(a).put(b).done();
}

} // namespace alignoscope::corpus::chinese
