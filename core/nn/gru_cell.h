// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/cell.h"

namespace alignoscope::nn {

/// Gated recurrent unit (Cho et al. 2014; Bahdanau, Cho & Bengio 2015, A.1.1), x = [x^z; x^r; x^c]:
///
///     z_t = σ(x^z_t + U_z h_{t−1})
///     r_t = σ(x^r_t + U_r h_{t−1})
///     g_t = r_t ∘ h_{t−1}
///     c_t = tanh(x^c_t + U g_t)
///     h_t = (1 − z_t) ∘ h_{t−1} + z_t ∘ c_t
///
/// Kept: [z; r; g; c]. R = [U_z; U_r].
template <class Scalar>
class GruCell final : public Cell<Scalar> {
public:
    using Cell<Scalar>::Cell;
    using typename Cell<Scalar>::Blocks;

    [[nodiscard]] Index inputRows() const override { return 3 * this->units(); }
    [[nodiscard]] Index stateRows() const override { return this->units(); }
    [[nodiscard]] Index keptRows() const override { return 4 * this->units(); }
    [[nodiscard]] Blocks recurrentBlocks() const override
    {
        return {{Start::Recurrent, this->units()}, {Start::Recurrent, this->units()}};
    }
    [[nodiscard]] Blocks biasBlocks() const override { return {{Start::Zero, 3 * this->units()}}; }
    void addParameters(ParameterLayout& layout, const std::string& name) override
    {
        m_candidate = layout.add(name + ".recurrent_candidate", this->units(), {{Start::Recurrent, this->units()}},
                                 Factor::Weight);
    }

    void step(const Weights<Scalar>& weights, const ConstMatrixRef<Scalar>& rest,
              const ConstMatrixRef<Scalar>& previous, MatrixRef<Scalar> kept, MatrixRef<Scalar> next,
              ThreadTeam* team) const override
    {
        const Index n = this->units();
        auto zr = kept.topRows(2 * n);
        auto g = kept.middleRows(2 * n, n);
        auto c = kept.bottomRows(n);
        zr = zr.array().logistic();
        c = rest;
        if (previous.cols() == 0) {
            g.setZero();
            c = c.array().tanh();
            next = zr.topRows(n).cwiseProduct(c);
            return;
        }
        g = zr.bottomRows(n).cwiseProduct(previous);
        multiplyAdd(weights.of(m_candidate), g, c, team);
        c = c.array().tanh();
        next = previous + zr.topRows(n).cwiseProduct(c - previous);
    }

    void backward(const Weights<Scalar>& weights, const ConstMatrixRef<Scalar>& kept,
                  const ConstMatrixRef<Scalar>& previous, MatrixRef<Scalar> ds, MatrixRef<Scalar> dx) const override
    {
        const Index n = this->units();
        const auto z = kept.topRows(n).array();
        const auto r = kept.middleRows(n, n).array();
        const auto c = kept.bottomRows(n).array();
        const auto dh = ds.array();
        // c = tanh(…)
        dx.bottomRows(n).array() = dh * z * (1 - c * c);
        if (previous.cols() == 0) {
            dx.topRows(n).array() = dh * c * z * (1 - z);
            dx.middleRows(n, n).setZero();
            return;
        }
        const auto h = previous.array();
        // h_t = (1 − z) ∘ h + z ∘ c
        dx.topRows(n).array() = dh * (c - h) * z * (1 - z);
        // g = r ∘ h; the middle rows hold dL/dg until they become the reset gate's
        auto dr = dx.middleRows(n, n);
        multiply(weights.transposed(m_candidate), dx.bottomRows(n), dr);
        ds.array() = dh * (1 - z) + dr.array() * r;
        dr.array() *= h * r * (1 - r);
    }

    void parameterGradient(Scalar* gradient, const ConstMatrixRef<Scalar>& kept, const ConstMatrixRef<Scalar>& dx,
                           ProductScratch<Scalar>& scratch) const override
    {
        const Index n = this->units();
        multiplyTransposedAdd(dx.bottomRows(n), kept.middleRows(2 * n, n), m_candidate.in(gradient), scratch);
    }

private:
    Slot m_candidate;
};

} // namespace alignoscope::nn
