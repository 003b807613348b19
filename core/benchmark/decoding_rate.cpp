// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmark/made_up.h"
#include "benchmark/repetitions.h"
#include "decoding/model_translator.h"

#include <string>

namespace alignoscope {

namespace {

std::string textOf(std::span<const TokenId> sentence)
{
    std::string text;
    for (const TokenId word : sentence.first(sentence.size() - 1)) // the translator adds the end itself
        text += (text.empty() ? "w" : " w") + std::to_string(index(word));
    return text;
}

} // namespace

DecodingFigure benchmarkDecoding(const BenchmarkSize& size, const BenchmarkSettings& settings, const Progress& progress)
{
    constexpr int words = 12, sentences = 64;
    benchmark::check(settings);
    const decoding::ModelTranslator translator(benchmark::madeUpModel(size));
    const EncodedPairs pairs = benchmark::madeUpPairs(sentences, words, words);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        texts.push_back(textOf(pairs.source(i)));

    TranslationOptions options;
    options.maxLength = words;
    DecodingFigure figure;
    figure.sourceTokens = words + 1;
    figure.batchSentences = sentences;
    const auto milliseconds = [&](int beam) {
        options.beam = beam;
        return 1000 * benchmark::medianSeconds(settings, progress, [&] {
                   const Translation translation = translator.translate(texts.front(), options);
                   figure.targetTokens = static_cast<int>(translation.hypotheses.front().tokens.size());
               });
    };
    figure.greedyMilliseconds = milliseconds(1);
    figure.beam5Milliseconds = milliseconds(5);
    options.beam = 1;
    const double together =
        benchmark::medianSeconds(settings, progress, [&] { (void)translator.translate(texts, options, Progress{}); });
    figure.batchSentencesPerSecond = sentences / together;
    return figure;
}

} // namespace alignoscope
