// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/clause.h"

namespace alignoscope::corpus::french {
namespace {

/// A verb that helps another: "avoir vu", "aller voir", "pouvoir voir".
struct Auxiliary {
    std::array<Word, 5> present;
    Word withYou;                         ///< turned round in questions; or empty: "est-ce que"
    Word withHe{}, withShe{}, withThey{}; ///< likewise
};
constexpr Auxiliary avoir{{"ai", "avons", "avez", "a", "ont"}, "avez-vous", "a-t-il", "a-t-elle", "ont-ils"};
constexpr Auxiliary etre{{"suis", "sommes", "êtes", "est", "sont"}, "êtes-vous", "est-il", "est-elle", "sont-ils"};
constexpr Auxiliary aller{{"vais", "allons", "allez", "va", "vont"}, "allez-vous"};
constexpr Auxiliary pouvoir{{"peux", "pouvons", "pouvez", "peut", "peuvent"}, "pouvez-vous"};
constexpr Auxiliary devoir{{"dois", "devons", "devez", "doit", "doivent"}, ""};
constexpr Auxiliary vouloir{{"veux", "voulons", "voulez", "veut", "veulent"}, "voulez-vous"};
constexpr Auxiliary imperfectEtre{{"étais", "étions", "étiez", "était", "étaient"}, "étiez-vous"};

const Auxiliary* auxiliaryOf(const Clause& clause)
{
    switch (clause.tense) {
    case Tense::Past:
        return clause.verb->withEtre ? &etre : &avoir;
    case Tense::Going:
        return &aller;
    case Tense::Can:
        return &pouvoir;
    case Tense::Must:
        return &devoir;
    case Tense::Want:
        return &vouloir;
    default:
        return nullptr;
    }
}

Word form(const std::array<Word, 5>& forms, Person person)
{
    return forms[static_cast<std::size_t>(person)];
}

/// "avez-vous", where subject and auxiliary may be turned round; else empty.
Word inverted(const Auxiliary& auxiliary, const Nominal& subject)
{
    if (!subject.pronoun)
        return {};
    switch (subject.person) {
    case Person::You:
        return auxiliary.withYou;
    case Person::He:
        return subject.gender == Gender::Feminine ? auxiliary.withShe : auxiliary.withHe;
    case Person::They:
        return auxiliary.withThey;
    default:
        return {};
    }
}

/// "est-ce que" has no words of its own in English; it comes from the question's first ones.
void putEstCeQue(Rule& rule, const Part& auxiliary, const Part& asked)
{
    rule.put("est-ce", {}, {auxiliary, asked}).put("que", {}, {auxiliary, asked});
}

/// Writes the French side of a clause whose English side has been said.
class FrenchClause {
public:
    FrenchClause(Rule& rule, const Clause& clause, const ClauseParts& parts, const Part& asked, const Part& clitic)
        : m_rule(rule), m_clause(clause), m_parts(parts), m_asked(asked), m_clitic(clitic),
          m_auxiliary(auxiliaryOf(clause))
    {
    }

    void put()
    {
        const bool turns = m_clause.question && m_auxiliary && !m_clause.clitic && !asksWhat();
        const Word turned = turns ? inverted(*m_auxiliary, m_clause.subject) : Word{};
        if (m_asked.phrase)
            m_rule.put(m_asked);
        if (turned.empty()) {
            if (m_clause.question)
                putEstCeQue(m_rule, m_parts.auxiliary.head >= 0 ? m_parts.auxiliary : m_parts.modal, m_asked);
            m_rule.put(m_parts.subject);
        }
        if (m_clause.polarity != Polarity::Positive)
            m_rule.put("ne", {}, {m_parts.negation, m_parts.auxiliary});
        if (!beforeInfinitive())
            putClitic();
        putFinite(turned);
        if (m_clause.polarity != Polarity::Positive)
            m_rule.put(m_clause.polarity == Polarity::Never ? "jamais" : "pas", {m_parts.negation});
        if (m_clause.adverb)
            m_rule.put(m_clause.adverb->target, {m_parts.adverb});
        if (beforeInfinitive())
            putClitic();
        putNonFinite();
    }

private:
    /// "qu'est-ce que vous voulez" rather than "que voulez-vous"
    [[nodiscard]] bool asksWhat() const { return m_asked.phrase && m_asked.phrase->target.front() == "que"; }
    [[nodiscard]] bool beforeInfinitive() const { return m_auxiliary && m_clause.tense != Tense::Past; }

    void putClitic()
    {
        if (m_clause.clitic)
            m_rule.put(m_clause.clitic->french, {m_clitic});
    }

    void putFinite(Word turned)
    {
        const Person person = m_clause.subject.person;
        if (!turned.empty())
            m_rule.put(turned, {}, {m_parts.auxiliary, m_parts.subject, m_parts.modal});
        else if (!m_auxiliary)
            m_rule.put(form(m_clause.verb->present, person), {m_parts.verb}, {m_parts.auxiliary, m_parts.particle});
        else if (m_clause.tense == Tense::Past)
            m_rule.put(form(m_auxiliary->present, person), {}, {m_parts.verb, m_parts.auxiliary});
        else
            m_rule.put(form(m_auxiliary->present, person), {m_parts.modal}, {m_parts.auxiliary, m_parts.to});
    }

    void putNonFinite()
    {
        if (!m_auxiliary)
            return;
        if (m_clause.tense != Tense::Past) {
            m_rule.put(m_clause.verb->infinitive, {m_parts.verb}, {m_parts.to, m_parts.particle});
            return;
        }
        m_rule.put(participle(), {m_parts.verb}, {m_parts.particle});
    }

    [[nodiscard]] Word participle() const
    {
        Agreement with;
        if (m_clause.verb->withEtre)
            with = {m_clause.subject.gender, m_clause.subject.plural};
        else if (m_clause.agreement)
            with = *m_clause.agreement;
        return m_clause.verb->participle[(with.gender == Gender::Feminine ? 1U : 0U) + (with.plural ? 2U : 0U)];
    }

    Rule& m_rule;
    const Clause& m_clause;
    const ClauseParts& m_parts;
    Part m_asked, m_clitic;
    const Auxiliary* m_auxiliary;
};

struct CliticEntry {
    Clitic direct;
    Word indirect;
};
constexpr std::array<CliticEntry, 6> cliticTable{{{{"me", "me", Person::I, Gender::Masculine, false}, "me"},
                                              {{"us", "nous", Person::We, Gender::Masculine, true}, "nous"},
                                              {{"you", "vous", Person::You, Gender::Masculine, false}, "vous"},
                                              {{"him", "le", Person::He, Gender::Masculine, false}, "lui"},
                                              {{"her", "la", Person::He, Gender::Feminine, false}, "lui"},
                                              {{"them", "les", Person::They, Gender::Masculine, true}, "leur"}}};

const CliticEntry& cliticFor(Draw& draw, const Nominal& subject)
{
    const bool first = subject.person == Person::I || subject.person == Person::We;
    while (true) {
        const CliticEntry& entry = draw.from(cliticTable);
        const Person person = entry.direct.person;
        const bool firstToo = person == Person::I || person == Person::We;
        const bool thirds = person == Person::He || person == Person::They;
        if (!(first && firstToo) && (person != subject.person || thirds))
            return entry;
    }
}

} // namespace

Clitic directClitic(Draw& draw, const Nominal& subject)
{
    return cliticFor(draw, subject).direct;
}

Clitic indirectClitic(Draw& draw, const Nominal& subject, Word preposition)
{
    const CliticEntry& entry = cliticFor(draw, subject);
    Clitic clitic = entry.direct;
    clitic.french = entry.indirect;
    clitic.englishPreposition = preposition;
    return clitic;
}

Clitic pronounFor(const Nominal& antecedent)
{
    const bool feminine = antecedent.gender == Gender::Feminine;
    if (antecedent.plural)
        return {"them", "les", Person::They, antecedent.gender, true};
    return {"it", feminine ? "la" : "le", Person::He, antecedent.gender, false};
}

Phrase say(const Clause& clause)
{
    Rule rule;
    const Part asked = clause.asked ? rule.say(*clause.asked) : absentPart;
    const Word adverb = clause.adverb ? clause.adverb->source : Word{};
    const ClauseParts parts = sayClause(rule,
                                        {clause.verb->english, clause.subject.phrase, clause.subject.person,
                                         clause.tense, clause.polarity, clause.question, adverb});
    if (clause.clitic && !clause.clitic->englishPreposition.empty())
        rule.say(clause.clitic->englishPreposition);
    const Part clitic = clause.clitic ? rule.say(clause.clitic->english) : absentPart;
    std::vector<Part> rest;
    for (const Phrase& phrase : clause.rest)
        rest.push_back(rule.say(phrase));
    rule.head(parts.verb);
    FrenchClause(rule, clause, parts, asked, clitic).put();
    for (const Part& part : rest)
        rule.put(part);
    return rule.done();
}

Phrase say(const BeingClause& clause)
{
    Rule rule;
    const Part asked = clause.asked ? rule.say(*clause.asked) : absentPart;
    const Word english = formOfBe(clause.subject.person, clause.past);
    Part be = clause.question ? rule.say(english) : absentPart;
    const Part subject = rule.say(clause.subject.phrase);
    if (!clause.question)
        be = rule.say(english);
    const Part no = clause.negated ? rule.say("not") : absentPart;
    const Part predicate = rule.say(clause.predicate);
    rule.head(be);

    const Auxiliary& verb = clause.past ? imperfectEtre : etre;
    const Word turned = clause.question ? inverted(verb, clause.subject) : Word{};
    const bool whereIs = clause.predicate.target.empty() && !clause.subject.pronoun; // "où est le chat"
    if (clause.asked)
        rule.put(asked);
    if (whereIs)
        return rule.put(form(verb.present, clause.subject.person), {be}).put(subject).put(predicate).done();
    if (!turned.empty())
        return rule.put(turned, {}, {be, subject}).put(predicate).done();
    if (clause.question)
        putEstCeQue(rule, be, asked);
    rule.put(subject);
    if (clause.negated)
        rule.put("ne", {}, {no, be});
    rule.put(form(verb.present, clause.subject.person), {be});
    if (clause.negated)
        rule.put("pas", {no});
    return rule.put(predicate).done();
}

Phrase subordinate(const Expression& conjunction, const Phrase& clause)
{
    return together(phrase(conjunction), clause);
}

Phrase together(const Phrase& first, const Phrase& second)
{
    Rule rule;
    const Part a = rule.say(first), b = rule.say(second);
    return rule.head(b).put(a).put(b).done();
}

Phrase sentence(const Phrase& clause, Word mark)
{
    return together(clause, word(mark, mark));
}

} // namespace alignoscope::corpus::french
