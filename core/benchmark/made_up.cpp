// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmark/made_up.h"

#include "alignoscope/error.h"
#include "nn/random.h"

#include <cmath>
#include <string>

namespace alignoscope::benchmark {

namespace {

Vocabulary madeUpWords(std::int32_t size)
{
    std::vector<Vocabulary::Entry> entries;
    for (std::int32_t word = Vocabulary::marks; word < size; ++word)
        entries.push_back({"w" + std::to_string(word), size - word});
    return Vocabulary(std::move(entries));
}

/// Orthogonal matrices, as training begins with, would take longer than what is measured.
void fill(const nn::ParameterLayout& layout, models::ParameterBlock& parameters)
{
    nn::Random random(1);
    parameters.assign(static_cast<std::size_t>(layout.size()), 0.0F);
    for (const auto& entry : layout.entries()) {
        auto values = entry.slot.in(parameters.data());
        for (nn::Index i = 0; i < values.size(); ++i)
            values.data()[i] = static_cast<float>(0.1 * random.uniform() - 0.05);
        if (entry.name == "output.bias")
            values(index(Vocabulary::endSentence), 0) = -30;
    }
}

/// Zipf: the logarithm of the rank is even.
TokenId madeUpWord(std::int32_t words, nn::Random& random)
{
    const double rank = std::pow(static_cast<double>(words - Vocabulary::marks), random.uniform());
    return TokenId(Vocabulary::marks - 1 + static_cast<std::int32_t>(rank));
}

} // namespace

std::shared_ptr<models::TrainedModel> madeUpModel(const BenchmarkSize& size, ModelOptions options)
{
    if (size.hidden < 1 || size.hidden > 8192)
        throw Error(
            ErrorKind::Usage,
            {"size " + size.name, "a model cannot be this large", "1 to 8192", std::to_string(size.hidden), {}});
    auto model = std::make_shared<models::TrainedModel>();
    options.embedding = options.hidden = size.hidden;
    model->network = std::make_shared<models::RnnSearch<float>>(models::sizesOf(options, sourceWords, targetWords, 50));
    TextOptions text;
    text.sourceTokenizer = text.targetTokenizer = TokenizerKind::Whitespace;
    model->language =
        std::make_shared<models::Language>(models::Language{text, madeUpWords(sourceWords), madeUpWords(targetWords)});
    fill(model->network->layout(), model->parameters);
    return model;
}

EncodedPairs madeUpPairs(std::size_t count, int shortest, int longest)
{
    nn::Random random(2);
    EncodedPairs pairs;
    std::vector<TokenId> source, target;
    const auto sentence = [&](std::vector<TokenId>& words, std::int32_t vocabulary) {
        const auto length =
            static_cast<std::uint64_t>(shortest) + random.below(static_cast<std::uint64_t>(longest - shortest + 1));
        words.clear();
        for (std::uint64_t i = 0; i < length; ++i)
            words.push_back(madeUpWord(vocabulary, random));
        words.push_back(Vocabulary::endSentence);
    };
    for (std::size_t i = 0; i < count; ++i) {
        sentence(source, sourceWords);
        sentence(target, targetWords);
        pairs.add(source, target, i);
    }
    return pairs;
}

} // namespace alignoscope::benchmark
