// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/orthography.h"
#include "corpus/builtin/french/sentences.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace alignoscope::corpus {
namespace {

using namespace french;

constexpr int shortest = 3, longest = 70; // words of the English side, its marks counted

/// The sentence without the mark it ends with, which is the last word of both sides.
Phrase unmarked(Phrase sentence)
{
    const Link mark{static_cast<std::int32_t>(sentence.source.size()) - 1,
                    static_cast<std::int32_t>(sentence.target.size()) - 1};
    std::erase(sentence.sure, mark);
    sentence.source.pop_back();
    sentence.target.pop_back();
    return sentence;
}

Phrase anyClause(Draw& draw)
{
    using Maker = Phrase (*)(Draw&);
    constexpr std::array<Maker, 9> makers{statement,  dated,          description,    existence, comparison,
                                          resumption, reportedSpeech, relativeClause, treatyNews};
    return unmarked(makers[draw.weighted({44, 5, 16, 8, 6, 4, 5, 8, 4})](draw));
}

/// Of no more than `room` words; nothing where none came up.
std::optional<Phrase> clauseWithin(Draw& draw, std::size_t room)
{
    constexpr int tries = 12;
    for (int i = 0; i < tries; ++i) {
        Phrase clause = anyClause(draw);
        if (clause.source.size() <= room)
            return clause;
    }
    return std::nullopt;
}

const Expression& joint(Draw& draw)
{
    constexpr static std::array<Expression, 6> joints{{{", and", ", et", "0-0 1-1"},
                                                       {", but", ", mais", "0-0 1-1"},
                                                       {", and then", ", et puis", "0-0 1-1 2-2"},
                                                       {"because", "parce que", "0-0 0-1"},
                                                       {"while", "pendant que", "0-0 0-1"},
                                                       {", so", ", donc", "0-0 1-1"}}};
    return joints[draw.weighted({30, 22, 16, 14, 9, 9})];
}

/// Clauses joined until no other one fits into `length` words; nothing where none is so short.
std::optional<Phrase> sentenceWithin(Draw& draw, std::size_t length)
{
    std::optional<Phrase> whole = clauseWithin(draw, length - 1); // the full stop
    while (whole) {
        const Phrase between = phrase(joint(draw));
        const std::size_t taken = whole->source.size() + between.source.size() + 1;
        const auto next = taken < length ? clauseWithin(draw, length - taken) : std::nullopt;
        if (!next)
            break;
        whole = together(together(*whole, between), *next);
    }
    if (whole)
        whole = sentence(*whole, ".");
    return whole;
}

} // namespace

PairMaker longPhrasesEnglishFrench()
{
    return [writer = std::make_shared<PairWriter>(writeWestern)](Draw& draw) {
        std::optional<Phrase> phrase;
        while (!phrase || static_cast<int>(phrase->source.size()) < shortest)
            phrase = sentenceWithin(draw, static_cast<std::size_t>(draw.between(shortest, longest)));
        chooseArticles(phrase->source);
        french::elide(phrase->target);
        return writer->write(*phrase);
    };
}

} // namespace alignoscope::corpus
