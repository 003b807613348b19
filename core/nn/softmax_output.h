// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/softmax_pass.h"

#include <cstdint>

namespace alignoscope::nn {

/// What the output layer saw.
struct OutputScore {
    double loss = 0;   ///< summed −ln p(y), nats
    Index correct = 0; ///< tokens that were the likeliest
};

/// p(y) = softmax(W_oᵀ t + b_o) over V words and its cross-entropy, for all real target positions at once.
///
/// Half of an update's operations are here, so the gradient is found in two walks over V × N numbers and no more:
/// exponentials are taken while a piece of the logits is in the registers, and what they must be divided by is
/// multiplied into the smaller factors:
///
///     P_v = exp(W_vᵀ t + b_v − a)           a = W_yᵀ t + b_y, so that P_y = 1
///     Z = Σ_v P_v,  −ln p(y) = ln Z
///     dL/dt = (1 / Z) Σ_v P_v W_v − W_y
///     dL/dW_v = Σ_n P_vn (t_n / Z_n) − Σ_{n: y_n = v} t_n
template <class Scalar>
class SoftmaxOutput {
public:
    using Scratch = SoftmaxScratch<Scalar>;

    SoftmaxOutput() = default;
    SoftmaxOutput(ParameterLayout& layout, const std::string& name, Index inputs, Index words)
        : m_weight(layout.add(name + ".weight", words, {{Start::Weight, inputs}}, Factor::Transposed)),
          m_bias(layout.add(name + ".bias", 1, {{Start::Zero, words}}))
    {
    }

    /// W_o is another's parameter: the target's embeddings (Press & Wolf 2017).
    SoftmaxOutput(ParameterLayout& layout, const std::string& name, const Slot& words)
        : m_weight(words), m_bias(layout.add(name + ".bias", 1, {{Start::Zero, words.cols}}))
    {
    }

    /// logits = W_oᵀ t + b   (V × N)
    template <class Input, class Logits>
    void logits(const Weights<Scalar>& weights, const Input& input, Logits&& out, ThreadTeam* team = nullptr) const
    {
        multiply(weights.transposed(m_weight), input, out, team);
        out.colwise() += weights.in(m_bias).col(0);
    }

    /// `input`: l × N; `words`: the N right answers. Loss of each column is added to `columnLoss` where it is given.
    OutputScore score(const Weights<Scalar>& weights, const ConstMatrixRef<Scalar>& input,
                      const std::vector<std::int32_t>& words, Scratch& scratch, std::vector<double>* columnLoss,
                      std::vector<bool>* columnCorrect) const
    {
        OutputScore sum;
        for (Index first = 0; first < input.cols(); first += scoredTogether) {
            auto out = scratch.logits.shape(m_weight.cols, std::min(scoredTogether, input.cols() - first));
            logits(weights, input.middleCols(first, out.cols()), out);
            for (Index i = 0; i < out.cols(); ++i) {
                const auto at = static_cast<std::size_t>(first + i);
                const OutputScore one = scoreOf(out.col(i), words[at]);
                sum.loss += one.loss;
                sum.correct += one.correct;
                if (columnLoss)
                    (*columnLoss)[at] = one.loss;
                if (columnCorrect)
                    (*columnCorrect)[at] = one.correct > 0;
            }
        }
        return sum;
    }

    /// The summed loss; fills `inputGradient` (l × N) and adds to dW_o and db_o, all times `scale`. With smoothing ε
    /// the target is (1 − ε) on the right word and ε / V on every one; the loss told is that of the right word alone.
    double lossAndGradient(const Weights<Scalar>& weights, Scalar* gradient, const ConstMatrixRef<Scalar>& input,
                           const std::vector<std::int32_t>& words, Scalar scale, Scalar smoothing, Scratch& scratch,
                           MatrixRef<Scalar> inputGradient) const
    {
        double loss = 0;
        const Index largest = sliceOf(m_weight.cols), slices = (input.cols() + largest - 1) / largest;
        scratch.reserve(m_weight.rows, weights.transposed(m_weight).panels(), largest);
        for (Index slice = 0; slice < slices; ++slice) {
            const Index first = input.cols() * slice / slices, cols = input.cols() * (slice + 1) / slices - first;
            SoftmaxPass<Scalar> pass(weights, m_weight, m_bias, scratch, input.middleCols(first, cols),
                                     words.data() + first);
            loss += pass.exponentials(inputGradient.middleCols(first, cols), scale, smoothing);
            pass.weightGradient(m_weight.in(gradient), m_bias.in(gradient), scale, smoothing);
        }
        return loss;
    }

    /// ∂ ln p(y) / ∂t = Σ_{v≠y} p_v (W_y − W_v) of every column, l × N. The right word's own part never enters, so that
    /// the digits remain where p(y) is nearly 1; in training such a word's gradient hardly matters.
    void logProbabilityGradient(const Weights<Scalar>& weights, const ConstMatrixRef<Scalar>& input,
                                const std::vector<std::int32_t>& words, Scratch& scratch, MatrixRef<Scalar> out) const
    {
        auto others = scratch.logits.shape(m_weight.cols, input.cols());
        logits(weights, input, others);
        for (Index column = 0; column < others.cols(); ++column) {
            auto one = others.col(column).array();
            one = (one - one.maxCoeff()).exp();
            const Scalar own = one[words[static_cast<std::size_t>(column)]];
            one[words[static_cast<std::size_t>(column)]] = 0;
            one /= one.sum() + own;
        }
        multiply(weights.of(m_weight), others, out);
        for (Index column = 0; column < others.cols(); ++column)
            out.col(column) =
                others.col(column).sum() * weights.in(m_weight).col(words[static_cast<std::size_t>(column)])
                - out.col(column);
    }

    [[nodiscard]] Index words() const { return m_weight.cols; }

private:
    static constexpr Index scoredTogether = 64;

    /// Columns whose exponentials are kept: as many as make long products, but no more than 8 MB of floats.
    static Index sliceOf(Index words) { return std::clamp<Index>((Index(2) << 20) / words, 32, 512); }

    template <class Column>
    static OutputScore scoreOf(const Column& logits, std::int32_t word)
    {
        const Scalar largest = logits.maxCoeff();
        const auto total = static_cast<double>((logits.array() - largest).exp().sum());
        return {std::log(total) - static_cast<double>(logits[word] - largest), logits[word] == largest ? 1 : 0};
    }

    Slot m_weight, m_bias;
};

} // namespace alignoscope::nn
