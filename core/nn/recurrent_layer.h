// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/gru_cell.h"
#include "nn/lstm_cell.h"
#include "nn/packed_sequences.h"

namespace alignoscope::nn {

template <class Scalar>
std::unique_ptr<Cell<Scalar>> makeCell(RecurrentCell kind, Index units)
{
    if (kind == RecurrentCell::Lstm)
        return std::make_unique<LstmCell<Scalar>>(units);
    return std::make_unique<GruCell<Scalar>>(units);
}

/// A cell over packed sentences, from zeros. Its inputs x = W e + b are computed for all steps before.
/// k: sentences still going on at step t; N: all columns.
template <class Scalar>
class RecurrentLayer {
public:
    struct Trace {
        Buffer<Scalar> kept;     ///< keptRows × N
        Buffer<Scalar> previous; ///< the state before each step, stateRows × N
        Buffer<Scalar> states;   ///< the state after it; h in the first n rows
    };

    RecurrentLayer() = default;
    RecurrentLayer(ParameterLayout& layout, const std::string& name, RecurrentCell kind, Index units)
        : m_cell(makeCell<Scalar>(kind, units)),
          m_recurrent(layout.add(name + ".recurrent_gates", units, m_cell->recurrentBlocks(), Factor::Weight))
    {
        m_cell->addParameters(layout, name);
    }

    /// `inputs`: inputRows × N.
    void forward(const Weights<Scalar>& weights, const PackedSequences& sequences, const ConstMatrixRef<Scalar>& inputs,
                 Trace& trace) const
    {
        const Index rows = m_recurrent.rows, total = sequences.total(), below = m_cell->inputRows() - rows;
        auto kept = trace.kept.shape(m_cell->keptRows(), total);
        auto previous = trace.previous.shape(m_cell->stateRows(), total);
        auto states = trace.states.shape(m_cell->stateRows(), total);
        for (Index t = 0; t < sequences.steps(); ++t) {
            const Index at = sequences.first(t), k = sequences.active(t);
            auto before = previous.middleCols(at, k);
            auto sums = kept.block(0, at, rows, k);
            sums = inputs.block(0, at, rows, k);
            if (t == 0) {
                before.setZero();
            } else {
                before = states.middleCols(sequences.first(t - 1), k);
                multiplyAdd(weights.of(m_recurrent), before.topRows(units()), sums);
            }
            m_cell->step(weights, inputs.block(rows, at, below, k), previous.middleCols(at, t == 0 ? 0 : k),
                         kept.middleCols(at, k), states.middleCols(at, k), nullptr);
        }
    }

    /// `stateGradient`: dL/d states from outside, stateRows × N; it becomes the whole. `inputGradient`: inputRows × N,
    /// filled with dL/dx. Without a `gradient` block (null) the parameters' is not computed.
    void backward(const Weights<Scalar>& weights, Scalar* gradient, const PackedSequences& sequences,
                  const Trace& trace, MatrixRef<Scalar> stateGradient, MatrixRef<Scalar> inputGradient,
                  ProductScratch<Scalar>& scratch) const
    {
        const auto kept = trace.kept.map(), previous = trace.previous.map();
        for (Index t = sequences.steps() - 1; t >= 0; --t) {
            const Index at = sequences.first(t), k = sequences.active(t);
            auto ds = stateGradient.middleCols(at, k);
            auto dx = inputGradient.middleCols(at, k);
            m_cell->backward(weights, kept.middleCols(at, k), previous.middleCols(at, t == 0 ? 0 : k), ds, dx);
            if (t == 0)
                continue;
            auto before = stateGradient.middleCols(sequences.first(t - 1), k);
            before += ds;
            multiplyAdd(weights.transposed(m_recurrent), dx.topRows(m_recurrent.rows), before.topRows(units()));
        }
        if (!gradient)
            return;
        multiplyTransposedAdd(inputGradient.topRows(m_recurrent.rows), previous.topRows(units()),
                              m_recurrent.in(gradient), scratch);
        m_cell->parameterGradient(gradient, kept, inputGradient, scratch);
    }

    [[nodiscard]] const Cell<Scalar>& cell() const { return *m_cell; }
    [[nodiscard]] Index units() const { return m_cell->units(); }

private:
    std::unique_ptr<Cell<Scalar>> m_cell;
    Slot m_recurrent;
};

} // namespace alignoscope::nn
