// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/dropout.h"

namespace alignoscope::nn {

/// Spatial dropout (Tompson et al. 2015, Keras' SpatialDropout1D): a dimension of the embedding is dropped from all
/// words of a text or from none,
///
///     x_j = mask ∘ x_j       for every word j, one mask a text; kept dimensions are divided by 1 − p
///
/// so that a dimension cannot be read off the neighbouring words. Its own backward: the gradient goes through the same
/// mask, which follows from the seed and the text's key.
template <class Scalar>
struct SpatialDropout {
    Dropout dropout;

    /// `words`: m × S, a text.
    template <class Words>
    void apply(Words&& words, std::uint64_t text) const
    {
        if (!dropout.active())
            return;
        Vector<Scalar> mask = Vector<Scalar>::Ones(words.rows());
        dropout.apply(mask, text);
        words.array().colwise() *= mask.array();
    }
};

} // namespace alignoscope::nn
