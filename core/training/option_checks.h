// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/error.h"
#include "alignoscope/options.h"

#include <fmt/format.h>

namespace alignoscope::training {

/// Throws Error(Usage) where the value is outside of low … high, or not a number.
template <class Number>
void require(const char* option, Number value, Number low, Number high)
{
    if (!(value >= low && value <= high))
        throw Error(
            ErrorKind::Usage,
            {option, "this value is not possible", fmt::format("{} to {}", low, high), fmt::format("{}", value), {}});
}

/// Values and combinations of the recurrent encoder-decoder. Throws Error(Usage) that says what to do.
void validateModel(const ModelOptions& model);

/// Values of the text classifier. Throws Error(Usage).
void validateClassifier(const ClassifierOptions& options);

} // namespace alignoscope::training
