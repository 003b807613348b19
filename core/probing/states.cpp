// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probing/states.h"

#include "alignoscope/error.h"

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

/// One sentence has a column a step, so a trace's columns are its positions in reading order. `kept`: a GruCell's.
template <class State>
LayerStates layerOf(const Columns& kept, const State& state, bool fromTheRight)
{
    const Index n = kept.rows() / 4;
    return {plain(kept.topRows(n), fromTheRight), plain(kept.middleRows(n, n), fromTheRight),
            plain(kept.bottomRows(n), fromTheRight), plain(state, fromTheRight)};
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
    const models::Sizes& sizes = network.sizes();
    if (sizes.encoderCell != RecurrentCell::Gru || sizes.decoderCell != RecurrentCell::Gru || !sizes.bidirectional)
        throw Error(ErrorKind::Usage, {"states", "only those of gated recurrent units are shown", {}, {}, {}});
    network.score(weights, part, trace);

    SentenceStates states;
    const auto& encoder = trace.encoder.layers.back();
    states.encoderForward = layerOf(encoder.forward.kept.map(), encoder.forward.states.map(), false);
    states.encoderBackward = layerOf(encoder.backward.kept.map(), encoder.backward.states.map(), true);
    // s_i = (1 − z_i) ∘ s_{i−1} + z_i ∘ s̃_i: the trace keeps the state each step begins with
    const auto kept = std::as_const(trace.decoder.kept.back()).map();
    const Index n = network.sizes().hidden;
    const auto previous = std::as_const(trace.decoder.previous).map().middleRows((network.sizes().layers - 1) * n, n);
    const nn::Matrix<float> state = previous + kept.topRows(n).cwiseProduct(kept.bottomRows(n) - previous);
    states.decoder = layerOf(kept, state, false);
    return states;
}

} // namespace alignoscope::probing
