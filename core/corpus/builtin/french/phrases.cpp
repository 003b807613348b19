// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/french/orthography.h"
#include "corpus/builtin/french/sentences.h"

#include <memory>

namespace alignoscope::corpus {
namespace {

Phrase anySentence(Draw& draw)
{
    using namespace french;
    using Maker = Phrase (*)(Draw&);
    constexpr std::array<Maker, 14> makers{statement,      dated,          description,  existence, comparison,
                                           command,        yesNoQuestion,  openQuestion, reason,    coordination,
                                           reportedSpeech, relativeClause, resumption,   treatyNews};
    return makers[draw.weighted({30, 5, 6, 4, 3, 2, 11, 13, 7, 7, 5, 9, 9, 6})](draw);
}

bool fits(const Phrase& phrase)
{
    constexpr std::size_t fewest = 3, most = 25;
    return std::min(phrase.source.size(), phrase.target.size()) >= fewest
        && std::max(phrase.source.size(), phrase.target.size()) <= most;
}

} // namespace

PairMaker phrasesEnglishFrench()
{
    return [writer = std::make_shared<PairWriter>(writeWestern)](Draw& draw) {
        Phrase phrase = anySentence(draw);
        while (!fits(phrase))
            phrase = anySentence(draw);
        chooseArticles(phrase.source);
        french::elide(phrase.target);
        return writer->write(phrase);
    };
}

} // namespace alignoscope::corpus
