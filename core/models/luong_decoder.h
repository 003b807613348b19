// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decoder_passes.h"

namespace alignoscope::models {

/// Updates, then attends (Luong, Pham & Manning 2015, section 3 and, with input feeding, 3.3):
///
///     s_i = cell(x_i [+ F h̃_{i−1}], s_{i−1})      x_i = W E y_{i−1} + b
///     α_i, c_i by Attention from s_i (of the last layer)
///     h̃_i = tanh(U_o s_i + C_o c_i)               DeepOutput's; the output layer reads it
template <class Scalar>
class LuongDecoder final : public Decoder<Scalar> {
public:
    using Base = Decoder<Scalar>;
    using typename Base::Back, typename Base::Step, typename Base::Trace;

    /// `head` must outlive this, and need not have its parameters yet.
    LuongDecoder(const Sizes& sizes, const DeepOutput<Scalar>& head) : Base(sizes), m_head(head) { }

    void addParameters(nn::ParameterLayout& layout) override
    {
        const Index n = this->units(), gates = this->inputRows() / n;
        this->addStart(layout);
        m_recurrent =
            layout.add("decoder.recurrent_gates", n, this->m_cells.front()->recurrentBlocks(), nn::Factor::Weight);
        this->m_cells.front()->addParameters(layout, "decoder");
        if (this->m_sizes.inputFeeding)
            m_feed = layout.add("decoder.feed.weight", this->m_sizes.maxout,
                                std::vector(static_cast<std::size_t>(gates), nn::StartBlock{nn::Start::Weight, n}),
                                nn::Factor::Weight);
        if (const auto blocks = this->m_attention->queryBlocks(); !blocks.empty())
            m_query = layout.add("attention.query.weight", n, blocks, nn::Factor::Weight);
        this->m_attention->addParameters(layout, "attention");
        this->addUpperLayers(layout);
    }

    void step(const nn::Weights<Scalar>& weights, const Step& step, Trace& trace, Index at,
              nn::MatrixRef<Scalar> next) const override
    {
        const Index n = this->units(), k = next.cols(), gates = m_recurrent.rows, rows = this->layerRows();
        const nn::Cell<Scalar>& cell = *this->m_cells.front();
        auto part = trace.contextPart.shape(cell.inputRows(), k);
        part = step.inputs;
        if (fedRows() > 0)
            multiplyAdd(weights.of(m_feed), step.states.middleRows(fedRow(), fedRows()), part, trace.team);
        auto kept = trace.kept.front().map().middleCols(at, k);
        auto sums = kept.topRows(gates);
        sums = part.topRows(gates);
        multiplyAdd(weights.of(m_recurrent), step.states.topRows(n), sums, trace.team);
        cell.step(weights, part.bottomRows(cell.inputRows() - gates), step.states.topRows(rows), kept,
                  next.topRows(rows), trace.team);
        this->upperLayers(weights, step, trace, at, next);

        const auto asking = next.middleRows(this->topRow(), n);
        if (m_query.rows > 0)
            multiply(weights.of(m_query), asking, trace.query.map().middleCols(at, k), trace.team);
        this->attend(weights, step, asking, trace, at);
        if (fedRows() > 0) {
            auto deep = trace.fed.map().middleCols(at, k);
            deep.setZero();
            m_head.add(weights, asking, trace.contexts.map().middleCols(at, k), deep, trace.team);
            m_head.activate(deep, next.middleRows(fedRow(), fedRows()));
        }
        this->cover(step, next);
    }

protected:
    void stepBackward(const nn::Weights<Scalar>& weights, Back& back) const override
    {
        const Index n = this->units(), gates = m_recurrent.rows, rows = this->layerRows();
        const auto previous = std::as_const(back.trace.previous).map().middleCols(back.at, back.k);
        const auto asking = std::as_const(back.trace.after).map().block(this->topRow(), back.at, n, back.k);
        if (fedRows() > 0)
            feedBackward(weights, back);
        auto top = back.carried.middleRows(this->topRow(), n);
        top += back.head;
        this->attendBackward(weights, back, asking, top);
        if (m_query.rows > 0)
            multiplyAdd(weights.transposed(m_query), back.trace.query.map().middleCols(back.at, back.k), top);
        this->upperLayersBackward(weights, back);
        this->m_cells.front()->backward(weights, back.trace.kept.front().map().middleCols(back.at, back.k),
                                        previous.topRows(rows), back.carried.topRows(rows), back.input);
        multiplyAdd(weights.transposed(m_recurrent), back.input.topRows(gates), back.carried.topRows(n));
        if (fedRows() > 0)
            multiply(weights.transposed(m_feed), back.input, back.carried.middleRows(fedRow(), fedRows()));
    }

    void parameterGradients(Scalar* gradient, Trace& trace, const nn::ConstMatrixRef<Scalar>& inputGradient,
                            nn::ProductScratch<Scalar>& scratch) const override
    {
        const auto previous = trace.previous.map();
        multiplyTransposedAdd(inputGradient.topRows(m_recurrent.rows), previous.topRows(this->units()),
                              m_recurrent.in(gradient), scratch);
        this->m_cells.front()->parameterGradient(gradient, trace.kept.front().map(), inputGradient, scratch);
        if (fedRows() > 0)
            multiplyTransposedAdd(inputGradient, previous.middleRows(fedRow(), fedRows()), m_feed.in(gradient),
                                  scratch);
        if (m_query.rows > 0)
            multiplyTransposedAdd(trace.query.map(), trace.after.map().middleRows(this->topRow(), this->units()),
                                  m_query.in(gradient), scratch);
    }

    [[nodiscard]] Index fedRows() const override { return this->m_sizes.inputFeeding ? this->m_sizes.maxout : 0; }
    [[nodiscard]] bool headReadsAfter() const override { return true; }
    [[nodiscard]] Index queryRows() const override { return m_query.rows; }

private:
    [[nodiscard]] Index fedRow() const { return this->m_startWeight.rows; }

    /// h̃_{i} as the next step reads it: its gradient through tanh, which stays in `fed` for DeepOutput's own gradient.
    void feedBackward(const nn::Weights<Scalar>& weights, Back& back) const
    {
        auto deep = back.trace.fed.map().middleCols(back.at, back.k);
        m_head.activateBackward(deep, back.carried.middleRows(fedRow(), fedRows()), deep);
        m_head.backwardAdd(weights, deep, back.head, back.context);
    }

    const DeepOutput<Scalar>& m_head;
    nn::Slot m_recurrent, m_feed, m_query;
};

} // namespace alignoscope::models
