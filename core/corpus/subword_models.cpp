// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/subword_models.h"

#include "alignoscope/dataset.h"
#include "corpus/kept_pairs.h"
#include "text/subword_training.h"
#include "text/unicode.h"

#include <algorithm>
#include <utility>

namespace alignoscope {
namespace corpus {
namespace {

constexpr std::size_t mostSentences = 200'000;

using TextSide = std::string_view (TextPairs::*)(std::size_t) const;

SubwordModel learn(const TextOptions& text, const TextPairs& pairs, const std::vector<TextSide>& sides,
                   const Progress& progress)
{
    text::Cleaner cleaner(text.normalization);
    const std::size_t chosen = std::min(pairs.size(), mostSentences / sides.size());
    const text::SentenceList sentences{chosen * sides.size(), [&](std::size_t i) {
                                           const TextSide side = sides[i / chosen];
                                           const std::size_t pair = i % chosen * pairs.size() / chosen;
                                           return cleaner.clean((pairs.*side)(pair), text.lowercase);
                                       }};
    return text::learnSubwords(sentences, text.subwords, progress);
}

/// The model of a side, if that wants one and has it or a file of it.
void load(TokenizerKind kind, const std::filesystem::path& file, std::optional<SubwordModel>& model)
{
    if (kind == TokenizerKind::Subwords && !model && !file.empty())
        model = SubwordModel::load(file);
}

} // namespace

TextOptions withSubwordModels(TextOptions text, const TextPairs& pairs, const Progress& progress)
{
    load(text.sourceTokenizer, text.subwords.sourceFile, text.sourceModel);
    load(text.targetTokenizer, text.subwords.targetFile, text.targetModel);
    const bool needsSource = text.sourceTokenizer == TokenizerKind::Subwords && !text.sourceModel;
    const bool needsTarget = text.targetTokenizer == TokenizerKind::Subwords && !text.targetModel;
    if (text.subwords.joint && (needsSource || needsTarget)) {
        std::vector<TextSide> sides;
        if (needsSource)
            sides.push_back(&TextPairs::source);
        if (needsTarget)
            sides.push_back(&TextPairs::target);
        const auto& given = needsSource ? text.targetModel : text.sourceModel;
        const SubwordModel model = given ? *given : learn(text, pairs, sides, progress);
        (needsSource ? text.sourceModel : text.targetModel) = model;
        (needsTarget ? text.targetModel : text.sourceModel) = model;
        return text;
    }
    if (needsSource)
        text.sourceModel = learn(text, pairs, {&TextPairs::source}, progress);
    if (needsTarget)
        text.targetModel = learn(text, pairs, {&TextPairs::target}, progress);
    return text;
}

} // namespace corpus

TextOptions withSubwordModels(const RawCorpus& corpus, const TextOptions& text, const Progress& progress)
{
    return corpus::withSubwordModels(corpus::textOptions(text, corpus.task), corpus.pairs, progress);
}

} // namespace alignoscope
