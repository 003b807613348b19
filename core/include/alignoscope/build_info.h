// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"

#include <string_view>

namespace alignoscope {

/// The instruction set that the engine in use was compiled for: "x86-64", "x86-64-v2", "x86-64-v3" or "x86-64-v4",
/// whichever the loader found best for the processor; on other processors their architecture. Any thread.
ALIGNOSCOPE_API std::string_view instructionSet();

} // namespace alignoscope
