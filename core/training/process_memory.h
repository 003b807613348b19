// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace alignoscope::training {

/// The largest resident size of this process so far, in bytes.
std::uint64_t peakResidentBytes();

} // namespace alignoscope::training
