// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/cell.h"

namespace alignoscope::nn {

/// Long short-term memory with forget gates (Hochreiter & Schmidhuber 1997; Gers, Schmidhuber & Cummins 2000),
/// x = [x^i; x^f; x^o; x^g], state [h; c]:
///
///     i_t = σ(x^i_t + U_i h_{t−1}),  f_t = σ(x^f_t + U_f h_{t−1}),  o_t = σ(x^o_t + U_o h_{t−1})
///     g_t = tanh(x^g_t + U_g h_{t−1})
///     c_t = f_t ∘ c_{t−1} + i_t ∘ g_t
///     h_t = o_t ∘ tanh(c_t)
///
/// Kept: [i; f; o; g; tanh(c)]. R = [U_i; U_f; U_o; U_g]. The forget gate's bias starts at 1, so that memory lasts from
/// the beginning (Jozefowicz, Zaremba & Sutskever 2015).
template <class Scalar>
class LstmCell final : public Cell<Scalar> {
public:
    using Cell<Scalar>::Cell;
    using typename Cell<Scalar>::Blocks;

    [[nodiscard]] Index inputRows() const override { return 4 * this->units(); }
    [[nodiscard]] Index stateRows() const override { return 2 * this->units(); }
    [[nodiscard]] Index keptRows() const override { return 5 * this->units(); }
    [[nodiscard]] Blocks recurrentBlocks() const override
    {
        return Blocks(4, StartBlock{Start::Recurrent, this->units()});
    }
    [[nodiscard]] Blocks biasBlocks() const override
    {
        const Index n = this->units();
        return {{Start::Zero, n}, {Start::One, n}, {Start::Zero, 2 * n}};
    }

    void step(const Weights<Scalar>&, const ConstMatrixRef<Scalar>&, const ConstMatrixRef<Scalar>& previous,
              MatrixRef<Scalar> kept, MatrixRef<Scalar> next, ThreadTeam*) const override
    {
        const Index n = this->units();
        auto ifo = kept.topRows(3 * n);
        auto g = kept.middleRows(3 * n, n);
        ifo = ifo.array().logistic();
        g = g.array().tanh();
        auto c = next.bottomRows(n);
        if (previous.cols() == 0)
            c = ifo.topRows(n).cwiseProduct(g);
        else
            c = ifo.middleRows(n, n).cwiseProduct(previous.bottomRows(n)) + ifo.topRows(n).cwiseProduct(g);
        kept.bottomRows(n) = c.array().tanh();
        next.topRows(n) = ifo.bottomRows(n).cwiseProduct(kept.bottomRows(n));
    }

    void backward(const Weights<Scalar>&, const ConstMatrixRef<Scalar>& kept, const ConstMatrixRef<Scalar>& previous,
                  MatrixRef<Scalar> ds, MatrixRef<Scalar> dx) const override
    {
        const Index n = this->units();
        const auto i = kept.topRows(n).array();
        const auto f = kept.middleRows(n, n).array();
        const auto o = kept.middleRows(2 * n, n).array();
        const auto g = kept.middleRows(3 * n, n).array();
        const auto tanhOfC = kept.bottomRows(n).array();
        auto dh = ds.topRows(n);
        auto dc = ds.bottomRows(n);
        // h = o ∘ tanh(c)
        dx.middleRows(2 * n, n).array() = dh.array() * tanhOfC * o * (1 - o);
        dc.array() += dh.array() * o * (1 - tanhOfC.square());
        // c = f ∘ c_{t−1} + i ∘ g
        dx.topRows(n).array() = dc.array() * g * i * (1 - i);
        dx.middleRows(3 * n, n).array() = dc.array() * i * (1 - g.square());
        if (previous.cols() == 0)
            dx.middleRows(n, n).setZero();
        else
            dx.middleRows(n, n).array() = dc.array() * previous.bottomRows(n).array() * f * (1 - f);
        dc.array() *= f;
        dh.setZero();
    }
};

} // namespace alignoscope::nn
