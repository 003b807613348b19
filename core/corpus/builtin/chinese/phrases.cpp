// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/chinese/sentences.h"

#include <array>
#include <memory>

namespace alignoscope::corpus {
namespace {

Phrase anySentence(Draw& draw)
{
    using namespace chinese;
    using Maker = Phrase (*)(Draw&);
    constexpr std::array<Maker, 15> makers{statement, dated,      quality,       location,       identity,
                                           existence, comparison, yesNoQuestion, openQuestion,   reason,
                                           condition, occasion,   contrast,      relativeClause, reportedSpeech};
    return makers[draw.weighted({26, 6, 7, 5, 2, 8, 4, 10, 10, 6, 3, 4, 5, 7, 4})](draw);
}

bool fits(const Phrase& phrase)
{
    constexpr std::size_t fewest = 3, most = 22;
    return phrase.source.size() >= fewest && phrase.source.size() <= most;
}

} // namespace

PairMaker phrasesEnglishChinese()
{
    return [writer = std::make_shared<PairWriter>(writeChinese, TokenizerKind::Characters)](Draw& draw) {
        Phrase phrase = anySentence(draw);
        while (!fits(phrase))
            phrase = anySentence(draw);
        chooseArticles(phrase.source);
        return writer->write(phrase);
    };
}

} // namespace alignoscope::corpus
