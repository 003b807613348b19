// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace alignoscope::commands {

/// The options of `train` that are of the text classifier. What is not given keeps the preset's value.
struct ClassifierArguments {
    std::string vectors;
    std::optional<bool> frozen, padAttention;
    std::optional<double> spatialDropout;
    std::optional<int> units, filters, kernel, dense, positions;

    void addTo(CLI::App& command);
    void apply(ClassifierOptions& options) const;
    [[nodiscard]] bool given() const;
};

} // namespace alignoscope::commands
