// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "alignoscope/states.h"
#include "nn/matrix.h"

#include <algorithm>
#include <numeric>

namespace alignoscope {

namespace {

using nn::Index;

nn::ConstMatrixMap<float> annotationsOf(const StateMap& map)
{
    return {map.annotations.data(), map.dimensions, static_cast<Index>(map.tokens.size())};
}

/// cos(a, b) = aᵀ b / (‖a‖ ‖b‖); 0 where one of them is 0.
nn::Vector<double> similarities(const StateMap& map, const nn::Vector<float>& to)
{
    const auto all = annotationsOf(map);
    const nn::Vector<double> lengths = all.colwise().norm().transpose().cast<double>() * static_cast<double>(to.norm());
    const nn::Vector<double> products = (all.transpose() * to).cast<double>();
    return (lengths.array() > 0).select(products.array() / lengths.array(), 0).cwiseMin(1).cwiseMax(-1);
}

/// The most similar of those tokens for which `wanted` holds; of equals, the earlier one.
template <class Wanted>
std::vector<Neighbour> nearest(const StateMap& map, const nn::Vector<float>& to, int count, const Wanted& wanted)
{
    const nn::Vector<double> similar = similarities(map, to);
    std::vector<std::int32_t> tokens;
    for (std::size_t token = 0; token < map.tokens.size(); ++token)
        if (wanted(map.sentences[static_cast<std::size_t>(map.tokens[token].sentence)]))
            tokens.push_back(static_cast<std::int32_t>(token));
    const std::size_t kept = std::min(tokens.size(), static_cast<std::size_t>(std::max(0, count)));
    std::ranges::partial_sort(tokens, tokens.begin() + static_cast<std::ptrdiff_t>(kept), [&](auto a, auto b) {
        return similar(a) > similar(b) || (similar(a) == similar(b) && a < b);
    });
    std::vector<Neighbour> found;
    for (std::size_t i = 0; i < kept; ++i)
        found.push_back({tokens[i], similar(tokens[i])});
    return found;
}

StateMap::Point project(const StateMap& map, const nn::Vector<float>& annotation)
{
    const Eigen::Map<const nn::Vector<double>> mean(map.mean.data(), map.dimensions);
    const nn::ConstMatrixMap<double> axes(map.axes.data(), map.dimensions, 2);
    const Eigen::Vector2d point = axes.transpose() * (annotation.cast<double>() - mean);
    return {point(0), point(1)};
}

/// h_j = [→h_j; ←h_j] of the last layer
nn::Vector<float> annotation(const SentenceStates& states, std::int32_t position)
{
    std::vector<float> h;
    for (const Reading reading : {Reading::Forwards, Reading::Backwards})
        if (const LayerStates* layer = states.last(reading))
            for (std::int32_t unit = 0; unit < layer->state().units; ++unit)
                h.push_back(layer->state().at(unit, position));
    return Eigen::Map<const nn::Vector<float>>(h.data(), static_cast<Index>(h.size()));
}

} // namespace

std::vector<PlacedToken> place(const StateMap& map, const SentenceStates& states, int neighbours)
{
    const LayerStates* forwards = states.last(Reading::Forwards);
    const LayerStates* backwards = states.last(Reading::Backwards);
    const std::int32_t dimensions =
        (forwards ? forwards->state().units : 0) + (backwards ? backwards->state().units : 0);
    if (dimensions != map.dimensions)
        throw Error(ErrorKind::Usage,
                    {"map of states", "the sentence was read by another model",
                     std::to_string(map.dimensions) + " units", std::to_string(dimensions),
                     "Map the training set with this model."});
    std::vector<PlacedToken> placed;
    for (std::int32_t position = 0; position < static_cast<std::int32_t>(states.source.size()); ++position) {
        const nn::Vector<float> h = annotation(states, position);
        placed.push_back({project(map, h), nearest(map, h, neighbours, [&](const StateMap::Sentence& sentence) {
                              return sentence.tokens != states.source;
                          })});
    }
    return placed;
}

std::vector<Neighbour> neighboursOf(const StateMap& map, std::int32_t token, int count)
{
    const auto sentence = static_cast<std::size_t>(map.tokens.at(static_cast<std::size_t>(token)).sentence);
    const StateMap::Sentence* own = &map.sentences[sentence];
    return nearest(map, annotationsOf(map).col(token), count,
                   [&](const StateMap::Sentence& other) { return &other != own; });
}

} // namespace alignoscope
