// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_side.h"
#include "exchange.h"

#include "decoding/beam_search.h"
#include "nn/thread_team.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <numeric>

namespace alignoscope::bench {

namespace {

using Clock = std::chrono::steady_clock;
using Tokens = std::vector<TokenId>;

constexpr std::size_t sentencesTogether = 32; // as the program translates many
constexpr int lengthOfOne = 13;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<int> numbers(const Tokens& tokens)
{
    std::vector<int> ids;
    for (const TokenId token : tokens)
        ids.push_back(index(token));
    return ids;
}

/// No sentence ends before its length.
void forbidEnd(const models::RnnSearch<float>& network, models::ParameterBlock& parameters)
{
    for (const auto& entry : network.layout().entries())
        if (entry.name == "output.bias")
            parameters[static_cast<std::size_t>(entry.slot.offset + index(Vocabulary::endSentence))] = -1e9F;
}

nlohmann::json timeOne(decoding::BeamSearch& search, const Tokens& sentence, int beam, int repetitions)
{
    const decoding::BeamSettings settings{beam, 1.0, false, {lengthOfOne}};
    const std::vector<Tokens> sentences{sentence};
    std::vector<double> seconds;
    Tokens best;
    for (int i = -3; i < repetitions; ++i) { // the first are not counted
        const auto start = Clock::now();
        auto found = search.search(sentences, settings);
        if (i >= 0)
            seconds.push_back(secondsSince(start));
        best = std::move(found.front().front().tokens);
    }
    std::sort(seconds.begin(), seconds.end());
    return {{"best_ms", 1000 * seconds.front()},
            {"median_ms", 1000 * seconds[seconds.size() / 2]},
            {"tokens", numbers(best)}};
}

/// Greedy, the longest first, each thread taking the next sentences when it is done.
std::vector<Tokens> translateAll(const models::RnnSearch<float>& network, const nn::Weights<float>& weights,
                                 const Exchange& exchange, nn::ThreadTeam& team)
{
    std::vector<std::size_t> order(exchange.sentences.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return exchange.sentences[a].size() > exchange.sentences[b].size();
    });
    std::vector<Tokens> found(order.size());
    std::atomic<std::size_t> next = 0;
    team.run([&](int) {
        decoding::BeamSearch search(network, weights);
        for (std::size_t first = next.fetch_add(sentencesTogether); first < order.size();
             first = next.fetch_add(sentencesTogether)) {
            const std::size_t count = std::min(sentencesTogether, order.size() - first);
            decoding::BeamSettings settings{1, 1.0, false, {}};
            std::vector<Tokens> sentences;
            for (std::size_t i = first; i < first + count; ++i) {
                sentences.push_back(exchange.sentences[order[i]]);
                settings.maxLength.push_back(exchange.lengths[order[i]]);
            }
            auto hypotheses = search.search(sentences, settings);
            for (std::size_t i = 0; i < count; ++i)
                found[order[first + i]] = std::move(hypotheses[i].front().tokens);
        }
    });
    return found;
}

} // namespace

nlohmann::json timeDecoding(const DecodeOptions& options)
{
    const Exchange exchange = readExchange(options.folder);
    const models::RnnSearch<float> network(exchange.sizes);
    models::ParameterBlock parameters = readParameters(
        options.parameters.empty() ? options.folder / "parameters.safetensors" : options.parameters, network);
    forbidEnd(network, parameters);
    const nn::Weights<float> weights(network.layout(), nn::Weights<float>::Passes::Forward, parameters.data());
    nn::ThreadTeam team(options.threads);
    decoding::BeamSearch search(network, weights, options.threads > 1 ? &team : nullptr);
    nlohmann::json result = {{"side", "engine"}, {"threads", options.threads}};
    result["greedy"] = timeOne(search, exchange.sentences.front(), 1, options.repetitions);
    result["beam5"] = timeOne(search, exchange.sentences.front(), 5, options.repetitions);

    double best = 0;
    std::vector<Tokens> found;
    for (int round = 0; round < 3; ++round) {
        const auto start = Clock::now();
        found = translateAll(network, weights, exchange, team);
        best = std::max(best, static_cast<double>(found.size()) / secondsSince(start));
    }
    result["sentences_per_second"] = best;
    for (const Tokens& tokens : found)
        result["translations"].push_back(numbers(tokens));
    return result;
}

} // namespace alignoscope::bench
