// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probing/state_map.h"

#include "alignoscope/error.h"
#include "nn/thread_team.h"
#include "probing/principal_components.h"

#include <algorithm>
#include <atomic>
#include <span>
#include <thread>

namespace alignoscope::probing {

namespace {

constexpr std::size_t sentencesTogether = 16;
constexpr double encoded = 0.9; // share of the way that reading the sentences is

void listTokens(StateMap& map)
{
    for (std::size_t s = 0; s < map.sentences.size(); ++s)
        for (std::size_t j = 0; j < map.sentences[s].tokens.size(); ++j)
            map.tokens.push_back({static_cast<std::int32_t>(s), static_cast<std::int32_t>(j)});
}

/// Annotations of all sentences, side by side as they come.
nn::Matrix<float> annotate(const models::RnnSearch<float>& network, const nn::Weights<float>& weights,
                           const std::vector<std::vector<TokenId>>& ids, nn::ThreadTeam& team, const Progress& progress)
{
    std::vector<Index> first{0};
    for (const auto& sentence : ids)
        first.push_back(first.back() + static_cast<Index>(sentence.size()));
    nn::Matrix<float> all(network.sizes().annotation(), first.back());
    const std::size_t groups = (ids.size() + sentencesTogether - 1) / sentencesTogether;
    std::atomic<std::size_t> next = 0, done = 0;
    team.run([&](int part) {
        models::SourceBatch batch;
        models::Encoder<float>::Trace trace;
        models::Encoded<float> out;
        for (std::size_t group = next++; group < groups; group = next++) {
            if (progress.stop.stop_requested())
                throw Error(ErrorKind::Cancelled, {"map of states", "stopped before it was done", {}, {}, {}});
            const std::size_t from = group * sentencesTogether, to = std::min(from + sentencesTogether, ids.size());
            const std::vector<std::span<const TokenId>> some(ids.begin() + static_cast<std::ptrdiff_t>(from),
                                                             ids.begin() + static_cast<std::ptrdiff_t>(to));
            batch.assign(some, network.sizes().sourceWords);
            network.encoder().forward(weights, batch, {}, trace, out);
            all.middleCols(first[from], first[to] - first[from]) = out.annotations.map();
            ++done;
            if (part == 0)
                progress(encoded * static_cast<double>(done) / static_cast<double>(groups));
        }
    });
    return all;
}

} // namespace

StateMap mapStates(const models::RnnSearch<float>& network, const nn::Weights<float>& weights,
                   std::vector<StateMap::Sentence> sentences, const std::vector<std::vector<TokenId>>& ids,
                   const Progress& progress)
{
    if (sentences.empty())
        throw Error(ErrorKind::Usage, {"map of states", "there is no sentence to map", "at least one", "none", {}});
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    StateMap map;
    map.sentences = std::move(sentences);
    listTokens(map);
    nn::ThreadTeam team(cores);
    const nn::Matrix<float> annotations = annotate(network, weights, ids, team, progress);
    map.dimensions = static_cast<std::int32_t>(annotations.rows());
    map.annotations.assign(annotations.data(), annotations.data() + annotations.size());

    const auto found = principalComponents(annotations.cast<double>(), 2, cores, progress.stop);
    const nn::Matrix<double> plane = found.axes.transpose() * (annotations.cast<double>().colwise() - found.mean);
    for (Index token = 0; token < plane.cols(); ++token)
        map.points.push_back({plane(0, token), plane(1, token)});
    map.variance = {found.share(0), found.share(1)};
    map.mean.assign(found.mean.data(), found.mean.data() + found.mean.size());
    map.axes.assign(found.axes.data(), found.axes.data() + found.axes.size());
    progress(1);
    return map;
}

} // namespace alignoscope::probing
