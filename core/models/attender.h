// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/encoder.h"

namespace alignoscope::models {

/// Where the columns of a step belong, and where their weights are.
template <class Scalar>
struct StepColumns {
    const Index* sentence = nullptr;    ///< column → sentence
    const Index* weightStart = nullptr; ///< column → where its weights begin in `alphas`
    Scalar* alphas = nullptr;
    Index position = 0;          ///< of the target word, from 0
    const char* given = nullptr; ///< columns whose weights are in `alphas` already, from outside; or null: none
    const nn::Dropout* dropout = nullptr;      ///< on the weights, or null
    const std::uint64_t* dropoutKey = nullptr; ///< of each column
};

/// Attention of the columns of a step, each over its own sentence.
template <class Scalar>
class Attender {
public:
    using Input = nn::AttentionInput<Scalar>;

    struct Trace {
        nn::AttentionScratch<Scalar> scratch;
        nn::Buffer<Scalar> query; ///< of one column, while its gradient takes its place
    };

    Attender(const nn::Attention<Scalar>& attention, const SourceBatch& source, const Encoded<Scalar>& encoded)
        : m_attention(attention), m_source(source), m_encoded(encoded)
    {
    }

    /// `asking`: the decoder's states, `queries`: W s, `coverage`: the weights so far (no rows: not read); a column a
    /// column. Fills the weights and `contexts`.
    template <class Asking, class Queries, class Coverage, class Contexts>
    void forward(const nn::Weights<Scalar>& weights, const StepColumns<Scalar>& columns, const Asking& asking,
                 const Queries& queries, const Coverage& coverage, Contexts&& contexts, Trace& trace) const
    {
        for (Index column = 0; column < contexts.cols(); ++column) {
            const Input in = input(columns, column, asking, queries.col(column), coverage);
            Eigen::Map<nn::Vector<Scalar>> alphas(columns.alphas + columns.weightStart[column], in.annotations.cols());
            Eigen::Map<nn::Vector<Scalar>> context(contexts.col(column).data(), contexts.rows());
            if (columns.given && columns.given[column])
                m_attention.context(in, {alphas.data(), alphas.size()}, context);
            else
                m_attention.forward(weights, in, alphas, context, trace.scratch);
        }
    }

    /// The backward of one column. `query` comes in as W s and leaves as its gradient; `alphaGradient`: what else wants
    /// the weights to change, or nothing. To the others' gradients is added.
    template <class Asking, class Coverage, class Context, class Query, class AlphaGradient, class AskingGradient,
              class CoverageGradient>
    void backward(const nn::Weights<Scalar>& weights, Scalar* gradient, const StepColumns<Scalar>& columns,
                  Index column, const Asking& asking, const Coverage& coverage, const Context& contextGradient,
                  const AlphaGradient& alphaGradient, Query&& query, AskingGradient&& askingGradient,
                  CoverageGradient&& coverageGradient, Encoded<Scalar>& encodedGradient, Trace& trace) const
    {
        auto saved = trace.query.shape(query.size(), 1);
        saved.col(0) = query;
        query.setZero();
        const Input in = input(columns, column, asking, saved.col(0), coverage);
        const Index length = in.annotations.cols();
        const Index at = m_source.annotation(columns.sentence[column]);
        auto keys = encodedGradient.keys.map();
        auto annotations = encodedGradient.annotations.map();
        nn::AttentionGradient<Scalar> to{
            gradient,
            {askingGradient.data(), askingGradient.size()},
            {query.data(), query.size()},
            {keys.data() + at * keys.rows(), keys.rows(), length},
            {annotations.data() + at * annotations.rows(), annotations.rows(), length},
            {coverageGradient.data(), std::min(length, coverageGradient.size())},
        };
        m_attention.backward(weights, in, {columns.alphas + columns.weightStart[column], length},
                             {contextGradient.data(), contextGradient.size()},
                             {alphaGradient.data(), std::min(length, alphaGradient.size())}, trace.scratch, to);
    }

    /// What the attention reads of a column.
    template <class Asking, class Query, class Coverage>
    [[nodiscard]] Input input(const StepColumns<Scalar>& columns, Index column, const Asking& asking,
                              const Query& query, const Coverage& coverage) const
    {
        const Index sentence = columns.sentence[column];
        const Index at = m_source.annotation(sentence), length = m_source.sequences.length(sentence);
        const auto keys = m_encoded.keys.map(), annotations = m_encoded.annotations.map();
        Input in{{asking.col(column).data(), asking.rows()},
                 {query.data(), query.size()},
                 {keys.data() + at * keys.rows(), keys.rows(), length},
                 {annotations.data() + at * annotations.rows(), annotations.rows(), length}};
        in.position = columns.position;
        if (coverage.rows() > 0)
            new (&in.coverage) typename Input::Column(coverage.col(column).data(), length);
        if (columns.dropout) {
            in.dropout = columns.dropout;
            in.dropoutKey = columns.dropoutKey[column];
        }
        return in;
    }

private:
    const nn::Attention<Scalar>& m_attention;
    const SourceBatch& m_source;
    const Encoded<Scalar>& m_encoded;
};

} // namespace alignoscope::models
