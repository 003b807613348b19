// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/chinese/clause.h"

namespace alignoscope::corpus::chinese {
namespace {

/// Writes the Chinese side of a clause whose English side has been said.
class ChineseClause {
public:
    ChineseClause(Rule& rule, const Clause& clause, const ClauseParts& parts)
        : m_rule(rule), m_clause(clause), m_parts(parts)
    {
    }

    void putPredicate(const Part& place)
    {
        if (m_clause.adverb)
            m_rule.put(m_clause.adverb->target, {m_parts.adverb});
        putNegation();
        putModal();
        putProgressive(place.phrase != nullptr);
        if (place.phrase)
            m_rule.put(place);
        m_rule.put(m_clause.verb->chinese, {m_parts.verb}, {m_parts.auxiliary, m_parts.particle});
        if (m_clause.tense == Tense::Past && m_clause.polarity == Polarity::Never)
            m_rule.put("过", {}, {m_parts.verb});
        else if (completed())
            m_rule.put("了", {}, {m_parts.verb, m_parts.auxiliary});
    }

private:
    [[nodiscard]] bool completed() const
    {
        return m_clause.tense == Tense::Past && m_clause.polarity == Polarity::Positive && !m_clause.adverb
            && !m_clause.attributive;
    }

    void putNegation()
    {
        if (m_clause.polarity == Polarity::Positive)
            return;
        if (m_clause.polarity == Polarity::Never)
            m_rule.put("从来", {m_parts.negation});
        const bool mei =
            m_clause.tense == Tense::Past || m_clause.tense == Tense::Progressive || m_clause.verb->chinese == "有";
        if (m_clause.tense == Tense::Past && m_clause.polarity == Polarity::Never)
            m_rule.put("没", {m_parts.negation});
        else
            m_rule.put(mei ? "没" : "不", {m_parts.negation});
    }

    void putModal()
    {
        switch (m_clause.tense) {
        case Tense::Going:
            m_rule.put("打算", {m_parts.modal}, {m_parts.auxiliary, m_parts.to});
            break;
        case Tense::Can:
            m_rule.put("能", {m_parts.modal});
            break;
        case Tense::Must:
            m_rule.put("必须", {m_parts.modal});
            break;
        case Tense::Want:
            m_rule.put("想", {m_parts.modal}, {m_parts.auxiliary, m_parts.to});
            break;
        default:
            break;
        }
    }

    /// 正在 before the verb; with a place only 正, because the place begins with 在.
    void putProgressive(bool hasPlace)
    {
        if (m_clause.tense != Tense::Progressive)
            return;
        if (m_clause.polarity == Polarity::Positive)
            m_rule.put("正", {}, {m_parts.auxiliary, m_parts.verb});
        if (!hasPlace)
            m_rule.put("在", {}, {m_parts.auxiliary, m_parts.verb});
    }

    Rule& m_rule;
    const Clause& m_clause;
    const ClauseParts& m_parts;
};

constexpr std::array<Expression, 6> pastTimes{{{"yesterday", "昨天", "0-0"},
                                               {"last week", "上 个 星期", "0-0 1?1 1-2"},
                                               {"last year", "去 年", "0-0 1-1"},
                                               {"this morning", "今天 早上", "0-0 1-1"},
                                               {"on Sunday", "星期天", "0?0 1-0"},
                                               {"two days ago", "两 天 前", "0-0 1-1 2-2"}}};
constexpr std::array<Expression, 5> futureTimes{{{"tomorrow", "明天", "0-0"},
                                                 {"next week", "下 个 星期", "0-0 1?1 1-2"},
                                                 {"next year", "明 年", "0-0 1-1"},
                                                 {"this evening", "今天 晚上", "0-0 1-1"},
                                                 {"on Sunday", "星期天", "0?0 1-0"}}};
constexpr std::array<Expression, 5> habitTimes{{{"every day", "每 天", "0-0 1-1"},
                                                {"every week", "每 个 星期", "0-0 1?1 1-2"},
                                                {"in the morning", "早上", "0?0 1?0 2-0"},
                                                {"in the evening", "晚上", "0?0 1?0 2-0"},
                                                {"every evening", "每天 晚上", "0-0 1-1"}}};
constexpr std::array<Expression, 1> nowTimes{{{"now", "现在", "0-0"}}};

/// "him", 他: never the subject itself.
Expression pronounFor(Draw& draw, const Nominal& subject)
{
    struct Entry {
        Expression words;
        Person person;
    };
    constexpr std::array<Entry, 6> table{{{{"me", "我", "0-0"}, Person::I},
                                          {{"you", "你", "0-0"}, Person::You},
                                          {{"him", "他", "0-0"}, Person::He},
                                          {{"her", "她", "0-0"}, Person::He},
                                          {{"us", "我们", "0-0"}, Person::We},
                                          {{"them", "他们", "0-0"}, Person::They}}};
    const auto first = [](Person person) { return person == Person::I || person == Person::We; };
    while (true) {
        const Entry& entry = draw.from(table);
        const bool same = entry.person == subject.person || (first(entry.person) && first(subject.person));
        if (!same || subject.person == Person::He)
            return entry.words;
    }
}

} // namespace

Phrase say(const Clause& clause)
{
    Rule rule;
    const Part askedObject = clause.askedObject ? rule.say(*clause.askedObject) : absentPart;
    const Part asked = clause.asked ? rule.say(*clause.asked) : absentPart;
    const Word adverb = clause.adverb ? clause.adverb->source : Word{};
    const ClauseParts parts = sayClause(rule,
                                        {clause.verb->english, clause.subject.phrase, clause.subject.person,
                                         clause.tense, clause.polarity, clause.question, adverb});
    const Part pronoun = clause.objectPronoun ? rule.say(clause.objectPronoun->source) : absentPart;
    const Part object = clause.object ? rule.say(*clause.object) : absentPart;
    const Part place = clause.place ? rule.say(*clause.place) : absentPart;
    const Part time = clause.time ? rule.say(*clause.time) : absentPart;
    rule.head(parts.verb).put(parts.subject);
    const bool asksPlace = clause.asked && clause.asked->target.front() == "在哪里";
    for (const Part& before : {time, asksPlace ? absentPart : asked})
        if (before.phrase)
            rule.put(before);
    ChineseClause(rule, clause, parts).putPredicate(asksPlace ? asked : place);
    for (const Part& after : {object, askedObject})
        if (after.phrase)
            rule.put(after);
    if (clause.objectPronoun)
        rule.put(clause.objectPronoun->target, {pronoun});
    return rule.done();
}

Tense tenseFor(Draw& draw, const Verb& verb, Person person, std::optional<Tense> wanted)
{
    if (verb.english.past.empty())
        return Tense::Present;
    if (verb.chinese == "看见" || verb.chinese == "找到") // an instant: it has happened or not
        return Tense::Past;
    const bool alike = verb.english.past == verb.english.base && person != Person::He; // "I read"
    const bool progressive = !verb.english.ing.empty();
    if (wanted == Tense::Present)
        return alike ? Tense::Progressive : Tense::Present;
    if (wanted && (*wanted != Tense::Progressive || progressive))
        return *wanted;
    constexpr std::array<Tense, 7> tenses{Tense::Present, Tense::Progressive, Tense::Past, Tense::Going,
                                          Tense::Can,     Tense::Must,        Tense::Want};
    return tenses[draw.weighted({alike ? 0 : 22, progressive ? 15 : 0, 30, 12, 8, 5, 8})];
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

Clause action(Draw& draw, const Nominal& subject, int details, std::optional<Tense> tense)
{
    static const Verb go{{"go", "goes", "went", "", ""}, "去"};
    Clause clause;
    clause.subject = subject;
    const std::size_t family = draw.weighted({62, 26, 12});
    clause.verb = family == 0 ? &draw.from(transitiveVerbs()) : family == 1 ? &draw.from(intransitiveVerbs()) : &go;
    clause.tense = tenseFor(draw, *clause.verb, subject.person, tense);
    const bool event = !clause.verb->state && clause.verb->chinese != "看见" && clause.verb->chinese != "找到";
    const bool mayNever = (clause.tense == Tense::Present && event) || (clause.tense == Tense::Past && family != 1);
    if (draw.chance(24) && clause.tense != Tense::Must)
        clause.polarity = mayNever && draw.chance(35) ? Polarity::Never : Polarity::Not;
    const bool negated = clause.polarity != Polarity::Positive;
    if (family == 0 && (clause.verb->objects & person) != 0 && draw.chance(35))
        clause.objectPronoun = pronounFor(draw, subject);
    else if (family == 0)
        clause.object =
            object(draw, clause.verb->objects, negated || !event ? Articles::Definite : Articles::Any).phrase;
    if (family == 2)
        clause.object = phrase(draw.from(destinations()));
    if (event && family != 2 && clause.polarity != Polarity::Never && !(negated && clause.tense == Tense::Progressive)
        && draw.chance(family == 1 ? 45 : details / 2))
        clause.place = where(draw.from(places()));
    const bool notEvery = negated && clause.tense == Tense::Present; // "not every day" is another sentence
    if (event && clause.polarity != Polarity::Never && !notEvery && draw.chance(details))
        clause.time = timePhrase(draw, clause.tense);
    else if (event && clause.tense == Tense::Present && !negated && draw.chance(40))
        clause.adverb = draw.chance(60) ? Expression{"often", "常常", "0-0"} : Expression{"always", "总是", "0-0"};
    return clause;
}

} // namespace alignoscope::corpus::chinese
