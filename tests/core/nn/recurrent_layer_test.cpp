// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_support.h"
#include "nn/recurrent_layer.h"

namespace alignoscope::nn {
namespace {

using testing::Block;
using testing::check;
using testing::checkGradient;
using testing::expectRight;
using testing::someMatrix;

/// Sentences of 3, 1, 4 and 4 tokens; L = Σ W ∘ h over all steps.
struct RecurrentLayerGradient : ::testing::TestWithParam<RecurrentCell> {
    static constexpr Index units = 3;
    ParameterLayout layout;
    RecurrentLayer<double> layer{layout, "layer", GetParam(), units};
    Block block{layout};
    PackedSequences sequences;
    RecurrentLayer<double>::Trace trace;
    ProductScratch<double> scratch;
    Matrix<double> inputs, weights;

    RecurrentLayerGradient()
    {
        sequences.assign(std::vector<Index>{3, 1, 4, 4});
        inputs = someMatrix(layer.cell().inputRows(), sequences.total(), 1, 1.5);
        weights = Matrix<double>::Zero(layer.cell().stateRows(), sequences.total());
        weights.topRows(units) = someMatrix(units, sequences.total(), 2);
    }
    double loss()
    {
        layer.forward(block.packed(), sequences, inputs, trace);
        return trace.states.map().cwiseProduct(weights).sum();
    }
    Matrix<double> backward()
    {
        loss();
        Matrix<double> stateGradient = weights, inputGradient(inputs.rows(), sequences.total());
        layer.backward(block.packed(), block.gradient.data(), sequences, trace, stateGradient, inputGradient, scratch);
        return inputGradient;
    }
};

TEST_P(RecurrentLayerGradient, ByInputs)
{
    expectRight(check(inputs, backward(), [&] { return loss(); }), "inputs");
}

TEST_P(RecurrentLayerGradient, ByParameters)
{
    backward();
    expectRight(checkGradient(block.values, block.gradient, [&] { return loss(); }), "recurrent weights");
}

TEST_P(RecurrentLayerGradient, IsAddedToWhatIsThere)
{
    backward();
    const auto once = block.gradient;
    backward();
    for (std::size_t i = 0; i < once.size(); ++i)
        EXPECT_DOUBLE_EQ(block.gradient[i], 2 * once[i]) << i;
}

TEST_P(RecurrentLayerGradient, ASentenceDoesNotDependOnItsNeighbours)
{
    loss();
    for (Index sentence = 0; sentence < sequences.sentences(); ++sentence) {
        PackedSequences alone;
        alone.assign(std::vector<Index>{sequences.length(sentence)});
        Matrix<double> own(inputs.rows(), alone.total());
        for (Index t = 0; t < alone.total(); ++t)
            own.col(t) = inputs.col(sequences.column(sentence, t));
        RecurrentLayer<double>::Trace other;
        layer.forward(block.packed(), alone, own, other);
        for (Index t = 0; t < alone.total(); ++t)
            EXPECT_LT((other.states.map().col(t) - trace.states.map().col(sequences.column(sentence, t))).norm(),
                      1e-14);
    }
}

INSTANTIATE_TEST_SUITE_P(EveryCell, RecurrentLayerGradient, ::testing::Values(RecurrentCell::Gru, RecurrentCell::Lstm),
                         [](const auto& cell) { return cell.param == RecurrentCell::Gru ? "Gru" : "Lstm"; });

} // namespace
} // namespace alignoscope::nn
