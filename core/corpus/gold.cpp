// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/gold.h"

#include "alignoscope/error.h"

#include <algorithm>
#include <utility>

namespace alignoscope {

namespace {

std::int64_t linesOf(const RawCorpus& corpus)
{
    return static_cast<std::int64_t>(corpus.pairs.size()) + corpus.skippedTotal;
}

enum class Fit { No, Pairs, Lines, Early };

Fit fitOf(const GoldFile& file, const RawCorpus& corpus)
{
    const auto count = static_cast<std::int64_t>(file.pairs.size()), pairs = linesOf(corpus) - corpus.skippedTotal;
    if (count == pairs)
        return Fit::Pairs;
    const std::int64_t lastLine = pairs == 0 ? 0 : corpus.pairs.line(corpus.pairs.size() - 1);
    if (count == linesOf(corpus) && lastLine <= count)
        return Fit::Lines;
    return file.syntax == AlignmentSyntax::Naacl && count < pairs ? Fit::Early : Fit::No;
}

std::string pairsText(const RawCorpus& corpus)
{
    std::string text = std::to_string(corpus.pairs.size()) + " pairs";
    if (corpus.skippedTotal > 0)
        text += " (" + std::to_string(linesOf(corpus)) + " lines)";
    return text;
}

[[noreturn]] void otherNumber(const GoldFile& file, const std::string& expected, const std::string& where)
{
    const std::string count = std::to_string(file.pairs.size());
    throw Error(ErrorKind::Input,
                {where, "the alignments are of another number of sentence pairs", expected,
                 file.syntax == AlignmentSyntax::Naacl ? "sentences up to number " + count : count + " lines",
                 "Choose the file that was made for this corpus, with one line a pair."});
}

TextOptions whiteSpace(TextOptions text)
{
    text.sourceTokenizer = text.targetTokenizer = TokenizerKind::Whitespace;
    return text;
}

void requireWithin(const GoldAlignment& gold, const RawCorpus& corpus, std::size_t pair, const std::string& where)
{
    const auto count = [](std::string_view text) {
        return static_cast<std::int32_t>(tokenize(text, TokenizerKind::Whitespace, false).size());
    };
    if (gold.sure.empty() && gold.possible.empty())
        return;
    const std::int32_t sources = count(corpus.pairs.source(pair)), targets = count(corpus.pairs.target(pair));
    for (const auto* links : {&gold.sure, &gold.possible})
        for (const Link link : *links)
            if (link.source >= sources || link.target >= targets)
                throw Error(ErrorKind::Input,
                            {where + ", pair " + std::to_string(pair + 1),
                             "the link " + std::to_string(link.source) + "-" + std::to_string(link.target)
                                 + " (counted from 0) lies beyond the sentence",
                             std::to_string(sources) + " source and " + std::to_string(targets)
                                 + " target words between white space",
                             "",
                             "Check that the file belongs to this corpus, whether it says the source word first, and "
                             "whether it counts from 0 or from 1."});
}

bool sameTokens(std::string_view text, SideText gold, const SideText& model)
{
    gold.lowercase = model.lowercase;
    gold.normalization = model.normalization;
    return gold == model || tokenize(text, gold) == tokenize(text, model);
}

} // namespace

GoldPlace goldPlace(const GoldFile& file, const RawCorpus& corpus, const RawCorpus* validation,
                    const std::string& where)
{
    for (const Fit wanted : {Fit::Pairs, Fit::Lines}) {
        if (fitOf(file, corpus) == wanted)
            return GoldPlace::Corpus;
        if (validation != nullptr && fitOf(file, *validation) == wanted)
            return GoldPlace::Validation;
    }
    // of those it could be the beginning of, the one it is most of
    if (validation != nullptr && fitOf(file, *validation) == Fit::Early)
        return GoldPlace::Validation;
    if (fitOf(file, corpus) == Fit::Early)
        return GoldPlace::Corpus;
    otherNumber(file,
                validation == nullptr ? pairsText(corpus)
                                      : pairsText(corpus) + ", or " + pairsText(*validation) + " for validation",
                where);
}

void attachGold(RawCorpus& corpus, GoldFile file, const std::string& where)
{
    const Fit fit = fitOf(file, corpus);
    if (fit == Fit::No)
        otherNumber(file, pairsText(corpus), where);
    std::vector<GoldAlignment> gold(corpus.pairs.size());
    for (std::size_t pair = 0; pair < gold.size(); ++pair) {
        const auto line = fit == Fit::Lines ? static_cast<std::size_t>(corpus.pairs.line(pair) - 1) : pair;
        if (line < file.pairs.size())
            gold[pair] = std::move(file.pairs[line]);
        requireWithin(gold[pair], corpus, pair, where);
    }
    corpus.gold = std::move(gold);
    corpus.suggested = whiteSpace(corpus.suggested);
}

GoldFile readGold(const GoldSource& source)
{
    GoldFile file = readGoldFile(source.file.string(), source.base);
    if (source.reversed) {
        for (GoldAlignment& gold : file.pairs) {
            for (auto* links : {&gold.sure, &gold.possible}) {
                for (Link& link : *links)
                    std::swap(link.source, link.target);
                std::sort(links->begin(), links->end());
            }
        }
    }
    return file;
}

GoldPlace loadGold(const GoldSource& source, RawCorpus& corpus, RawCorpus* validation)
{
    GoldFile file = readGold(source);
    const std::string where = source.file.string();
    const GoldPlace place = goldPlace(file, corpus, validation, where);
    attachGold(place == GoldPlace::Corpus ? corpus : *validation, std::move(file), where);
    return place;
}

const GoldAlignment* fittingGold(const RawCorpus& corpus, std::size_t pair, const TextOptions& text)
{
    if (pair >= corpus.gold.size())
        return nullptr;
    const TextOptions& made = corpus.suggested;
    return sameTokens(corpus.pairs.source(pair), made.source(), text.source())
            && sameTokens(corpus.pairs.target(pair), made.target(), text.target())
        ? &corpus.gold[pair]
        : nullptr;
}

GoldFit goldFit(const RawCorpus& corpus, const TextOptions& text, std::size_t atMost)
{
    GoldFit fit;
    const std::size_t all = std::min(corpus.gold.size(), corpus.pairs.size());
    fit.looked = std::min(all, atMost);
    for (std::size_t i = 0; i < fit.looked; ++i)
        fit.fitting += fittingGold(corpus, i * all / fit.looked, text) != nullptr ? 1 : 0;
    return fit;
}

} // namespace alignoscope
