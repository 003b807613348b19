// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"
#include "nn/weights.h"

#include <memory>

namespace alignoscope::nn {

/// One step of a recurrent layer of n units, for k columns. What enters is x = W input + b (inputRows); what is carried
/// on is the state (stateRows), whose first n numbers are the output h. The product R h_{t−1} belongs to the caller,
/// who may do it together with others that read h_{t−1}. Holds shapes only.
template <class Scalar>
class Cell {
public:
    using Blocks = std::vector<StartBlock>;

    explicit Cell(Index units) : m_units(units) { }
    virtual ~Cell() = default;

    [[nodiscard]] Index units() const { return m_units; }
    [[nodiscard]] virtual Index inputRows() const = 0;
    [[nodiscard]] virtual Index stateRows() const = 0;
    [[nodiscard]] virtual Index keptRows() const = 0;         ///< what the backward pass needs of a step
    [[nodiscard]] virtual Blocks recurrentBlocks() const = 0; ///< rows of R, all added to the first rows of x
    [[nodiscard]] virtual Blocks biasBlocks() const = 0;      ///< inputRows
    /// Gives what else the cell learns a place.
    virtual void addParameters(ParameterLayout&, const std::string& name) { static_cast<void>(name); }

    /// `kept` (keptRows × k) holds in its first rows x + R h_{t−1}, as many as R has; `rest` the rows of x below those.
    /// `previous`: the state before (no columns: zeros). Fills `kept` and the state after, `next`.
    virtual void step(const Weights<Scalar>& weights, const ConstMatrixRef<Scalar>& rest,
                      const ConstMatrixRef<Scalar>& previous, MatrixRef<Scalar> kept, MatrixRef<Scalar> next,
                      ThreadTeam* team) const = 0;
    /// `ds`: dL/d next in; out what of dL/d previous does not come through R. Fills `dx` (inputRows × k).
    virtual void backward(const Weights<Scalar>& weights, const ConstMatrixRef<Scalar>& kept,
                          const ConstMatrixRef<Scalar>& previous, MatrixRef<Scalar> ds, MatrixRef<Scalar> dx) const = 0;
    /// Adds the gradient of what addParameters added, for all steps at once.
    virtual void parameterGradient(Scalar*, const ConstMatrixRef<Scalar>& kept, const ConstMatrixRef<Scalar>& dx,
                                   ProductScratch<Scalar>&) const
    {
        static_cast<void>(kept), static_cast<void>(dx);
    }

private:
    Index m_units;
};

} // namespace alignoscope::nn
