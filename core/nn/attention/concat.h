// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention/additive.h"

namespace alignoscope::nn {

// Luong's "concat" (Luong, Pham & Manning 2015, section 3.1):
//
//     e_j = vᵀ tanh(W [s; h_j])          W = [W_q, W_k], so W [s; h_j] = W_q s + W_k h_j
//
// One matrix for the pair says the same as a matrix for each, so this is additive attention by another name. What
// differs is how it starts: v and W like all other weights, where Bahdanau's v starts at zero and his matrices smaller.
namespace kinds::concat {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "concat";
    kind.title = "Concat (Luong)";
    kind.summary =
        "State and annotation, one above the other, go through a small network: additive, but not started at zero.";
    kind.equation = "e = vᵀ tanh(W [s; h])";
    kind.source = "Luong, Pham & Manning 2015, section 3.1";
    kind.place = 4;
    kind.options = {AttentionOption::Dropout};
    return kind;
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> make(const AttentionSizes& sizes, const AttentionOptions& options)
{
    return std::make_unique<AdditiveAttention<Scalar>>(sizes, options, Start::Weight, Start::Weight);
}

} // namespace kinds::concat
} // namespace alignoscope::nn
