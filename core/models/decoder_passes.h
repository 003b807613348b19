// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The passes of Decoder, for whoever instantiates it: rnnsearch.cpp in float, the gradient checks in double.
#include "models/decoder.h"

namespace alignoscope::models {

template <class Scalar>
void Decoder<Scalar>::addStart(nn::ParameterLayout& layout)
{
    const std::vector rows(static_cast<std::size_t>(m_sizes.layers), nn::StartBlock{nn::Start::Weight, layerRows()});
    m_startWeight = layout.add("decoder.start.weight", m_sizes.encoderUnits(), rows, nn::Factor::Weight);
    m_startBias = layout.add("decoder.start.bias", 1, {{nn::Start::Zero, m_startWeight.rows}});
}

template <class Scalar>
void Decoder<Scalar>::addUpperLayers(nn::ParameterLayout& layout)
{
    for (std::size_t i = 1; i < m_cells.size(); ++i) {
        const std::string name = "decoder.layer" + std::to_string(i + 1);
        const auto gates = static_cast<std::size_t>(m_cells[i]->inputRows() / units());
        Layer layer;
        layer.input = layout.add(name + ".input.weight", units(),
                                 std::vector(gates, nn::StartBlock{nn::Start::Weight, units()}), nn::Factor::Weight);
        layer.bias = layout.add(name + ".input.bias", 1, m_cells[i]->biasBlocks());
        layer.recurrent =
            layout.add(name + ".recurrent_gates", units(), m_cells[i]->recurrentBlocks(), nn::Factor::Weight);
        m_cells[i]->addParameters(layout, name);
        m_upper.push_back(layer);
    }
}

template <class Scalar>
void Decoder<Scalar>::reserve(Index columns, Trace& trace) const
{
    trace.query.shape(queryRows(), columns);
    trace.contexts.shape(m_sizes.annotation(), columns);
    trace.centres.shape(m_attention->window() >= 0 ? 1 : 0, columns);
    trace.fed.shape(fedRows(), columns);
    trace.kept.resize(m_cells.size());
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        trace.kept[i].shape(m_cells[i]->keptRows(), columns);
}

template <class Scalar>
void Decoder<Scalar>::forward(const nn::Weights<Scalar>& weights, const BatchPart& part, const Encoded<Scalar>& encoded,
                              const nn::ConstMatrixRef<Scalar>& inputs, const DropoutPlan& dropout, Trace& trace) const
{
    const auto& sequences = part.target.sequences;
    const Index rows = stateRows(part.source), total = sequences.total();
    reserve(total, trace);
    auto previous = trace.previous.shape(rows, total);
    auto after = trace.after.shape(keepsAfter() ? rows : 0, total);
    auto state = trace.state.shape(rows, sequences.sentences());
    auto byRank = trace.startSource.shape(m_sizes.encoderUnits(), sequences.sentences());
    for (Index column = 0; column < sequences.sentences(); ++column)
        byRank.col(column) = encoded.summary.map().col(part.target.sentence[static_cast<std::size_t>(column)]);
    auto start = trace.start.shape(rows, sequences.sentences());
    this->start(weights, byRank, start);
    state = start;
    StepColumns<Scalar> columns;
    columns.sentence = part.target.sentence.data();
    columns.alphas = trace.weights.shape(part.target.weights(), 1).data();
    columns.dropout = dropout.attention.active() ? &dropout.attention : nullptr;
    for (Index t = 0; t < sequences.steps(); ++t) {
        const Index at = sequences.first(t), k = sequences.active(t);
        previous.middleCols(at, k) = state.leftCols(k);
        columns.weightStart = part.target.weightStart.data() + at;
        columns.dropoutKey = part.target.dropoutKey.data() + at;
        columns.position = t;
        step(weights, {part.source, encoded, previous.middleCols(at, k), inputs.middleCols(at, k), columns}, trace, at,
             state.leftCols(k));
        if (keepsAfter())
            after.middleCols(at, k) = state.leftCols(k);
    }
}

template <class Scalar>
void Decoder<Scalar>::backward(const nn::Weights<Scalar>& weights, Scalar* gradient, const BatchPart& part,
                               const Encoded<Scalar>& encoded, const DropoutPlan& dropout, Scalar coverageScale,
                               Trace& trace, nn::MatrixRef<Scalar> headGradient, nn::MatrixRef<Scalar> contextGradient,
                               nn::MatrixRef<Scalar> inputGradient, Encoded<Scalar>& encodedGradient,
                               nn::ProductScratch<Scalar>& scratch) const
{
    const auto& sequences = part.target.sequences;
    auto carried = trace.stateGradient.zeros(stateRows(part.source), sequences.sentences());
    trace.layerGradient.resize(m_upper.size());
    for (auto& layer : trace.layerGradient)
        layer.shape(inputRows(), sequences.total());
    StepColumns<Scalar> columns;
    columns.sentence = part.target.sentence.data();
    columns.alphas = trace.weights.map().data();
    columns.dropout = dropout.attention.active() ? &dropout.attention : nullptr;
    for (Index t = sequences.steps() - 1; t >= 0; --t) {
        const Index at = sequences.first(t), k = sequences.active(t);
        columns.weightStart = part.target.weightStart.data() + at;
        columns.dropoutKey = part.target.dropoutKey.data() + at;
        columns.position = t;
        Back back{part,
                  encoded,
                  trace,
                  at,
                  k,
                  columns,
                  coverageScale,
                  carried.leftCols(k),
                  headGradient.middleCols(at, k),
                  contextGradient.middleCols(at, k),
                  inputGradient.middleCols(at, k),
                  encodedGradient,
                  gradient};
        stepBackward(weights, back);
    }
    if (gradient) {
        parameterGradients(gradient, trace, inputGradient, scratch);
        upperLayerGradients(gradient, trace, scratch);
    }
    // s_0 = tanh(W_s ←h_1 + b_s)
    auto start = carried.topRows(m_startWeight.rows);
    start.array() *= 1 - trace.start.map().topRows(m_startWeight.rows).array().square();
    if (gradient) {
        multiplyTransposedAdd(start, trace.startSource.map(), m_startWeight.in(gradient), scratch);
        m_startBias.in(gradient).col(0) += start.rowwise().sum();
    }
    auto first = trace.state.shape(m_sizes.encoderUnits(), sequences.sentences());
    multiply(weights.transposed(m_startWeight), start, first);
    for (Index column = 0; column < sequences.sentences(); ++column)
        encodedGradient.summary.map().col(part.target.sentence[static_cast<std::size_t>(column)]) = first.col(column);
}

template <class Scalar>
void Decoder<Scalar>::upperLayers(const nn::Weights<Scalar>& weights, const Step& step, Trace& trace, Index at,
                                  nn::MatrixRef<Scalar> next) const
{
    const Index n = units(), rows = layerRows(), k = next.cols();
    for (std::size_t i = 0; i < m_upper.size(); ++i) {
        const Layer& layer = m_upper[i];
        const nn::Cell<Scalar>& cell = *m_cells[i + 1];
        const Index below = static_cast<Index>(i) * rows, own = below + rows, gates = layer.recurrent.rows;
        auto x = trace.layerInput.shape(cell.inputRows(), k);
        multiply(weights.of(layer.input), next.middleRows(below, n), x, trace.team);
        x.colwise() += weights.in(layer.bias).col(0);
        auto kept = trace.kept[i + 1].map().middleCols(at, k);
        auto sums = kept.topRows(gates);
        sums = x.topRows(gates);
        multiplyAdd(weights.of(layer.recurrent), step.states.middleRows(own, n), sums, trace.team);
        cell.step(weights, x.bottomRows(cell.inputRows() - gates), step.states.middleRows(own, rows), kept,
                  next.middleRows(own, rows), trace.team);
    }
}

template <class Scalar>
void Decoder<Scalar>::upperLayersBackward(const nn::Weights<Scalar>& weights, Back& back) const
{
    const Index n = units(), rows = layerRows();
    const auto previous = std::as_const(back.trace.previous).map();
    for (std::size_t i = m_upper.size(); i-- > 0;) {
        const Layer& layer = m_upper[i];
        const Index below = static_cast<Index>(i) * rows, own = below + rows;
        auto ds = back.carried.middleRows(own, rows);
        auto dx = back.trace.layerGradient[i].map().middleCols(back.at, back.k);
        m_cells[i + 1]->backward(weights, back.trace.kept[i + 1].map().middleCols(back.at, back.k),
                                 previous.block(own, back.at, rows, back.k), ds, dx);
        multiplyAdd(weights.transposed(layer.recurrent), dx.topRows(layer.recurrent.rows), ds.topRows(n));
        multiplyAdd(weights.transposed(layer.input), dx, back.carried.middleRows(below, n));
    }
}

template <class Scalar>
void Decoder<Scalar>::upperLayerGradients(Scalar* gradient, Trace& trace, nn::ProductScratch<Scalar>& scratch) const
{
    const Index n = units(), rows = layerRows();
    for (std::size_t i = 0; i < m_upper.size(); ++i) {
        const Layer& layer = m_upper[i];
        const Index below = static_cast<Index>(i) * rows, own = below + rows;
        const auto dx = trace.layerGradient[i].map();
        multiplyTransposedAdd(dx, trace.after.map().middleRows(below, n), layer.input.in(gradient), scratch);
        multiplyTransposedAdd(dx.topRows(layer.recurrent.rows), trace.previous.map().middleRows(own, n),
                              layer.recurrent.in(gradient), scratch);
        layer.bias.in(gradient).col(0) += dx.rowwise().sum();
        m_cells[i + 1]->parameterGradient(gradient, trace.kept[i + 1].map(), dx, scratch);
    }
}

template <class Scalar>
void Decoder<Scalar>::cover(const Step& step, nn::MatrixRef<Scalar> next) const
{
    const Index first = coverageRow(), rows = next.rows() - first;
    if (!m_attention->readsCoverage())
        return;
    next.bottomRows(rows) = step.states.bottomRows(rows);
    for (Index column = 0; column < next.cols(); ++column) {
        const Index length = step.source.sequences.length(step.columns.sentence[column]);
        next.col(column).segment(first, length) +=
            Eigen::Map<const nn::Vector<Scalar>>(step.columns.alphas + step.columns.weightStart[column], length);
    }
}

template <class Scalar>
void Decoder<Scalar>::attend(const nn::Weights<Scalar>& weights, const Step& step,
                             const nn::ConstMatrixRef<Scalar>& asking, Trace& trace, Index at) const
{
    const Index k = asking.cols(), foot = queryRows() - m_queryStart;
    const Index covered = step.states.rows() - coverageRow();
    const Attender<Scalar> attender(*m_attention, step.source, step.encoded);
    const auto queries = trace.query.map().block(m_queryStart, at, foot, k);
    const auto coverage = step.states.bottomRows(covered);
    attender.forward(weights, step.columns, asking, queries, coverage, trace.contexts.map().middleCols(at, k),
                     trace.attender);
    auto centres = trace.centres.map();
    for (Index column = 0; centres.rows() > 0 && column < k; ++column)
        centres(0, at + column) =
            m_attention->centre(weights, attender.input(step.columns, column, asking, queries.col(column), coverage));
}

template <class Scalar>
void Decoder<Scalar>::attendBackward(const nn::Weights<Scalar>& weights, Back& back,
                                     const nn::ConstMatrixRef<Scalar>& asking,
                                     nn::MatrixRef<Scalar> askingGradient) const
{
    const Index foot = queryRows() - m_queryStart;
    const Index covered = back.carried.rows() - coverageRow();
    const Attender<Scalar> attender(*m_attention, back.part.source, back.encoded);
    auto query = back.trace.query.map().block(m_queryStart, back.at, foot, back.k);
    const auto previous = std::as_const(back.trace.previous).map();
    const auto coverage = previous.block(previous.rows() - covered, back.at, covered, back.k);
    auto wanted = back.trace.alphaGradient.shape(covered, 1);
    for (Index column = 0; column < back.k; ++column) {
        // u' = u + α: what wants the coverage to change wants α to
        auto dCoverage = back.carried.col(column).tail(covered);
        wanted.col(0) = dCoverage;
        if (back.coverageScale > 0)
            coverageLossBackward(back, column, coverage.col(column), wanted.col(0), dCoverage);
        attender.backward(weights, back.gradient, back.columns, column, asking, coverage, back.context.col(column),
                          wanted.col(0), query.col(column), askingGradient.col(column), dCoverage, back.encodedGradient,
                          back.trace.attender);
    }
}

/// λ Σ_j min(α_j, u_j)
template <class Scalar>
template <class Coverage, class Alpha, class CoverageGradient>
void Decoder<Scalar>::coverageLossBackward(Back& back, Index column, const Coverage& coverage, Alpha&& alphaGradient,
                                           CoverageGradient&& coverageGradient) const
{
    const Index length = back.part.source.sequences.length(back.columns.sentence[column]);
    const Scalar* alphas = back.columns.alphas + back.columns.weightStart[column];
    for (Index j = 0; j < length; ++j)
        (alphas[j] < coverage[j] ? alphaGradient[j] : coverageGradient[j]) += back.coverageScale;
}

} // namespace alignoscope::models
