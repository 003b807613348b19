// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/weights.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace alignoscope::nn {

/// Memory of the output layer.
template <class Scalar>
struct SoftmaxScratch {
    Buffer<Scalar> exponentials; ///< P in panels of 16 words, in each panel column after column
    Buffer<Scalar> anchors;      ///< a, N
    Buffer<Scalar> sums;         ///< of P, 16 × N
    Buffer<Scalar> totals;       ///< Z, N
    Buffer<Scalar> factors;      ///< scale / Z, N
    Panels<Scalar> left;         ///< t scale / Z, l × N
    Buffer<Scalar> bias;         ///< b_o, filled up to whole panels with words that are never said
    Buffer<Scalar> logits;       ///< of `score`, and now and then a single column

    /// Takes the memory for this many columns: a small batch may come in larger slices than a large one.
    void reserve(Index inputs, Index panels, Index cols)
    {
        exponentials.shape(cols * panelRows, panels);
        anchors.shape(cols, 1);
        sums.shape(panelRows, cols);
        totals.shape(cols, 1);
        factors.shape(cols, 1);
        left.shape(inputs, cols);
    }
};

/// Cross-entropy of a softmax and its gradient for some columns; SoftmaxOutput has the equations.
template <class Scalar>
class SoftmaxPass {
public:
    SoftmaxPass(const Weights<Scalar>& weights, const Slot& weight, const Slot& bias, SoftmaxScratch<Scalar>& scratch,
                const ConstMatrixRef<Scalar>& input, const std::int32_t* words)
        : m_weights(weights), m_weight(weight), m_bias(bias), m_scratch(scratch), m_input(input), m_words(words),
          m_cols(input.cols()), m_panels(weights.transposed(weight).panels())
    {
        auto padded = m_scratch.bias.shape(m_panels * panelRows, 1);
        padded.topRows(m_weight.cols) = weights.in(bias);
        padded.bottomRows(padded.rows() - m_weight.cols).setConstant(never);
        m_scratch.exponentials.shape(m_cols * panelRows, m_panels);
    }

    /// Finds P and Z, fills dL/dt and returns the loss.
    double exponentials(MatrixRef<Scalar> inputGradient, Scalar scale, Scalar smoothing)
    {
        anchorAtAnswers();
        takeExponentials(inputGradient);
        double loss = 0;
        if (!sumUp(loss)) { // a word more than e^60 times likelier than the right one: begin again from the largest
            anchorAtLargest();
            takeExponentials(inputGradient);
            sumUp(loss);
        }
        const auto weight = m_weights.in(m_weight);
        const auto total = m_scratch.totals.map();
        for (Index column = 0; column < m_cols; ++column)
            inputGradient.col(column) = (scale / total(column, 0)) * inputGradient.col(column)
                - (scale * (1 - smoothing)) * weight.col(m_words[column]);
        if (smoothing > 0) {
            auto sum = m_scratch.logits.shape(weight.rows(), 1);
            sum = (scale * smoothing / words()) * weight.rowwise().sum();
            inputGradient.colwise() -= sum.col(0);
        }
        return loss;
    }

    /// Adds to dL/dW and dL/db.
    template <class Weight, class Bias>
    void weightGradient(Weight&& weight, Bias&& bias, Scalar scale, Scalar smoothing)
    {
        auto factors = m_scratch.factors.shape(m_cols, 1);
        factors = scale * m_scratch.totals.map().cwiseInverse();
        m_scratch.left.pack(m_input * factors.col(0).asDiagonal());
        for (Index first = 0; first < m_cols; first += depth) {
            const Index size = std::min(depth, m_cols - first);
            for (Index panel = 0; panel < m_panels; ++panel)
                panelGradient(panel, first, size, factors, weight, bias);
        }
        for (Index column = 0; column < m_cols; ++column) {
            weight.col(m_words[column]) -= (scale * (1 - smoothing)) * m_input.col(column);
            bias(m_words[column], 0) -= scale * (1 - smoothing);
        }
        if (smoothing > 0) {
            auto sum = m_scratch.logits.shape(m_input.rows(), 1);
            sum = (scale * smoothing / words()) * m_input.rowwise().sum();
            weight.colwise() -= sum.col(0);
            bias.array() -= scale * smoothing / words() * static_cast<Scalar>(m_cols);
        }
    }

private:
    using Tile = ProductTile<Scalar>;
    static constexpr Index depth = 256;           ///< columns, or words, of one stretch of a product
    static constexpr Scalar never = Scalar(-1e9); ///< a logit
    static constexpr double tooLarge = 1e26;      ///< e^60
    static constexpr Scalar smallest = -87;       ///< the exponent of the smallest P that is not denormal in float

    [[nodiscard]] Scalar words() const { return static_cast<Scalar>(m_weight.cols); }
    [[nodiscard]] Scalar* panel(Index number) { return m_scratch.exponentials.map().col(number).data(); }

    void anchorAtAnswers()
    {
        auto anchors = m_scratch.anchors.shape(m_cols, 1);
        const auto weight = m_weights.in(m_weight);
        const auto bias = m_weights.in(m_bias);
        for (Index column = 0; column < m_cols; ++column)
            anchors(column, 0) = weight.col(m_words[column]).dot(m_input.col(column)) + bias(m_words[column], 0);
    }

    void anchorAtLargest()
    {
        auto largest = m_scratch.anchors.map();
        auto logits = m_scratch.logits.shape(m_weight.cols, 1);
        for (Index column = 0; column < m_cols; ++column) {
            multiply(m_weights.transposed(m_weight), m_input.col(column), logits);
            largest(column, 0) = (logits + m_weights.in(m_bias)).maxCoeff();
        }
    }

    /// P of all words, Z's summands, and the part of dL/dt that is a product, one stretch of the vocabulary after the
    /// other, so that P is still in the cache for its second use.
    void takeExponentials(MatrixRef<Scalar>& inputGradient)
    {
        m_scratch.sums.zeros(panelRows, m_cols);
        const Panels<Scalar>& gradientWeight = m_weights.of(m_weight);
        const Index stretch = depth / panelRows;
        for (Index first = 0; first < m_panels; first += stretch) {
            const Index end = std::min(first + stretch, m_panels);
            for (Index number = first; number < end; number += Tile::panels)
                logitTiles(number, std::min<Index>(Tile::panels, end - number));
            inputGradientOf(gradientWeight, first, end, inputGradient);
        }
    }

    struct Exponentiate {
        Scalar* out;
        Index panelStride;
        const Scalar* bias;
        const Scalar* anchors;
        Scalar* sums;

        template <class Packet>
        void operator()(Index row, Index column, const Packet& product) const
        {
            using namespace Eigen::internal;
            const Packet logit = psub(padd(product, ploadu<Packet>(bias + row)), pset1<Packet>(anchors[column]));
            const Packet p = pexp(pmax(logit, pset1<Packet>(smallest)));
            pstoreu(out + row / panelRows * panelStride + column * panelRows + row % panelRows, p);
            Scalar* sum = sums + column * panelRows + row % panelRows;
            pstoreu(sum, padd(ploadu<Packet>(sum), p));
        }
    };

    void logitTiles(Index number, Index together)
    {
        const Panels<Scalar>& a = m_weights.transposed(m_weight);
        const LeftFactor<Scalar> left{a.panel(number), a.cols() * panelRows};
        const Index stride = m_input.outerStride();
        for (Index column = 0; column < m_cols; column += Tile::columns)
            Tile::run(together, std::min<Index>(Tile::columns, m_cols - column), a.cols(), left,
                      {m_input.data() + column * stride, 1, stride},
                      Exponentiate{panel(number) + column * panelRows, m_cols * panelRows,
                                   m_scratch.bias.map().data() + number * panelRows,
                                   m_scratch.anchors.map().data() + column,
                                   m_scratch.sums.map().data() + column * panelRows});
    }

    /// dL/dt (+)= W P over the words of some panels.
    void inputGradientOf(const Panels<Scalar>& a, Index firstPanel, Index endPanel, MatrixRef<Scalar>& out)
    {
        const Index firstWord = firstPanel * panelRows;
        const Index size = std::min(endPanel * panelRows, m_weight.cols) - firstWord;
        for (Index number = 0; number < a.panels(); number += Tile::panels) {
            const Index together = std::min<Index>(Tile::panels, a.panels() - number), row = number * panelRows;
            const LeftFactor<Scalar> left{a.panel(number) + firstWord * panelRows, a.cols() * panelRows};
            for (Index column = 0; column < m_cols; column += Tile::columns)
                Tile::run(together, std::min<Index>(Tile::columns, m_cols - column), size, left,
                          {panel(firstPanel) + column * panelRows, 1, panelRows, panelRows, m_cols * panelRows},
                          StoreTile<Scalar>{out.data() + row + column * out.outerStride(), out.outerStride(),
                                            a.rows() - row, firstPanel > 0});
        }
    }

    /// Z, and the loss. False where one is too large for what comes to be exact.
    bool sumUp(double& loss)
    {
        auto total = m_scratch.totals.shape(m_cols, 1);
        total = m_scratch.sums.map().colwise().sum().transpose();
        loss = 0;
        const auto weight = m_weights.in(m_weight);
        const auto bias = m_weights.in(m_bias);
        const auto anchors = m_scratch.anchors.map();
        for (Index column = 0; column < m_cols; ++column) {
            const auto sum = static_cast<double>(total(column, 0));
            if (!(sum < tooLarge))
                return false;
            const std::int32_t word = m_words[column];
            const Scalar answer = weight.col(word).dot(m_input.col(column)) + bias(word, 0);
            loss += std::log(sum) + static_cast<double>(anchors(column, 0) - answer);
        }
        return true;
    }

    template <class Factors, class Weight, class Bias>
    void panelGradient(Index number, Index first, Index size, const Factors& factors, Weight& weight, Bias& bias)
    {
        const Index firstWord = number * panelRows, count = std::min(panelRows, m_weight.cols - firstWord);
        const Scalar* p = panel(number) + first * panelRows;
        const Panels<Scalar>& a = m_scratch.left;
        for (Index rows = 0; rows < a.panels(); rows += Tile::panels) {
            const Index together = std::min<Index>(Tile::panels, a.panels() - rows), row = rows * panelRows;
            const LeftFactor<Scalar> left{a.panel(rows) + first * panelRows, a.cols() * panelRows};
            for (Index word = 0; word < count; word += Tile::columns)
                Tile::run(together, std::min<Index>(Tile::columns, count - word), size, left, {p + word, panelRows, 1},
                          StoreTile<Scalar>{weight.data() + row + (firstWord + word) * weight.outerStride(),
                                            weight.outerStride(), a.rows() - row, true});
        }
        const ConstMatrixMap<Scalar> columns(p, panelRows, size);
        bias.middleRows(firstWord, count).noalias() += columns.topRows(count) * factors.middleRows(first, size);
    }

    const Weights<Scalar>& m_weights;
    Slot m_weight, m_bias;
    SoftmaxScratch<Scalar>& m_scratch;
    ConstMatrixRef<Scalar> m_input;
    const std::int32_t* m_words;
    Index m_cols, m_panels;
};

} // namespace alignoscope::nn
