// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace alignoscope::analysis {

/// Throws Error(Usage) unless `weights` numbers make a matrix of targets × sources.
void requireMatrixSize(std::size_t weights, std::int32_t targets, std::int32_t sources);

} // namespace alignoscope::analysis
