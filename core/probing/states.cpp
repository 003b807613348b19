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

/// One sentence has a column a step, so a trace's columns are its positions in reading order. `kept`: what the cell
/// keeps of every step, `previous`: the state each step begins with, from which its end follows.
LayerStates layerOf(RecurrentCell cell, Index n, const nn::ConstMatrixRef<float>& kept,
                    const nn::ConstMatrixRef<float>& previous, Reading reading, int number)
{
    LayerStates layer{reading, number, {}};
    const auto add = [&](Quantity what, const auto& block) {
        layer.quantities.push_back({what, plain(block, reading == Reading::Backwards)});
    };
    const auto part = [&](Index i) { return kept.middleRows(i * n, n); };
    if (cell == RecurrentCell::Gru) {
        add(Quantity::UpdateGate, part(0));
        add(Quantity::ResetGate, part(1));
        add(Quantity::Candidate, part(3));
        // h_t = (1 − z) ∘ h_{t−1} + z ∘ c
        const nn::Matrix<float> state = previous + part(0).cwiseProduct(part(3) - previous);
        add(Quantity::State, state);
        return layer;
    }
    add(Quantity::InputGate, part(0));
    add(Quantity::ForgetGate, part(1));
    add(Quantity::OutputGate, part(2));
    add(Quantity::Candidate, part(3));
    // c_t = f ∘ c_{t−1} + i ∘ g,  h_t = o ∘ tanh(c_t)
    const nn::Matrix<float> memory = part(1).cwiseProduct(previous.bottomRows(n)) + part(0).cwiseProduct(part(3));
    const nn::Matrix<float> state = part(2).cwiseProduct(part(4));
    add(Quantity::Memory, memory);
    add(Quantity::State, state);
    return layer;
}

void addEncoder(const models::RnnSearch<float>& network, const models::Encoder<float>::Trace& trace,
                SentenceStates& states)
{
    const models::Sizes& sizes = network.sizes();
    int number = 0;
    for (const auto& layer : trace.layers) {
        ++number;
        states.layers.push_back(layerOf(sizes.encoderCell, sizes.encoderUnits(), layer.forward.kept.map(),
                                        layer.forward.previous.map(), Reading::Forwards, number));
        if (sizes.bidirectional)
            states.layers.push_back(layerOf(sizes.encoderCell, sizes.encoderUnits(), layer.backward.kept.map(),
                                            layer.backward.previous.map(), Reading::Backwards, number));
    }
}

void addDecoder(const models::RnnSearch<float>& network, const models::Decoder<float>::Trace& trace,
                SentenceStates& states)
{
    const models::Sizes& sizes = network.sizes();
    Index row = 0;
    for (std::size_t i = 0; i < trace.kept.size(); ++i) {
        const Index rows = network.decoder().cells()[i]->stateRows();
        states.layers.push_back(layerOf(sizes.decoderCell, sizes.hidden, trace.kept[i].map(),
                                        trace.previous.map().middleRows(row, rows), Reading::Writing,
                                        static_cast<int>(i) + 1));
        row += rows;
    }
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
    addEncoder(network, trace.encoder, states);
    addDecoder(network, trace.decoder, states);
    return states;
}

} // namespace alignoscope::probing
