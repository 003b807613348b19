// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decoder_passes.h"

namespace alignoscope::models {

/// Attends, then updates (Bahdanau, Cho & Bengio 2015, A.2.2; of more layers the lowest asks and gets the context, as
/// in Wu et al. 2016, arXiv 1609.08144, equation 4):
///
///     α_i, c_i by Attention from s_{i−1}
///     s_i = cell(x_i + C c_i, s_{i−1})          x_i = W E y_{i−1} + b
///
/// R and W_a are one matrix, because both read s_{i−1}. The output layer reads s_{i−1} (of the last layer) and c_i.
template <class Scalar>
class BahdanauDecoder final : public Decoder<Scalar> {
public:
    using Base = Decoder<Scalar>;
    using typename Base::Back, typename Base::Step, typename Base::Trace;

    explicit BahdanauDecoder(const Sizes& sizes) : Base(sizes)
    {
        for (const nn::StartBlock& block : this->m_cells.front()->recurrentBlocks())
            this->m_queryStart += block.rows;
    }

    void addParameters(nn::ParameterLayout& layout) override
    {
        const Index n = this->units(), gates = this->inputRows() / n;
        this->addStart(layout);
        auto blocks = this->m_cells.front()->recurrentBlocks();
        for (const nn::StartBlock& block : this->m_attention->queryBlocks())
            blocks.push_back(block);
        m_query = layout.add("decoder.recurrent_gates_and_query", n, blocks, nn::Factor::Weight);
        this->m_cells.front()->addParameters(layout, "decoder");
        m_context = layout.add("decoder.context.weight", this->m_sizes.annotation(),
                               std::vector(static_cast<std::size_t>(gates), nn::StartBlock{nn::Start::Weight, n}),
                               nn::Factor::Weight);
        this->m_attention->addParameters(layout, "attention");
        this->addUpperLayers(layout);
    }

    void step(const nn::Weights<Scalar>& weights, const Step& step, Trace& trace, Index at,
              nn::MatrixRef<Scalar> next) const override
    {
        const Index n = this->units(), k = next.cols(), gates = this->m_queryStart, rows = this->layerRows();
        const nn::Cell<Scalar>& cell = *this->m_cells.front();
        auto query = trace.query.map().middleCols(at, k);
        multiply(weights.of(m_query), step.states.topRows(n), query, trace.team);
        this->attend(weights, step, step.states.topRows(n), trace, at);
        auto part = trace.contextPart.shape(cell.inputRows(), k);
        multiply(weights.of(m_context), trace.contexts.map().middleCols(at, k), part, trace.team);
        part += step.inputs;
        auto kept = trace.kept.front().map().middleCols(at, k);
        kept.topRows(gates) = part.topRows(gates) + query.topRows(gates);
        cell.step(weights, part.bottomRows(cell.inputRows() - gates), step.states.topRows(rows), kept,
                  next.topRows(rows), trace.team);
        this->upperLayers(weights, step, trace, at, next);
        this->cover(step, next);
    }

protected:
    void stepBackward(const nn::Weights<Scalar>& weights, Back& back) const override
    {
        const Index n = this->units(), gates = this->m_queryStart, rows = this->layerRows();
        const auto previous = std::as_const(back.trace.previous).map().middleCols(back.at, back.k);
        this->upperLayersBackward(weights, back);
        auto ds = back.carried.topRows(rows);
        this->m_cells.front()->backward(weights, back.trace.kept.front().map().middleCols(back.at, back.k),
                                        previous.topRows(rows), ds, back.input);
        auto query = back.trace.query.map().middleCols(back.at, back.k);
        query.topRows(gates) = back.input.topRows(gates);
        // every gate reads C c_i
        multiplyAdd(weights.transposed(m_context), back.input, back.context);
        this->attendBackward(weights, back, previous.topRows(n), back.carried.topRows(n));
        // q_i and the gates read s_{i−1}
        multiplyAdd(weights.transposed(m_query), query, back.carried.topRows(n));
        back.carried.middleRows(this->topRow(), n) += back.head;
    }

    void parameterGradients(Scalar* gradient, Trace& trace, const nn::ConstMatrixRef<Scalar>& inputGradient,
                            nn::ProductScratch<Scalar>& scratch) const override
    {
        multiplyTransposedAdd(trace.query.map(), trace.previous.map().topRows(this->units()), m_query.in(gradient),
                              scratch);
        this->m_cells.front()->parameterGradient(gradient, trace.kept.front().map(), inputGradient, scratch);
        multiplyTransposedAdd(inputGradient, trace.contexts.map(), m_context.in(gradient), scratch);
    }

    [[nodiscard]] bool headReadsAfter() const override { return false; }
    [[nodiscard]] Index queryRows() const override { return m_query.rows; }

private:
    nn::Slot m_query, m_context;
};

} // namespace alignoscope::models
