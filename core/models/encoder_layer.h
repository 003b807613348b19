// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "models/sizes.h"
#include "nn/recurrent_layer.h"

namespace alignoscope::models {

/// One layer of the encoder: reads what is below from the left and, where it is bidirectional, from the right.
///
///     x = [W→; W←] input + [b→; b←]
///     h_j = [→h_j; ←h_j]
///
/// What is below comes a column a distinct word (the lowest layer, with the word of every packed column), or a column a
/// token in the order of the annotations.
template <class Scalar>
class EncoderLayer {
public:
    using Words = std::vector<Index>;
    struct Trace {
        typename nn::RecurrentLayer<Scalar>::Trace forward, backward;
        nn::Buffer<Scalar> inputs, otherInputs; ///< x of the packed columns
        nn::Buffer<Scalar> stateGradient;
        nn::Buffer<Scalar> projected;   ///< x of every token; not of the lowest layer
        nn::Buffer<Scalar> annotations; ///< h_j; not of the last layer, where they are what the encoder gives away
    };

    EncoderLayer(nn::ParameterLayout& layout, const std::string& name, const Sizes& sizes, Index below)
    {
        const Index units = sizes.encoderUnits(), directions = sizes.directions();
        const auto cell = nn::makeCell<Scalar>(sizes.encoderCell, units);
        const auto gates = static_cast<std::size_t>(directions * cell->inputRows() / units);
        std::vector<nn::StartBlock> bias;
        for (Index direction = 0; direction < directions; ++direction)
            for (const nn::StartBlock& block : cell->biasBlocks())
                bias.push_back(block);
        m_input = layout.add(name + ".input.weight", below,
                             std::vector(gates, nn::StartBlock{nn::Start::Weight, units}), nn::Factor::Weight);
        m_bias = layout.add(name + ".input.bias", 1, bias);
        m_forward = nn::RecurrentLayer<Scalar>(layout, name + ".forward", sizes.encoderCell, units);
        if (sizes.bidirectional)
            m_backward = nn::RecurrentLayer<Scalar>(layout, name + ".backward", sizes.encoderCell, units);
        m_both = sizes.bidirectional;
    }

    [[nodiscard]] Index inputRows() const { return m_input.rows; }
    [[nodiscard]] Index units() const { return m_forward.units(); }
    [[nodiscard]] bool bidirectional() const { return m_both; }

    /// x of what is below.
    template <class Below, class Out>
    void project(const nn::Weights<Scalar>& weights, const Below& below, Out&& out, nn::ThreadTeam* team) const
    {
        multiply(weights.of(m_input), below, out, team);
        out.colwise() += weights.in(m_bias).col(0);
    }
    template <class Below, class Projected>
    void projectBackward(const nn::Weights<Scalar>&, Scalar* gradient, const Below& below, const Projected& dx,
                         nn::ProductScratch<Scalar>& scratch) const
    {
        if (!gradient)
            return;
        m_bias.in(gradient).col(0) += dx.rowwise().sum();
        multiplyTransposedAdd(dx, below, m_input.in(gradient), scratch);
    }
    /// dL/d below, filled.
    template <class Projected, class Out>
    void toBelow(const nn::Weights<Scalar>& weights, const Projected& dx, Out&& out) const
    {
        multiply(weights.transposed(m_input), dx, out);
    }

    /// `words`: the column of `projected` that a packed column reads; null: every token has its own.
    void forward(const nn::Weights<Scalar>& weights, const SourceBatch& batch, nn::MatrixMap<Scalar> projected,
                 const Words* leftWords, const Words* rightWords, Trace& trace, nn::ThreadTeam* team,
                 nn::Buffer<Scalar>& out) const
    {
        const Index n = units(), rows = m_forward.cell().inputRows(), total = batch.sequences.total();
        const auto readFromLeft = [&](nn::Buffer<Scalar>& buffer) {
            auto inputs = buffer.shape(rows, total);
            if (leftWords)
                nn::gather(projected.topRows(rows), *leftWords, inputs);
            else
                forTokens(batch,
                          [&](Index token, Index left, Index) { inputs.col(left) = projected.col(token).head(rows); });
            m_forward.forward(weights, batch.sequences, inputs, trace.forward);
        };
        const auto readFromRight = [&](nn::Buffer<Scalar>& buffer) {
            auto inputs = buffer.shape(rows, total);
            if (rightWords)
                nn::gather(projected.bottomRows(rows), *rightWords, inputs);
            else
                forTokens(batch, [&](Index token, Index, Index right) {
                    inputs.col(right) = projected.col(token).tail(rows);
                });
            m_backward.forward(weights, batch.sequences, inputs, trace.backward);
        };
        if (m_both && team && team->size() > 1) {
            team->run([&](int part) {
                if (part == 0)
                    readFromLeft(trace.inputs);
                else if (part == 1)
                    readFromRight(trace.otherInputs);
            });
        } else {
            readFromLeft(trace.inputs);
            if (m_both)
                readFromRight(trace.inputs);
        }
        auto annotations = out.shape(m_both ? 2 * n : n, total);
        forTokens(batch, [&](Index token, Index left, Index right) {
            annotations.col(token).head(n) = trace.forward.states.map().col(left).head(n);
            if (m_both)
                annotations.col(token).tail(n) = trace.backward.states.map().col(right).head(n);
        });
    }

    /// dL/dh_j in; adds dL/dx to `projected` (zeroed before).
    template <class Annotations>
    void backward(const nn::Weights<Scalar>& weights, Scalar* gradient, const SourceBatch& batch,
                  const Words* leftWords, const Words* rightWords, const Annotations& annotations, Trace& trace,
                  nn::MatrixMap<Scalar> projected, nn::ProductScratch<Scalar>& scratch) const
    {
        const Index n = units(), rows = m_forward.cell().inputRows(), total = batch.sequences.total();
        const Index below = m_forward.cell().stateRows() - n; // a memory cell is wanted by nobody outside
        auto states = trace.stateGradient.shape(n + below, total);
        auto inputs = trace.inputs.shape(rows, total);
        states.bottomRows(below).setZero();
        forTokens(batch,
                  [&](Index token, Index left, Index) { states.col(left).head(n) = annotations.col(token).head(n); });
        m_forward.backward(weights, gradient, batch.sequences, trace.forward, states, inputs, scratch);
        if (leftWords)
            nn::scatterAdd(inputs, *leftWords, projected.topRows(rows));
        else
            forTokens(batch,
                      [&](Index token, Index left, Index) { projected.col(token).head(rows) += inputs.col(left); });
        if (!m_both)
            return;
        states.bottomRows(below).setZero();
        forTokens(batch,
                  [&](Index token, Index, Index right) { states.col(right).head(n) = annotations.col(token).tail(n); });
        m_backward.backward(weights, gradient, batch.sequences, trace.backward, states, inputs, scratch);
        if (rightWords)
            nn::scatterAdd(inputs, *rightWords, projected.bottomRows(rows));
        else
            forTokens(batch,
                      [&](Index token, Index, Index right) { projected.col(token).tail(rows) += inputs.col(right); });
    }

    /// ←h_1 of every sentence, or →h_S where nothing is read from the right. n × B.
    template <class Annotations>
    void summarize(const SourceBatch& batch, const Annotations& annotations, nn::Buffer<Scalar>& out) const
    {
        auto summary = out.shape(units(), batch.sentences());
        for (Index b = 0; b < batch.sentences(); ++b)
            summary.col(b) = annotations.col(summarized(batch, b)).tail(units());
    }
    template <class Annotations>
    void summarizeBackward(const SourceBatch& batch, const nn::Buffer<Scalar>& gradient, Annotations& annotations) const
    {
        for (Index b = 0; b < batch.sentences(); ++b)
            annotations.col(summarized(batch, b)).tail(units()) += gradient.map().col(b);
    }

private:
    [[nodiscard]] Index summarized(const SourceBatch& batch, Index sentence) const
    {
        return m_both ? batch.annotation(sentence) : batch.annotation(sentence) + batch.sequences.length(sentence) - 1;
    }
    /// Calls work(token, its packed column from the left, its packed column from the right) for every token.
    template <class Work>
    static void forTokens(const SourceBatch& batch, Work&& work)
    {
        for (Index b = 0; b < batch.sentences(); ++b)
            for (Index t = 0, length = batch.sequences.length(b); t < length; ++t)
                work(batch.annotation(b) + t, batch.sequences.column(b, t), batch.sequences.column(b, length - 1 - t));
    }

    nn::Slot m_input, m_bias;
    nn::RecurrentLayer<Scalar> m_forward, m_backward;
    bool m_both = true;
};

} // namespace alignoscope::models
