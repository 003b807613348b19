// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probing/states.h"

#include <utility>

namespace alignoscope::probing {

using nn::Index;

namespace {

using Columns = nn::ConstMatrixMap<float>;

/// Rows `first` to `first + units`; position j is column j, or counted from the last one.
template <class Block>
UnitMatrix plain(const Block& block, bool fromTheRight)
{
    UnitMatrix matrix{static_cast<std::int32_t>(block.rows()), static_cast<std::int32_t>(block.cols()), {}};
    matrix.values.reserve(static_cast<std::size_t>(block.size()));
    for (Index unit = 0; unit < block.rows(); ++unit)
        for (Index j = 0; j < block.cols(); ++j)
            matrix.values.push_back(block(unit, fromTheRight ? block.cols() - 1 - j : j));
    return matrix;
}

/// One sentence has a column a step, so a trace's columns are its positions in reading order.
LayerStates layerOf(const Columns& gates, const Columns& candidate, const Columns& state, bool fromTheRight)
{
    const Index n = candidate.rows();
    return {plain(gates.topRows(n), fromTheRight), plain(gates.bottomRows(n), fromTheRight),
            plain(candidate, fromTheRight), plain(state, fromTheRight)};
}

} // namespace

SentenceStates readStates(const models::RnnSearch<float>& network, const nn::Weights<float>& weights,
                          std::span<const TokenId> source, std::span<const TokenId> target)
{
    const std::span<const TokenId> sources[] = {source}, targets[] = {target};
    models::BatchPart part;
    part.source.assign(sources, network.sizes().sourceWords);
    part.target.assign(targets, part.source, network.sizes().targetWords);
    models::RnnSearch<float>::Trace trace;
    network.score(weights, part, trace);

    SentenceStates states;
    const auto encoder = [](const nn::Gru<float>::Trace& gru, bool fromTheRight) {
        return layerOf(gru.gates.map(), gru.candidate.map(), gru.states.map(), fromTheRight);
    };
    states.encoderForward = encoder(std::as_const(trace.encoder.forward), false);
    states.encoderBackward = encoder(std::as_const(trace.encoder.backward), true);
    // s_i = (1 − z_i) ∘ s_{i−1} + z_i ∘ s̃_i: the trace keeps the state each step begins with
    const auto& decoder = std::as_const(trace.decoder);
    const Index n = network.sizes().hidden;
    const nn::Matrix<float> state = decoder.previous.map()
        + decoder.gates.map().topRows(n).cwiseProduct(decoder.candidate.map() - decoder.previous.map());
    states.decoder =
        layerOf(decoder.gates.map(), decoder.candidate.map(), Columns(state.data(), n, state.cols()), false);
    return states;
}

} // namespace alignoscope::probing
