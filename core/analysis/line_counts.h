// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace alignoscope::analysis {

/// Throws Error(Usage) unless there are as many references as hypotheses. `measure` names the score.
void requireEqualCounts(std::string_view measure, std::size_t hypotheses, std::size_t references);

} // namespace alignoscope::analysis
