// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/build_info.h"

#include <benchmark/benchmark.h>

namespace {

/// Stands above every report: figures mean nothing without it.
[[maybe_unused]] const bool told = [] {
    benchmark::AddCustomContext("instruction set", std::string(alignoscope::instructionSet()));
    return true;
}();

} // namespace
