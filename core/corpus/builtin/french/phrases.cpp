// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/phrase.h"

#include <array>
#include <memory>

namespace alignoscope::corpus {
namespace {

struct Pair {
    Word english, french;
};
} // namespace

PairMaker phrasesEnglishFrench()
{
    auto writer = std::make_shared<PairWriter>(writeWestern);
    return [writer](Draw& draw) {
        constexpr std::array<Pair, 8> nouns{{{"cars", "voitures"},
                                             {"houses", "maisons"},
                                             {"flowers", "fleurs"},
                                             {"doors", "portes"},
                                             {"apples", "pommes"},
                                             {"books", "livres"},
                                             {"cats", "chats"},
                                             {"dogs", "chiens"}}};
        constexpr std::array<Pair, 10> digits{{{"two", "deux"},
                                               {"three", "trois"},
                                               {"four", "quatre"},
                                               {"five", "cinq"},
                                               {"six", "six"},
                                               {"seven", "sept"},
                                               {"eight", "huit"},
                                               {"nine", "neuf"},
                                               {"ten", "dix"},
                                               {"eleven", "onze"}}};
        constexpr std::array<Pair, 5> adjectives{{{"red", "rouges"},
                                                  {"yellow", "jaunes"},
                                                  {"strange", "étranges"},
                                                  {"easy", "faciles"},
                                                  {"possible", "possibles"}}};
        Rule rule;
        const Pair n1 = draw.from(digits), a1 = draw.from(adjectives), o1 = draw.from(nouns);
        const Pair n2 = draw.from(digits), a2 = draw.from(adjectives), o2 = draw.from(nouns);
        const Part s1 = rule.say(n1.english), s2 = rule.say(a1.english), s3 = rule.say(o1.english),
                   s4 = rule.say("and");
        const Part s5 = rule.say(n2.english), s6 = rule.say(a2.english), s7 = rule.say(o2.english), s8 = rule.say(".");
        rule.put(n1.french, {s1}).put(o1.french, {s3}).put(a1.french, {s2}).put("et", {s4});
        rule.put(n2.french, {s5}).put(o2.french, {s7}).put(a2.french, {s6}).put(".", {s8});
        return writer->write(rule.done());
    };
}

} // namespace alignoscope::corpus
