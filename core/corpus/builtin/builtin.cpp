// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/builtin/builtin.h"

#include "corpus/builtin/recipe.h"

#include "alignoscope/error.h"

#include <string>
#include <unordered_set>
#include <utility>

namespace alignoscope::corpus {
namespace {

struct Recipe {
    BuiltinCorpus about;
    PairMaker (*maker)();
    std::size_t skipped = 0; ///< pairs of its maker that belong to another corpus, so that the two share none
};

constexpr std::size_t longPairs = 40000;

const std::vector<Recipe>& recipes()
{
    const TextOptions words{TokenizerKind::Words, TokenizerKind::Words, false};
    const TextOptions whitespace{TokenizerKind::Whitespace, TokenizerKind::Whitespace, false};
    const TextOptions characters{TokenizerKind::Characters, TokenizerKind::Characters, false};
    const TextOptions charactersToWords{TokenizerKind::Characters, TokenizerKind::Words, false};
    const TextOptions wordsToCharacters{TokenizerKind::Words, TokenizerKind::Characters, false};
    const TextOptions labelled{TokenizerKind::Words, TokenizerKind::Whole, true};
    static const std::vector<Recipe> table{
        {{"phrases-en-fr", "English to French: agreement, word order, negation, elision", 30000, words},
         phrasesEnglishFrench},
        {{"phrases-en-zh", "English to Chinese: measure words, time and place before the verb", 20000,
          wordsToCharacters},
         phrasesEnglishChinese},
        {{"long-phrases-en-fr", "English to French: sentences of 3 to 70 words, as many of every length", longPairs,
          words},
         longPhrasesEnglishFrench},
        {{"long-phrases-en-fr-test", "sentences to test on what was trained on long-phrases-en-fr", 1400, words},
         longPhrasesEnglishFrench,
         longPairs},
        {{"dates", "written English dates to ISO 8601, character by character", 20000, characters}, datesToIso},
        {{"numbers", "digits to English number words", 20000, charactersToWords}, numbersToWords},
        {{"reverse", "a sequence of letters to the same sequence backwards", 10000, whitespace}, reversedLetters},
        {{"reviews", "classification: reviews, positive or negative, with negations and words that mislead", 8000,
          labelled, Task::Classification},
         reviewsWithLabels},
    };
    return table;
}

const Recipe& find(std::string_view name)
{
    std::string names;
    for (const Recipe& recipe : recipes()) {
        if (recipe.about.name == name)
            return recipe;
        names += (names.empty() ? "" : ", ") + recipe.about.name;
    }
    throw Error(ErrorKind::Usage,
                {"builtin:" + std::string(name), "there is no built-in corpus of this name", names,
                 "\"" + std::string(name) + "\"", "Choose one of these names."});
}

void stopIfAsked(const Progress& progress, std::string_view name)
{
    if (progress.stop.stop_requested())
        throw Error(ErrorKind::Cancelled,
                    {"builtin:" + std::string(name), "making the corpus was cancelled", "", "", ""});
}

} // namespace

RawCorpus makeBuiltinCorpus(std::string_view name, const Progress& progress)
{
    constexpr std::uint64_t seed = 20150519; // arXiv 1409.0473v6's year, month and day
    constexpr std::size_t pairsBetweenReports = 1024;
    const auto& [about, makeMaker, skipped] = find(name);
    const PairMaker make = makeMaker();
    Draw draw(seed);
    RawCorpus corpus;
    corpus.source.builtin = about.name;
    corpus.format = CorpusFormat::Builtin;
    corpus.encoding = "UTF-8";
    corpus.columns = 2;
    corpus.suggested = about.text;
    corpus.task = about.kind;
    corpus.gold.reserve(about.pairs);
    std::unordered_set<std::string> seen;
    seen.reserve(skipped + about.pairs);
    const auto isNew = [&](const MadePair& pair) { return seen.insert(pair.source).second; };
    while (seen.size() < skipped) {
        isNew(make(draw));
        if (seen.size() % pairsBetweenReports == 0)
            stopIfAsked(progress, name);
    }
    while (corpus.pairs.size() < about.pairs) {
        MadePair pair = make(draw);
        if (!isNew(pair))
            continue;
        corpus.pairs.add(pair.source, pair.target, static_cast<std::int64_t>(corpus.pairs.size() + 1));
        corpus.gold.push_back(std::move(pair.gold));
        if (corpus.pairs.size() % pairsBetweenReports == 0) {
            stopIfAsked(progress, name);
            progress(static_cast<double>(corpus.pairs.size()) / static_cast<double>(about.pairs));
        }
    }
    progress(1.0);
    return corpus;
}

} // namespace alignoscope::corpus

namespace alignoscope {

const std::vector<BuiltinCorpus>& builtinCorpora()
{
    static const std::vector<BuiltinCorpus> list = [] {
        std::vector<BuiltinCorpus> abouts;
        for (const auto& recipe : corpus::recipes())
            abouts.push_back(recipe.about);
        return abouts;
    }();
    return list;
}

} // namespace alignoscope
