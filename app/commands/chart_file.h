// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/line_chart.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

namespace alignoscope::commands {

/// --out and how the figure looks. Lives as long as the CLI::App it was added to.
struct ChartFile {
    std::string out, title, font;
    ui::FigureOptions options;

    void addTo(CLI::App& command);
    /// Throws Error(Usage) on an ending that is no format, before anything is worked out.
    void check() const;
    /// Writes the figure, or where `out` ends in .csv or .json what these make.
    void write(const ui::LineChart& chart, const std::function<std::string()>& csv,
               const std::function<std::string()>& json) const;
};

} // namespace alignoscope::commands
