// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/packed_sequences.h"
#include "nn/weights.h"

namespace alignoscope::nn {

/// The recurrent half of a gated recurrent unit (Cho et al. 2014; Bahdanau, Cho & Bengio 2015, A.1.1), over packed
/// sentences. Its inputs x = W e + b for [update; reset; candidate] are computed for all steps before.
///
///     z_t = σ(x^z_t + U_z h_{t−1})           (n × k)
///     r_t = σ(x^r_t + U_r h_{t−1})
///     g_t = r_t ∘ h_{t−1}
///     c_t = tanh(x^c_t + U g_t)
///     h_t = (1 − z_t) ∘ h_{t−1} + z_t ∘ c_t
///
/// n: units; k: sentences still going on at step t; N: all columns. h_0 = 0.
template <class Scalar>
class Gru {
public:
    struct Trace {
        Buffer<Scalar> gates;     ///< [z; r], 2n × N
        Buffer<Scalar> candidate; ///< c, n × N
        Buffer<Scalar> reset;     ///< g, n × N
        Buffer<Scalar> previous;  ///< h_{t−1}, n × N
        Buffer<Scalar> states;    ///< h_t, n × N
    };

    Gru() = default;
    Gru(ParameterLayout& layout, const std::string& name, Index units)
        : m_units(units), m_gates(layout.add(name + ".recurrent_gates", units,
                                             {{Start::Recurrent, units}, {Start::Recurrent, units}}, Factor::Weight)),
          m_candidate(layout.add(name + ".recurrent_candidate", units, {{Start::Recurrent, units}}, Factor::Weight))
    {
    }

    /// `inputs`: 3n × N.
    void forward(const Weights<Scalar>& weights, const PackedSequences& sequences, const ConstMatrixRef<Scalar>& inputs,
                 Trace& trace) const
    {
        const Index n = m_units, total = sequences.total();
        auto gates = trace.gates.shape(2 * n, total);
        auto candidate = trace.candidate.shape(n, total);
        auto reset = trace.reset.shape(n, total);
        auto previous = trace.previous.shape(n, total);
        auto states = trace.states.shape(n, total);
        for (Index t = 0; t < sequences.steps(); ++t) {
            const Index at = sequences.first(t), k = sequences.active(t);
            auto h = previous.middleCols(at, k);
            auto zr = gates.middleCols(at, k);
            auto c = candidate.middleCols(at, k);
            auto g = reset.middleCols(at, k);
            if (t == 0) {
                h.setZero();
                g.setZero();
                zr = inputs.block(0, at, 2 * n, k).array().logistic();
                c = inputs.block(2 * n, at, n, k).array().tanh();
            } else {
                h = states.middleCols(sequences.first(t - 1), k);
                zr = inputs.block(0, at, 2 * n, k);
                multiplyAdd(weights.of(m_gates), h, zr);
                zr = zr.array().logistic();
                g = zr.bottomRows(n).cwiseProduct(h);
                c = inputs.block(2 * n, at, n, k);
                multiplyAdd(weights.of(m_candidate), g, c);
                c = c.array().tanh();
            }
            states.middleCols(at, k) = h + zr.topRows(n).cwiseProduct(c - h);
        }
    }

    /// `stateGradient`: dL/dh_t from outside, n × N; it becomes the whole dL/dh_t. `inputGradient`: 3n × N, filled
    /// with dL/dx. Without a `gradient` block (null) the parameters' is not computed.
    void backward(const Weights<Scalar>& weights, Scalar* gradient, const PackedSequences& sequences,
                  const Trace& trace, MatrixRef<Scalar> stateGradient, MatrixRef<Scalar> inputGradient,
                  ProductScratch<Scalar>& scratch) const
    {
        const Index n = m_units;
        for (Index t = sequences.steps() - 1; t >= 0; --t) {
            const Index at = sequences.first(t), k = sequences.active(t);
            const auto h = trace.previous.map().middleCols(at, k).array();
            const auto z = trace.gates.map().block(0, at, n, k).array();
            const auto r = trace.gates.map().block(n, at, n, k).array();
            const auto c = trace.candidate.map().middleCols(at, k).array();
            const auto dh = stateGradient.middleCols(at, k).array();
            auto dx = inputGradient.middleCols(at, k);
            // h_t = (1 − z) ∘ h + z ∘ c
            dx.topRows(n).array() = dh * (c - h) * z * (1 - z);
            // c = tanh(…)
            dx.bottomRows(n).array() = dh * z * (1 - c * c);
            if (t == 0) {
                dx.middleRows(n, n).setZero();
                continue;
            }
            // g = r ∘ h; the middle rows hold dL/dg until they become the reset gate's
            auto dr = dx.middleRows(n, n);
            multiply(weights.transposed(m_candidate), dx.bottomRows(n), dr);
            auto before = stateGradient.middleCols(sequences.first(t - 1), k);
            before.array() += dh * (1 - z) + dr.array() * r;
            dr.array() *= h * r * (1 - r);
            // z = σ(… + U_z h), r = σ(… + U_r h)
            multiplyAdd(weights.transposed(m_gates), dx.topRows(2 * n), before);
        }
        if (!gradient)
            return;
        multiplyTransposedAdd(inputGradient.topRows(2 * n), trace.previous.map(), m_gates.in(gradient), scratch);
        multiplyTransposedAdd(inputGradient.bottomRows(n), trace.reset.map(), m_candidate.in(gradient), scratch);
    }

    [[nodiscard]] Index units() const { return m_units; }

private:
    Index m_units = 0;
    Slot m_gates, m_candidate;
};

} // namespace alignoscope::nn
