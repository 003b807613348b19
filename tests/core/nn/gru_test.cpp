// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layer_support.h"
#include "nn/gru.h"

namespace alignoscope::nn {
namespace {

using testing::Block;
using testing::check;
using testing::checkGradient;
using testing::expectRight;
using testing::someMatrix;

/// Sentences of 3, 1, 4 and 4 tokens; L = Σ W ∘ h over all steps.
struct GruGradient : ::testing::Test {
    static constexpr Index units = 3;
    ParameterLayout layout;
    Gru<double> gru{layout, "gru", units};
    Block block{layout};
    PackedSequences sequences;
    Gru<double>::Trace trace;
    ProductScratch<double> scratch;
    Matrix<double> inputs, weights;

    GruGradient()
    {
        sequences.assign(std::vector<Index>{3, 1, 4, 4});
        inputs = someMatrix(3 * units, sequences.total(), 1, 1.5);
        weights = someMatrix(units, sequences.total(), 2);
    }
    double loss()
    {
        gru.forward(block.packed(), sequences, inputs, trace);
        return trace.states.map().cwiseProduct(weights).sum();
    }
    Matrix<double> backward()
    {
        loss();
        Matrix<double> stateGradient = weights, inputGradient(3 * units, sequences.total());
        gru.backward(block.packed(), block.gradient.data(), sequences, trace, stateGradient, inputGradient, scratch);
        return inputGradient;
    }
};

TEST_F(GruGradient, ByInputs)
{
    expectRight(check(inputs, backward(), [&] { return loss(); }), "inputs");
}

TEST_F(GruGradient, ByParameters)
{
    backward();
    expectRight(checkGradient(block.values, block.gradient, [&] { return loss(); }), "recurrent weights");
}

TEST_F(GruGradient, IsAddedToWhatIsThere)
{
    backward();
    const auto once = block.gradient;
    backward();
    for (std::size_t i = 0; i < once.size(); ++i)
        EXPECT_DOUBLE_EQ(block.gradient[i], 2 * once[i]) << i;
}

TEST_F(GruGradient, ASentenceDoesNotDependOnItsNeighbours)
{
    loss();
    for (Index sentence = 0; sentence < sequences.sentences(); ++sentence) {
        PackedSequences alone;
        alone.assign(std::vector<Index>{sequences.length(sentence)});
        Matrix<double> own(3 * units, alone.total());
        for (Index t = 0; t < alone.total(); ++t)
            own.col(t) = inputs.col(sequences.column(sentence, t));
        Gru<double>::Trace other;
        gru.forward(block.packed(), alone, own, other);
        for (Index t = 0; t < alone.total(); ++t)
            EXPECT_LT((other.states.map().col(t) - trace.states.map().col(sequences.column(sentence, t))).norm(),
                      1e-14);
    }
}

} // namespace
} // namespace alignoscope::nn
