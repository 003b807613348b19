// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/encoder.h"
#include "nn/additive_attention.h"

namespace alignoscope::models {

/// GRU decoder with additive attention (Bahdanau, Cho & Bengio 2015, A.2.2), without its output layer.
///
///     s_0 = tanh(W_s ←h_1 + b_s)
///     α_i, c_i by AdditiveAttention from q_i = W_a s_{i−1}
///     z_i = σ(x^z_i + U_z s_{i−1} + C_z c_i)
///     r_i = σ(x^r_i + U_r s_{i−1} + C_r c_i)
///     g_i = r_i ∘ s_{i−1}
///     s̃_i = tanh(x^s_i + U g_i + C c_i)
///     s_i = (1 − z_i) ∘ s_{i−1} + z_i ∘ s̃_i
///
/// with x_i = W E y_{i−1} + b. U_z, U_r and W_a are one matrix, because all three read s_{i−1}.
template <class Scalar>
class Decoder {
public:
    struct Trace {
        nn::Buffer<Scalar> previous;  ///< s_{i−1}, n × N
        nn::Buffer<Scalar> start;     ///< s_0, n × B (by rank)
        nn::Buffer<Scalar> query;     ///< [U_z s; U_r s; W_a s], (2n + n') × N; `backward` leaves its gradient there
        nn::Buffer<Scalar> contexts;  ///< c_i, 2n × N
        nn::Buffer<Scalar> weights;   ///< α_i of every position one after the other
        nn::Buffer<Scalar> gates;     ///< [z; r], 2n × N
        nn::Buffer<Scalar> reset;     ///< g, n × N
        nn::Buffer<Scalar> candidate; ///< s̃, n × N
        nn::Buffer<Scalar> state, contextPart, scratch;
        nn::ThreadTeam* team = nullptr; ///< helps with the products of `step`
        nn::Buffer<Scalar> stateGradient, startSource, oneQuery;
    };

    Decoder() = default;
    Decoder(nn::ParameterLayout& layout, Index hidden, Index alignment)
        : m_units(hidden),
          m_startWeight(layout.add("decoder.start.weight", hidden, {{nn::Start::Weight, hidden}}, nn::Factor::Weight)),
          m_startBias(layout.add("decoder.start.bias", 1, {{nn::Start::Zero, hidden}})),
          m_query(layout.add(
              "decoder.recurrent_gates_and_query", hidden,
              {{nn::Start::Recurrent, hidden}, {nn::Start::Recurrent, hidden}, {nn::Start::Alignment, alignment}},
              nn::Factor::Weight)),
          m_candidate(
              layout.add("decoder.recurrent_candidate", hidden, {{nn::Start::Recurrent, hidden}}, nn::Factor::Weight)),
          m_context(layout.add("decoder.context.weight", 2 * hidden,
                               std::vector(3, nn::StartBlock{nn::Start::Weight, hidden}), nn::Factor::Weight)),
          m_attention(layout, "attention", alignment)
    {
    }

    /// s_0 for every sentence, n × B.
    template <class FirstBackward, class Out>
    void start(const nn::Weights<Scalar>& weights, const FirstBackward& firstBackward, Out&& out) const
    {
        multiply(weights.of(m_startWeight), firstBackward, out);
        out.colwise() += weights.in(m_startBias).col(0);
        out = out.array().tanh();
    }

    /// One step for k columns. In: `states` s_{i−1} (n × k), `inputs` x_i (3n × k), `sentenceOf` column → sentence.
    /// Out: query, contexts, weights (`weightStart` tells where in `alphas` a column's weights begin), gates, reset,
    /// candidate and s_i in `next`. `given` (or nullptr): columns whose weights are in `alphas` already, from outside,
    /// and which c_i is made of as they are.
    template <class States, class Inputs, class Query, class Contexts, class Gates, class Reset, class Candidate,
              class Next>
    void step(const nn::Weights<Scalar>& weights, const SourceBatch& source, const Encoded<Scalar>& encoded,
              const States& states, const Inputs& inputs, const Index* sentenceOf, const Index* weightStart,
              Scalar* alphas, Query&& query, Contexts&& contexts, Gates&& gates, Reset&& reset, Candidate&& candidate,
              Next&& next, Trace& trace, const char* given = nullptr) const
    {
        const Index n = m_units, k = states.cols();
        multiply(weights.of(m_query), states, query, trace.team);
        for (Index column = 0; column < k; ++column) {
            const Index sentence = sentenceOf[column];
            const Index at = source.annotation(sentence), length = source.sequences.length(sentence);
            const auto annotations = encoded.annotations.map().middleCols(at, length);
            Eigen::Map<nn::Vector<Scalar>> alpha(alphas + weightStart[column], length);
            if (given && given[column])
                m_attention.context(annotations, alpha, contexts.col(column));
            else
                m_attention.forward(weights, query.col(column).tail(query.rows() - 2 * n),
                                    encoded.keys.map().middleCols(at, length), annotations, alpha,
                                    contexts.col(column));
        }
        auto part = trace.contextPart.shape(3 * n, k);
        multiply(weights.of(m_context), contexts, part, trace.team);
        part += inputs;
        gates = (part.topRows(2 * n) + query.topRows(2 * n)).array().logistic();
        reset = gates.bottomRows(n).cwiseProduct(states);
        auto before = part.bottomRows(n);
        multiplyAdd(weights.of(m_candidate), reset, before, trace.team);
        candidate = before.array().tanh();
        next = states + gates.topRows(n).cwiseProduct(candidate - states);
    }

    /// Teacher forcing over all positions. `inputs`: 3n × N.
    template <class Inputs>
    void forward(const nn::Weights<Scalar>& weights, const BatchPart& part, const Encoded<Scalar>& encoded,
                 const Inputs& inputs, Trace& trace) const
    {
        const Index n = m_units;
        const auto& sequences = part.target.sequences;
        const Index total = sequences.total();
        auto previous = trace.previous.shape(n, total);
        auto query = trace.query.shape(m_query.rows, total);
        auto contexts = trace.contexts.shape(2 * n, total);
        auto gates = trace.gates.shape(2 * n, total);
        auto reset = trace.reset.shape(n, total);
        auto candidate = trace.candidate.shape(n, total);
        auto alphas = trace.weights.shape(part.target.weights(), 1);
        auto state = trace.state.shape(n, sequences.sentences());
        auto byRank = trace.startSource.shape(n, sequences.sentences());
        for (Index column = 0; column < sequences.sentences(); ++column)
            byRank.col(column) =
                encoded.firstBackward.map().col(part.target.sentence[static_cast<std::size_t>(column)]);
        auto start = trace.start.shape(n, sequences.sentences());
        this->start(weights, byRank, start);
        state = start;
        for (Index t = 0; t < sequences.steps(); ++t) {
            const Index at = sequences.first(t), k = sequences.active(t);
            previous.middleCols(at, k) = state.leftCols(k);
            step(weights, part.source, encoded, previous.middleCols(at, k), inputs.middleCols(at, k),
                 part.target.sentence.data(), part.target.weightStart.data() + at, alphas.data(),
                 query.middleCols(at, k), contexts.middleCols(at, k), gates.middleCols(at, k), reset.middleCols(at, k),
                 candidate.middleCols(at, k), state.leftCols(k), trace);
        }
    }

    /// In: what the output layer wants of s_{i−1} (`previousGradient`, n × N) and c_i (`contextGradient`, 2n × N, both
    /// changed). Out: `inputGradient` (3n × N) and dL/d of the encoded source (`encodedGradient`, zeroed before).
    /// Without a `gradient` block (null) the parameters' is not computed.
    template <class Previous, class Context, class Inputs>
    void backward(const nn::Weights<Scalar>& weights, Scalar* gradient, const BatchPart& part,
                  const Encoded<Scalar>& encoded, Trace& trace, Previous&& previousGradient, Context&& contextGradient,
                  Inputs&& inputGradient, Encoded<Scalar>& encodedGradient, nn::ProductScratch<Scalar>& scratch) const
    {
        const Index n = m_units;
        const auto& sequences = part.target.sequences;
        auto queryGradient = trace.query.map();
        auto carried = trace.stateGradient.zeros(n, sequences.sentences());
        for (Index t = sequences.steps() - 1; t >= 0; --t) {
            const Index at = sequences.first(t), k = sequences.active(t);
            auto dx = inputGradient.middleCols(at, k);
            auto dq = queryGradient.middleCols(at, k);
            auto ds = carried.leftCols(k);
            backwardThroughCell(weights, trace, at, k, ds, dx, dq);
            // every gate reads C c_i
            multiplyAdd(weights.transposed(m_context), dx, contextGradient.middleCols(at, k));
            for (Index column = 0; column < k; ++column)
                backwardThroughAttention(weights, gradient, part, encoded, trace, at + column,
                                         part.target.sentence[static_cast<std::size_t>(column)],
                                         contextGradient.col(at + column), dq.col(column), encodedGradient);
            // q_i and the gates read s_{i−1}
            multiplyAdd(weights.transposed(m_query), dq, ds);
            ds += previousGradient.middleCols(at, k);
        }
        if (gradient) {
            multiplyTransposedAdd(queryGradient, trace.previous.map(), m_query.in(gradient), scratch);
            multiplyTransposedAdd(inputGradient.bottomRows(n), trace.reset.map(), m_candidate.in(gradient), scratch);
            multiplyTransposedAdd(inputGradient, trace.contexts.map(), m_context.in(gradient), scratch);
        }
        // s_0 = tanh(W_s ←h_1 + b_s)
        carried.array() *= 1 - trace.start.map().array().square();
        if (gradient) {
            multiplyTransposedAdd(carried, trace.startSource.map(), m_startWeight.in(gradient), scratch);
            m_startBias.in(gradient).col(0) += carried.rowwise().sum();
        }
        auto first = trace.state.shape(n, sequences.sentences());
        multiply(weights.transposed(m_startWeight), carried, first);
        for (Index column = 0; column < sequences.sentences(); ++column)
            encodedGradient.firstBackward.map().col(part.target.sentence[static_cast<std::size_t>(column)]) =
                first.col(column);
    }

    [[nodiscard]] Index units() const { return m_units; }
    [[nodiscard]] Index queryRows() const { return m_query.rows; }

private:
    /// s_i = (1 − z) ∘ s + z ∘ s̃ and what is below it, but for the products with c_i and s_{i−1}. `ds` comes in as
    /// dL/ds_i and leaves as what of dL/ds_{i−1} does not pass the gates' products.
    template <class State, class Inputs, class Query>
    void backwardThroughCell(const nn::Weights<Scalar>& weights, const Trace& trace, Index at, Index k, State&& ds,
                             Inputs&& dx, Query&& dq) const
    {
        const Index n = m_units;
        const auto s = trace.previous.map().middleCols(at, k).array();
        const auto z = trace.gates.map().block(0, at, n, k).array();
        const auto r = trace.gates.map().block(n, at, n, k).array();
        const auto c = trace.candidate.map().middleCols(at, k).array();
        dx.topRows(n).array() = ds.array() * (c - s) * z * (1 - z);
        dx.bottomRows(n).array() = ds.array() * z * (1 - c * c);
        // g = r ∘ s; the middle rows hold dL/dg until they become the reset gate's
        auto dr = dx.middleRows(n, n);
        multiply(weights.transposed(m_candidate), dx.bottomRows(n), dr);
        ds.array() = ds.array() * (1 - z) + dr.array() * r;
        dr.array() *= s * r * (1 - r);
        dq.topRows(2 * n) = dx.topRows(2 * n);
    }

    /// `dq` comes in as the query and leaves as its gradient.
    template <class Context, class Query>
    void backwardThroughAttention(const nn::Weights<Scalar>& weights, Scalar* gradient, const BatchPart& part,
                                  const Encoded<Scalar>& encoded, Trace& trace, Index column, Index sentence,
                                  const Context& contextGradient, Query&& dq, Encoded<Scalar>& encodedGradient) const
    {
        const Index at = part.source.annotation(sentence), length = part.source.sequences.length(sentence);
        const Index rows = m_query.rows - 2 * m_units;
        const Eigen::Map<const nn::Vector<Scalar>> alphas(
            trace.weights.map().data() + part.target.weightStart[static_cast<std::size_t>(column)], length);
        auto query = trace.oneQuery.shape(rows, 1);
        query = dq.tail(rows);
        dq.tail(rows).setZero();
        m_attention.backward(weights, gradient, query.col(0), encoded.keys.map().middleCols(at, length),
                             encoded.annotations.map().middleCols(at, length), alphas, contextGradient, trace.scratch,
                             dq.tail(rows), encodedGradient.keys.map().middleCols(at, length),
                             encodedGradient.annotations.map().middleCols(at, length));
    }

    Index m_units = 0;
    nn::Slot m_startWeight, m_startBias, m_query, m_candidate, m_context;
    nn::AdditiveAttention<Scalar> m_attention;
};

} // namespace alignoscope::models
