// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/english.h"

namespace alignoscope::corpus {
namespace {

Word formOfDo(const EnglishClause& clause)
{
    if (clause.tense == Tense::Past)
        return "did";
    return clause.person == Person::He ? "does" : "do";
}

/// The word that moves in front of the subject in a question, or none.
Word auxiliaryOf(const EnglishClause& clause)
{
    switch (clause.tense) {
    case Tense::Progressive:
    case Tense::Going:
        return formOfBe(clause.person, false);
    case Tense::Can:
    case Tense::Must:
        return {};
    default:
        return clause.question || clause.polarity == Polarity::Not ? formOfDo(clause) : Word{};
    }
}

Word mainVerb(const EnglishClause& clause, bool hasAuxiliary)
{
    if (clause.tense == Tense::Progressive)
        return clause.verb.ing;
    if (hasAuxiliary || (clause.tense != Tense::Present && clause.tense != Tense::Past))
        return clause.verb.base;
    if (clause.tense == Tense::Past)
        return clause.verb.past;
    return clause.person == Person::He ? clause.verb.third : clause.verb.base;
}

void sayModal(Rule& rule, const EnglishClause& clause, ClauseParts& parts)
{
    if (clause.tense == Tense::Going)
        parts.modal = rule.say("going");
    else if (clause.tense == Tense::Want)
        parts.modal = rule.say(clause.person == Person::He && parts.auxiliary.head < 0 ? "wants" : "want");
    else
        return;
    parts.to = rule.say("to");
}

/// "can", "must", "cannot", "must not"
void sayCanOrMust(Rule& rule, const EnglishClause& clause, ClauseParts& parts)
{
    if (clause.tense == Tense::Can && clause.polarity == Polarity::Not) {
        parts.modal = parts.negation = rule.say("cannot");
        return;
    }
    parts.modal = rule.say(clause.tense == Tense::Can ? "can" : "must");
}

void sayAuxiliary(Rule& rule, const EnglishClause& clause, ClauseParts& parts)
{
    if (clause.tense == Tense::Can || clause.tense == Tense::Must)
        sayCanOrMust(rule, clause, parts);
    else if (const Word auxiliary = auxiliaryOf(clause); !auxiliary.empty())
        parts.auxiliary = rule.say(auxiliary);
}

bool startsWithVowelSound(Word word)
{
    for (const Word prefix : {"Eur", "uni", "use", "one"})
        if (word.starts_with(prefix))
            return false;
    return word.starts_with("hour") || word.starts_with("honest") || Word("aeiouAEIO").find(word.front()) != Word::npos;
}

} // namespace

ClauseParts sayClause(Rule& rule, const EnglishClause& clause)
{
    ClauseParts parts;
    if (clause.question)
        sayAuxiliary(rule, clause, parts);
    parts.subject = rule.say(clause.subject);
    if (!clause.question)
        sayAuxiliary(rule, clause, parts);
    if (clause.polarity == Polarity::Not && parts.negation.head < 0)
        parts.negation = rule.say("not");
    if (clause.polarity == Polarity::Never)
        parts.negation = rule.say("never");
    if (!clause.adverb.empty())
        parts.adverb = rule.say(clause.adverb);
    sayModal(rule, clause, parts);
    parts.verb = rule.say(mainVerb(clause, parts.auxiliary.head >= 0));
    if (!clause.verb.particle.empty())
        parts.particle = rule.say(clause.verb.particle);
    return parts;
}

Word formOfBe(Person person, bool past)
{
    switch (person) {
    case Person::I:
        return past ? "was" : "am";
    case Person::He:
        return past ? "was" : "is";
    default:
        return past ? "were" : "are";
    }
}

void chooseArticles(std::vector<Word>& english)
{
    for (std::size_t i = 0; i + 1 < english.size(); ++i)
        if (english[i] == "a" && startsWithVowelSound(english[i + 1]))
            english[i] = "an";
}

} // namespace alignoscope::corpus
