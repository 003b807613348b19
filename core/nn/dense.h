// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/weights.h"

namespace alignoscope::nn {

/// A fully connected layer with rectified linear units:
///
///     y = max(0, W x + b)       (W: outputs × inputs)
template <class Scalar>
class DenseRelu {
public:
    DenseRelu() = default;
    DenseRelu(ParameterLayout& layout, const std::string& name, Index inputs, Index outputs)
        : m_weight(layout.add(name + ".weight", inputs, {{Start::Weight, outputs}}, Factor::Weight)),
          m_bias(layout.add(name + ".bias", 1, {{Start::Zero, outputs}}))
    {
    }

    [[nodiscard]] Index outputs() const { return m_weight.rows; }

    template <class Input, class Out>
    void forward(const Weights<Scalar>& weights, const Input& input, Out&& out) const
    {
        multiply(weights.of(m_weight), input, out);
        out.colwise() += weights.in(m_bias).col(0);
        out = out.cwiseMax(Scalar(0));
    }

    /// `outGradient` becomes the gradient before max; fills `inputGradient` and adds to those of W and b.
    template <class Input, class Output, class OutGradient, class InputGradient>
    void backward(const Weights<Scalar>& weights, Scalar* gradient, const Input& input, const Output& output,
                  OutGradient&& outGradient, InputGradient&& inputGradient, ProductScratch<Scalar>& scratch) const
    {
        outGradient.array() *= (output.array() > Scalar(0)).template cast<Scalar>();
        m_bias.in(gradient).col(0) += outGradient.rowwise().sum();
        multiplyTransposedAdd(outGradient, input, m_weight.in(gradient), scratch);
        multiply(weights.transposed(m_weight), outGradient, inputGradient);
    }

private:
    Slot m_weight, m_bias;
};

} // namespace alignoscope::nn
