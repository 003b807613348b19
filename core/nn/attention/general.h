// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention.h"

namespace alignoscope::nn {

/// Luong's "general" (Luong, Pham & Manning 2015, section 3.1):
///
///     e_j = sᵀ W h_j = qᵀ h_j          q = Wᵀ s, as many numbers as an annotation
template <class Scalar>
class GeneralAttention : public Attention<Scalar> {
public:
    using Base = Attention<Scalar>;
    using typename Base::Blocks, typename Base::Column, typename Base::ConstColumn, typename Base::Gradient,
        typename Base::Input, typename Base::Stretch;

    GeneralAttention(const AttentionSizes& sizes, const AttentionOptions& options)
        : Base(options), m_rows(sizes.annotation)
    {
    }

    [[nodiscard]] Blocks queryBlocks() const override { return {{Start::Weight, m_rows}}; }

protected:
    void scores(const Weights<Scalar>&, const Input& in, Stretch seen, Column e, Buffer<Scalar>&) const override
    {
        e.noalias() = in.annotations.middleCols(seen.first, seen.count).transpose() * in.query.head(m_rows);
    }
    void scoresBackward(const Weights<Scalar>&, const Input& in, Stretch seen, ConstColumn e, Buffer<Scalar>&,
                        const Gradient& gradient) const override
    {
        auto query = gradient.query;
        auto annotations = gradient.annotations;
        query.head(m_rows).noalias() += in.annotations.middleCols(seen.first, seen.count) * e;
        annotations.middleCols(seen.first, seen.count).noalias() += in.query.head(m_rows) * e.transpose();
    }

private:
    Index m_rows;
};

namespace kinds::general {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "general";
    kind.title = "General (Luong)";
    kind.summary = "A learned matrix turns the decoder’s state before it is multiplied with each word’s annotation.";
    kind.equation = "e = sᵀ W h";
    kind.source = "Luong, Pham & Manning 2015, section 3.1";
    kind.place = 3;
    kind.options = {AttentionOption::Dropout};
    return kind;
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> make(const AttentionSizes& sizes, const AttentionOptions& options)
{
    return std::make_unique<GeneralAttention<Scalar>>(sizes, options);
}

} // namespace kinds::general
} // namespace alignoscope::nn
