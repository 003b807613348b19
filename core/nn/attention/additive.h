// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention.h"

namespace alignoscope::nn {

/// Additive attention (Bahdanau, Cho & Bengio 2015, A.1.2), and where coverage counts that of See, Liu & Manning (2017,
/// equation 11):
///
///     e_j = v_aᵀ tanh(q + k_j [+ w_c u_j])       q = W_a s, k_j = U_a h_j (n' each), u_j: weight that j had so far
template <class Scalar>
class AdditiveAttention final : public Attention<Scalar> {
public:
    using Base = Attention<Scalar>;
    using typename Base::Blocks, typename Base::Column, typename Base::ConstColumn, typename Base::Gradient,
        typename Base::Input, typename Base::Stretch;

    /// `matrices`, `score`: how W_a and U_a, and v_a, start.
    AdditiveAttention(const AttentionSizes& sizes, const AttentionOptions& options, Start matrices = Start::Alignment,
                      Start score = Start::Zero)
        : Base(options), m_rows(sizes.alignment), m_matrixStart(matrices), m_scoreStart(score)
    {
    }

    [[nodiscard]] Blocks queryBlocks() const override { return {{m_matrixStart, m_rows}}; }
    [[nodiscard]] Blocks keyBlocks() const override { return {{m_matrixStart, m_rows}}; }
    [[nodiscard]] bool readsCoverage() const override { return this->options().coverage; }
    void addParameters(ParameterLayout& layout, const std::string& name) override
    {
        m_score = layout.add(name + ".score", 1, {{m_scoreStart, m_rows}});
        if (readsCoverage())
            m_coverage = layout.add(name + ".coverage", 1, {{m_matrixStart, m_rows}});
    }

protected:
    void scores(const Weights<Scalar>& weights, const Input& in, Stretch seen, Column e,
                Buffer<Scalar>& scratch) const override
    {
        const auto v = weights.in(m_score).col(0);
        if (!readsCoverage()) {
            for (Index j = 0; j < seen.count; ++j)
                e[j] = ((in.keys.col(seen.first + j) + in.query).array().tanh() * v.array()).sum();
            return;
        }
        auto activation = scratch.shape(m_rows, 1);
        for (Index j = 0; j < seen.count; ++j) {
            activate(weights, in, seen.first + j, activation.col(0));
            e[j] = activation.col(0).dot(v);
        }
    }

    /// tanh is computed again rather than kept: it costs less than S × T × n' numbers of memory.
    void scoresBackward(const Weights<Scalar>& weights, const Input& in, Stretch seen, ConstColumn e,
                        Buffer<Scalar>& scratch, const Gradient& gradient) const override
    {
        const auto v = weights.in(m_score).col(0);
        auto activation = scratch.shape(m_rows, 1).col(0);
        auto query = gradient.query;
        auto keys = gradient.keys;
        for (Index j = 0; j < seen.count; ++j) {
            const Index at = seen.first + j;
            activate(weights, in, at, activation);
            if (gradient.parameters)
                m_score.in(gradient.parameters).col(0) += e[j] * activation;
            activation.array() = (e[j] * v.array()) * (1 - activation.array().square());
            keys.col(at) += activation;
            query += activation;
            if (readsCoverage()) {
                auto coverage = gradient.coverage;
                coverage[at] += activation.dot(weights.in(m_coverage).col(0));
                if (gradient.parameters)
                    m_coverage.in(gradient.parameters).col(0) += in.coverage[at] * activation;
            }
        }
    }

private:
    template <class Activation>
    void activate(const Weights<Scalar>& weights, const Input& in, Index at, Activation&& activation) const
    {
        if (readsCoverage())
            activation = (in.keys.col(at) + in.query + in.coverage[at] * weights.in(m_coverage).col(0)).array().tanh();
        else
            activation = (in.keys.col(at) + in.query).array().tanh();
    }

    Index m_rows;
    Start m_matrixStart, m_scoreStart;
    Slot m_score, m_coverage;
};

namespace kinds::additive {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "additive";
    kind.title = "Additive (Bahdanau)";
    kind.summary = "A small network compares the decoder’s state with each word’s annotation.";
    kind.equation = "e = vᵀ tanh(W s + U h)";
    kind.source = "Bahdanau, Cho & Bengio 2015, A.1.2";
    kind.options = {AttentionOption::Coverage, AttentionOption::Dropout};
    return kind;
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> make(const AttentionSizes& sizes, const AttentionOptions& options)
{
    return std::make_unique<AdditiveAttention<Scalar>>(sizes, options);
}

} // namespace kinds::additive
} // namespace alignoscope::nn
