// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/weights.h"

#include <algorithm>

namespace alignoscope::nn {

/// One-dimensional convolution over the words of a text, "valid" (no window reaches over the end), linear:
///
///     y_t = V [x_t; …; x_{t+k−1}] + c      t = 1 … S − k + 1      (V: f × kd)
///
/// A text shorter than the k words of a window has one all the same; what it lacks is zero. V starts He-uniform (He et
/// al. 2015): within ±√(6 / kd).
template <class Scalar>
class Convolution {
public:
    Convolution() = default;
    Convolution(ParameterLayout& layout, const std::string& name, Index inputs, Index kernel, Index filters)
        : m_inputs(inputs), m_kernel(kernel),
          m_weight(layout.add(name + ".weight", kernel * inputs, {{Start::HeUniform, filters}}, Factor::Weight)),
          m_bias(layout.add(name + ".bias", 1, {{Start::Zero, filters}}))
    {
    }

    [[nodiscard]] Index windows(Index words) const { return std::max<Index>(1, words - m_kernel + 1); }
    [[nodiscard]] Index filters() const { return m_weight.rows; }
    [[nodiscard]] Index windowRows() const { return m_weight.cols; }

    /// Writes the windows of one text side by side: `words` d × S, `out` kd × windows(S).
    template <class Words, class Out>
    void unfold(const Words& words, Out&& out) const
    {
        for (Index t = 0; t < out.cols(); ++t)
            for (Index i = 0; i < m_kernel; ++i)
                if (t + i < words.cols())
                    out.col(t).segment(i * m_inputs, m_inputs) = words.col(t + i);
                else
                    out.col(t).segment(i * m_inputs, m_inputs).setZero();
    }

    /// The backward of unfold: adds to the gradient of the words.
    template <class Gradient, class Words>
    void fold(const Gradient& windows, Words&& words) const
    {
        for (Index t = 0; t < windows.cols(); ++t)
            for (Index i = 0; i < m_kernel && t + i < words.cols(); ++i)
                words.col(t + i) += windows.col(t).segment(i * m_inputs, m_inputs);
    }

    /// All windows of a batch: kd × W in, f × W out.
    template <class Windows, class Out>
    void forward(const Weights<Scalar>& weights, const Windows& windows, Out&& out) const
    {
        multiply(weights.of(m_weight), windows, out);
        out.colwise() += weights.in(m_bias).col(0);
    }

    /// Fills `windowGradient` (kd × W) and adds to those of V and c.
    template <class Windows, class OutGradient, class WindowGradient>
    void backward(const Weights<Scalar>& weights, Scalar* gradient, const Windows& windows,
                  const OutGradient& outGradient, WindowGradient&& windowGradient,
                  ProductScratch<Scalar>& scratch) const
    {
        m_bias.in(gradient).col(0) += outGradient.rowwise().sum();
        multiplyTransposedAdd(outGradient, windows, m_weight.in(gradient), scratch);
        multiply(weights.transposed(m_weight), outGradient, windowGradient);
    }

private:
    Index m_inputs = 0, m_kernel = 1;
    Slot m_weight, m_bias;
};

} // namespace alignoscope::nn
