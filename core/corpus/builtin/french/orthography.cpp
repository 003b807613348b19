// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/orthography.h"

#include <algorithm>
#include <array>
#include <utility>

namespace alignoscope::corpus::french {
namespace {

using Change = std::pair<Word, Word>;

constexpr std::array<Change, 11> elisions{{{"le", "l'"},
                                           {"la", "l'"},
                                           {"je", "j'"},
                                           {"me", "m'"},
                                           {"te", "t'"},
                                           {"se", "s'"},
                                           {"de", "d'"},
                                           {"ne", "n'"},
                                           {"que", "qu'"},
                                           {"ce", "c'"},
                                           {"lorsque", "lorsqu'"}}};

/// The one word for preposition and article, or none. An article that will be elided stays: "de l'ami".
Word contraction(Word preposition, const std::vector<Word>& noun)
{
    const bool isDe = preposition == "de", isA = preposition == "à";
    if (noun.size() < 2 || (!isDe && !isA))
        return {};
    if (noun[0] == "les")
        return isDe ? "des" : "aux";
    if (noun[0] == "le" && !elides(noun[1]))
        return isDe ? "du" : "au";
    return {};
}

} // namespace

bool elides(Word word)
{
    constexpr std::array<Word, 6> exceptions{"huit", "onze", "haut", "haute", "hauts", "hautes"}; // "le onze"
    constexpr std::array<Word, 12> beginnings{"a", "e", "i", "o", "u", "h", "é", "è", "ê", "î", "ô", "œ"};
    if (std::find(exceptions.begin(), exceptions.end(), word) != exceptions.end())
        return false;
    constexpr std::array<Word, 3> capitals{"A", "E", "I"}; // names
    const auto begins = [word](Word beginning) { return word.starts_with(beginning); };
    return word == "y" || word.starts_with("à") || std::any_of(beginnings.begin(), beginnings.end(), begins)
        || std::any_of(capitals.begin(), capitals.end(), begins);
}

void elide(std::vector<Word>& words)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto found = std::find_if(elisions.begin(), elisions.end(),
                                        [&](const Change& change) { return change.first == words[i]; });
        if (found != elisions.end() && elides(words[i + 1]))
            words[i] = found->second;
        if (words[i] == "si" && (words[i + 1] == "il" || words[i + 1] == "ils"))
            words[i] = "s'";
    }
}

Phrase prepositional(const Phrase& preposition, const Phrase& noun)
{
    Rule rule;
    const Part before = rule.say(preposition), after = rule.say(noun);
    const Word contracted = contraction(preposition.target.back(), noun.target);
    rule.head(after).put(before);
    if (contracted.empty())
        return rule.put(after).done();
    Phrase result = rule.done();
    result.target.back() = contracted;
    result.target.insert(result.target.end(), noun.target.begin() + 1, noun.target.end());
    const int source = after.first, target = static_cast<int>(preposition.target.size()) - 1;
    for (const Link& link : noun.sure)
        (link.target == 0 ? result.possible : result.sure).push_back({link.source + source, link.target + target});
    for (const Link& link : noun.possible)
        result.possible.push_back({link.source + source, link.target + target});
    return result;
}

} // namespace alignoscope::corpus::french
