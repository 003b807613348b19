// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention.h"

namespace alignoscope::nn::kinds::additive {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "additive";
    kind.title = "Additive (Bahdanau)";
    kind.summary = "A small network compares the decoder's state with each word's annotation.";
    kind.equation = "e = vᵀ tanh(W s + U h)";
    kind.source = "Bahdanau, Cho & Bengio 2015, A.1.2";
    kind.options = {AttentionOption::Coverage, AttentionOption::Dropout};
    return kind;
}

} // namespace alignoscope::nn::kinds::additive
