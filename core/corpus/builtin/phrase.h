// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/recipe.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace alignoscope::corpus {

/// A word of a lexicon. The views of all phrases point into literals, which live as long as the program.
using Word = std::string_view;

/// One meaning said in two languages, with the links between their words. Links count words, not yet tokens.
struct Phrase {
    std::vector<Word> source, target;
    std::vector<Link> sure, possible;
    int head = 0; ///< the source word that stands for the whole: the noun of a noun phrase, the verb of a clause
};

/// Where words went on the source side of a rule: what target words are linked to.
struct Part {
    int first = 0;
    int head = 0;
    const Phrase* phrase = nullptr; ///< null for a single word
};
/// Links to an absent part are left out, which lets one rule serve with and without a word.
inline constexpr Part absentPart{-1, -1, nullptr};

/// A synchronous grammar rule at work. First everything is said in the source language, in its order; then it is put
/// into the target language, in that language's order, each new word with what it comes from.
///
///     Rule rule;
///     const Part the = rule.say("the"), red = rule.say("red"), car = rule.say("car");
///     rule.put("la", {the}).put("voiture", {car}).put("rouge", {red});
class Rule {
public:
    using Parts = std::initializer_list<Part>;

    Part say(Word word);
    /// `phrase` must outlive the rule, unless it is never put.
    Part say(const Phrase& phrase);
    Rule& put(Word word, Parts sure, Parts possible = {});
    /// The target side of a phrase said before, with its links.
    Rule& put(const Part& part);
    /// The source word that stands for the result; without this call, the first.
    Rule& head(const Part& part);
    [[nodiscard]] Phrase done() { return std::move(m_phrase); }

private:
    Phrase m_phrase;
};

/// A phrase of one word on each side.
Phrase word(Word source, Word target);

/// A fixed expression, as a lexicon writes it: words apart by spaces, links "0-0 1?2" (sure and possible).
struct Expression {
    Word source, target, links;
};
Phrase phrase(const Expression& expression);

/// How one language is written: joins words into a line.
using Orthography = std::string (*)(const std::vector<Word>& words);
std::string
writeWestern(const std::vector<Word>& words); ///< spaces, none before . , ? or after an apostrophe; a capital first
std::string writeChinese(const std::vector<Word>& words); ///< no spaces at all

/// How many tokens each word is, as tokenize() cuts it.
class TokenCounts {
public:
    explicit TokenCounts(TokenizerKind kind) : m_kind(kind) { }
    int operator()(Word word);

private:
    TokenizerKind m_kind;
    std::unordered_map<Word, int> m_counts;
};

/// Turns phrases into pairs whose gold alignment counts tokens: source words, and of the target what `targetTokens`
/// says.
class PairWriter {
public:
    explicit PairWriter(Orthography target, TokenizerKind targetTokens = TokenizerKind::Words)
        : m_write(target), m_target(targetTokens)
    {
    }
    MadePair write(const Phrase& phrase);

private:
    Orthography m_write;
    TokenCounts m_source{TokenizerKind::Words}, m_target;
};

} // namespace alignoscope::corpus
