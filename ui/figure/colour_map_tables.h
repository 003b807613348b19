// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace alignoscope::ui {

/// 0xRRGGBB from weight 0 to weight 1.
extern const std::array<std::uint32_t, 256> viridisTable;
extern const std::array<std::uint32_t, 256> cividisTable;

} // namespace alignoscope::ui
