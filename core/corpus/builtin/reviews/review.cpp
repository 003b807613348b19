// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/reviews/review.h"

namespace alignoscope::corpus {
namespace {

constexpr char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isMark(const std::string& token)
{
    return token == "." || token == ",";
}

bool startsWithVowel(Word word)
{
    return Word("aeiou").find(word.front()) != Word::npos;
}

struct Judgement {
    Review& review;
    const ReviewedThing& thing;
    bool good;
    Draw& draw;

    const Aspect& aspect() { return draw.from(thing.aspects); }
    Word adjective(const Aspect& of, bool positive)
    {
        const auto own = positive ? of.good : of.bad;
        return draw.chance(60) ? draw.from(own) : draw.from(judgingWords(positive).adjectives);
    }
    void subject(const Aspect& of, bool past = true)
    {
        review.say("the");
        review.say(of.noun);
        review.say(past ? (of.plural ? "were" : "was") : (of.plural ? "are" : "is"));
    }
    void thingWith(Word adjective)
    {
        review.say(startsWithVowel(adjective) ? "an" : "a");
        review.decide(adjective);
        review.say(thing.noun);
    }

    void plain()
    {
        const Aspect& of = aspect();
        subject(of, draw.chance(70));
        if (draw.chance(40))
            review.say(draw.oneOf<Word>({"very", "really", "quite", "so"}));
        review.decide(adjective(of, good));
    }
    void negated()
    {
        const Aspect& of = aspect();
        subject(of);
        review.decide(draw.oneOf<Word>({"not", "never", "not"}));
        if (draw.chance(40))
            review.say(draw.oneOf<Word>({"very", "exactly", "really"}));
        review.decide(adjective(of, !good));
    }
    void verb()
    {
        review.say(draw.oneOf<Word>({"I", "we", "my wife", "everyone"}));
        review.decide(draw.from(judgingWords(good).verbs));
        review.say("the");
        review.say(aspect().noun);
    }
    void nothing()
    {
        review.decide("nothing");
        review.say("about the");
        review.say(thing.noun);
        review.say("was");
        review.decide(draw.from(judgingWords(!good).adjectives));
    }
    void expected()
    {
        const bool own = draw.chance(40);
        review.say(own ? "I expected something"
                       : draw.oneOf<Word>({"my friends promised something", "the papers call it"}));
        review.decide(draw.from(judgingWords(!good).adjectives));
        review.say(own ? "and I was" : "and they are");
        review.decide("wrong");
    }
    void hardly()
    {
        review.say("it is");
        review.decide(draw.oneOf<Word>({"hardly", "not", "far from"}));
        thingWith(draw.from(judgingWords(!good).adjectives));
    }
    void whole()
    {
        review.say(draw.oneOf<Word>({"it is", "this is", "it was"}));
        thingWith(draw.from(judgingWords(good).adjectives));
    }
};

} // namespace

void Review::say(Word words)
{
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        m_tokens.emplace_back(words.substr(begin, end - begin));
        begin = end + 1;
    }
}

void Review::decide(Word word)
{
    m_deciding.push_back(static_cast<std::int32_t>(m_tokens.size()));
    say(word);
}

void Review::sayMarked(Word sentence)
{
    const std::size_t first = sentence.find('*'), last = sentence.rfind('*');
    say(sentence.substr(0, first));
    decide(sentence.substr(first + 1, last - first - 1));
    if (last + 2 < sentence.size())
        say(sentence.substr(last + 2));
}

void Review::punctuate(char mark)
{
    m_tokens.emplace_back(1, mark);
}

MadePair Review::labelled(Word label) const
{
    MadePair pair;
    bool begins = true;
    for (const std::string& token : m_tokens) {
        if (!isMark(token) && !pair.source.empty())
            pair.source += ' ';
        const std::size_t at = pair.source.size();
        pair.source += token;
        if (begins)
            pair.source[at] = upper(pair.source[at]);
        begins = token == ".";
    }
    pair.target = label;
    for (const std::int32_t word : m_deciding)
        (word == m_deciding.back() ? pair.gold.sure : pair.gold.possible).push_back({word, 0});
    return pair;
}

void judge(Review& review, const ReviewedThing& thing, bool good, Draw& draw)
{
    Judgement judgement{review, thing, good, draw};
    switch (draw.weighted({30, 22, 14, 6, 8, 8, 12})) {
    case 0:
        return judgement.plain();
    case 1:
        return judgement.negated();
    case 2:
        return judgement.verb();
    case 3:
        return judgement.nothing();
    case 4:
        return judgement.expected();
    case 5:
        return judgement.hardly();
    default:
        return judgement.whole();
    }
}

} // namespace alignoscope::corpus
