// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/parameters.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace alignoscope::nn {

/// What the output layer saw.
struct OutputScore {
    double loss = 0;   ///< summed −ln p(y), nats
    Index correct = 0; ///< tokens that were the likeliest
};

/// p(y) = softmax(W_o t + b_o) over V words and its cross-entropy, for all real target positions at once. Works in
/// slices of columns that stay in the cache: softmax, loss and gradient are done in place.
template <class Scalar>
class SoftmaxOutput {
public:
    SoftmaxOutput() = default;
    SoftmaxOutput(ParameterLayout& layout, const std::string& name, Index inputs, Index words)
        : m_weight(layout.add(name + ".weight", words, {{Start::Weight, inputs}})),
          m_bias(layout.add(name + ".bias", 1, {{Start::Zero, words}}))
    {
    }

    /// logits = W_oᵀ t + b   (V × N)
    template <class Input, class Logits>
    void logits(const Scalar* parameters, const Input& input, Logits&& out) const
    {
        out.noalias() = m_weight.in(parameters).transpose() * input;
        out.colwise() += m_bias.in(parameters).col(0);
    }

    /// `input`: l × N; `words`: the N right answers. Loss of each column is added to `columnLoss` where it is given.
    OutputScore score(const Scalar* parameters, const ConstMatrixRef<Scalar>& input,
                      const std::vector<std::int32_t>& words, Buffer<Scalar>& scratch, std::vector<double>* columnLoss,
                      std::vector<bool>* columnCorrect) const
    {
        OutputScore sum;
        forSlices(parameters, input, scratch, [&](auto& logits, Index first) {
            for (Index i = 0; i < logits.cols(); ++i) {
                const auto at = static_cast<std::size_t>(first + i);
                const OutputScore one = logProbability(logits.col(i), words[at]);
                sum.loss += one.loss;
                sum.correct += one.correct;
                if (columnLoss)
                    (*columnLoss)[at] = one.loss;
                if (columnCorrect)
                    (*columnCorrect)[at] = one.correct > 0;
            }
        });
        return sum;
    }

    /// As `score`, and fills `inputGradient` (l × N) and adds to dW_o and db_o, all times `scale`. With smoothing ε the
    /// target is (1 − ε) on the right word and ε / V on every one; the loss told is that of the right word alone.
    OutputScore lossAndGradient(const Scalar* parameters, Scalar* gradient, const ConstMatrixRef<Scalar>& input,
                                const std::vector<std::int32_t>& words, Scalar scale, Scalar smoothing,
                                Buffer<Scalar>& scratch, MatrixRef<Scalar> inputGradient) const
    {
        OutputScore sum;
        const auto weight = m_weight.in(parameters);
        auto weightGradient = m_weight.in(gradient);
        auto biasGradient = m_bias.in(gradient).col(0);
        const Scalar spread = smoothing / static_cast<Scalar>(m_weight.cols);
        forSlices(parameters, input, scratch, [&](auto& logits, Index first) {
            for (Index i = 0; i < logits.cols(); ++i) {
                const std::int32_t word = words[static_cast<std::size_t>(first + i)];
                auto column = logits.col(i);
                Index likeliest = 0;
                const Scalar largest = column.maxCoeff(&likeliest);
                const Scalar right = column[word] - largest;
                column.array() = (column.array() - largest).exp();
                const Scalar total = column.sum();
                sum.loss += std::log(static_cast<double>(total)) - static_cast<double>(right);
                sum.correct += likeliest == word;
                // dL/dlogits = p − target
                column = column * (scale / total);
                if (smoothing > 0)
                    column.array() -= scale * spread;
                column[word] -= scale * (1 - smoothing);
            }
            inputGradient.middleCols(first, logits.cols()).noalias() = weight * logits;
            weightGradient.noalias() += input.middleCols(first, logits.cols()) * logits.transpose();
            biasGradient += logits.rowwise().sum();
        });
        return sum;
    }

    [[nodiscard]] Index words() const { return m_weight.cols; }

private:
    static constexpr Index slice = 192;

    template <class Work>
    void forSlices(const Scalar* parameters, const ConstMatrixRef<Scalar>& input, Buffer<Scalar>& scratch,
                   Work&& work) const
    {
        for (Index first = 0; first < input.cols(); first += slice) {
            auto out = scratch.shape(m_weight.cols, std::min(slice, input.cols() - first));
            logits(parameters, input.middleCols(first, out.cols()), out);
            work(out, first);
        }
    }

    template <class Column>
    static OutputScore logProbability(const Column& logits, std::int32_t word)
    {
        Index likeliest = 0;
        const Scalar largest = logits.maxCoeff(&likeliest);
        const auto total = static_cast<double>((logits.array() - largest).exp().sum());
        return {std::log(total) - static_cast<double>(logits[word] - largest), likeliest == word ? Index(1) : Index(0)};
    }

    Slot m_weight, m_bias;
};

} // namespace alignoscope::nn
