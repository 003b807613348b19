// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/matrix.h"

namespace alignoscope::nn {

/// Global average and maximum over the columns of one text, row by row:
///
///     average_f = (1 / L) Σ_t y_ft,   maximum_f = max_t y_ft
///
/// `values` f × L; `places` (f) keeps which column was the largest, the first of equals.
template <class Values, class Column, class Places>
void globalPooling(const Values& values, Column&& average, Column&& maximum, Places&& places)
{
    average = values.rowwise().mean();
    for (Index row = 0; row < values.rows(); ++row) {
        Index place = 0;
        maximum[row] = values.row(row).maxCoeff(&place);
        places[row] = static_cast<int>(place);
    }
}

/// The backward of globalPooling; fills `gradient` (f × L).
template <class Column, class Places, class Gradient>
void globalPoolingBackward(const Column& averageGradient, const Column& maximumGradient, const Places& places,
                           Gradient&& gradient)
{
    using Scalar = typename std::decay_t<Gradient>::Scalar;
    gradient.colwise() = averageGradient / static_cast<Scalar>(gradient.cols());
    for (Index row = 0; row < gradient.rows(); ++row)
        gradient(row, places[row]) += maximumGradient[row];
}

} // namespace alignoscope::nn
