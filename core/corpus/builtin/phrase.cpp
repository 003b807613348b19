// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/phrase.h"

#include <algorithm>

namespace alignoscope::corpus {
namespace {

bool closes(Word word)
{
    return word == "." || word == "," || word == "?" || word == "!";
}

bool endsInApostrophe(Word word)
{
    return !word.empty() && word.back() == '\'';
}

/// Upper case for the first letter of ASCII and of the accented Latin letters à to þ (C3 A0 to C3 BE in UTF-8).
void capitalise(std::string& line)
{
    if (line.empty())
        return;
    if (line[0] >= 'a' && line[0] <= 'z')
        line[0] = static_cast<char>(line[0] - 'a' + 'A');
    else if (line.size() > 1 && line[0] == '\xC3' && static_cast<unsigned char>(line[1]) >= 0xA0)
        line[1] = static_cast<char>(line[1] - 0x20);
}

std::vector<Word> splitAtSpaces(Word text)
{
    std::vector<Word> words;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, space));
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return words;
}

/// The first token of every word, and after the last the count of all.
std::vector<int> starts(const std::vector<Word>& words, TokenCounts& count)
{
    std::vector<int> firsts{0};
    firsts.reserve(words.size() + 1);
    for (const Word word : words)
        firsts.push_back(firsts.back() + count(word));
    return firsts;
}

/// Word links as token links, every token of the one with every token of the other.
std::vector<Link> spread(const std::vector<Link>& links, const std::vector<int>& source, const std::vector<int>& target)
{
    std::vector<Link> result;
    result.reserve(links.size());
    for (const Link& link : links) {
        const auto s = static_cast<std::size_t>(link.source), t = static_cast<std::size_t>(link.target);
        for (int j = target[t]; j < target[t + 1]; ++j)
            for (int i = source[s]; i < source[s + 1]; ++i)
                result.push_back({i, j});
    }
    return result;
}

} // namespace

Part Rule::say(Word word)
{
    const int index = static_cast<int>(m_phrase.source.size());
    m_phrase.source.push_back(word);
    return {index, index, nullptr};
}

Part Rule::say(const Phrase& phrase)
{
    const int first = static_cast<int>(m_phrase.source.size());
    m_phrase.source.insert(m_phrase.source.end(), phrase.source.begin(), phrase.source.end());
    return {first, first + phrase.head, &phrase};
}

Rule& Rule::put(Word word, Parts sure, Parts possible)
{
    const int index = static_cast<int>(m_phrase.target.size());
    m_phrase.target.push_back(word);
    for (const Part& part : sure)
        if (part.head >= 0)
            m_phrase.sure.push_back({part.head, index});
    for (const Part& part : possible)
        if (part.head >= 0)
            m_phrase.possible.push_back({part.head, index});
    return *this;
}

Rule& Rule::put(const Part& part)
{
    const int shift = static_cast<int>(m_phrase.target.size());
    const Phrase& phrase = *part.phrase;
    m_phrase.target.insert(m_phrase.target.end(), phrase.target.begin(), phrase.target.end());
    for (const Link& link : phrase.sure)
        m_phrase.sure.push_back({link.source + part.first, link.target + shift});
    for (const Link& link : phrase.possible)
        m_phrase.possible.push_back({link.source + part.first, link.target + shift});
    return *this;
}

Rule& Rule::head(const Part& part)
{
    m_phrase.head = part.head;
    return *this;
}

Phrase word(Word source, Word target)
{
    return {{source}, {target}, {{0, 0}}, {}, 0};
}

Phrase phrase(const Expression& expression)
{
    Phrase result{splitAtSpaces(expression.source), splitAtSpaces(expression.target), {}, {}, 0};
    for (const Word link : splitAtSpaces(expression.links)) // one digit, - or ?, one digit
        (link[1] == '-' ? result.sure : result.possible).push_back({link[0] - '0', link[2] - '0'});
    return result;
}

std::string writeWestern(const std::vector<Word>& words)
{
    std::string line;
    bool glued = true;
    for (const Word word : words) {
        if (!glued && !closes(word))
            line += ' ';
        line += word;
        glued = endsInApostrophe(word);
    }
    capitalise(line);
    return line;
}

std::string writeChinese(const std::vector<Word>& words)
{
    std::string line;
    for (const Word word : words)
        line += word;
    return line;
}

int TokenCounts::operator()(Word word)
{
    const auto [found, isNew] = m_counts.try_emplace(word, 1);
    if (isNew && !endsInApostrophe(word)) // "l'" is one token, but only with a word behind it
        found->second = static_cast<int>(tokenize(word, m_kind, false).size());
    return found->second;
}

MadePair PairWriter::write(const Phrase& phrase)
{
    const std::vector<int> source = starts(phrase.source, m_source), target = starts(phrase.target, m_target);
    MadePair pair{writeWestern(phrase.source), m_write(phrase.target), {}};
    pair.gold.sure = spread(phrase.sure, source, target);
    pair.gold.possible = spread(phrase.possible, source, target);
    std::erase_if(pair.gold.possible, [&](const Link& link) {
        return std::find(pair.gold.sure.begin(), pair.gold.sure.end(), link) != pair.gold.sure.end();
    });
    return pair;
}

} // namespace alignoscope::corpus
