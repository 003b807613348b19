// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/raw_attention.h"

namespace alignoscope::interchange {

constexpr std::string_view npyMagic = "\x93NUMPY";

/// NumPy's .npy, versions 1 to 3, of half, single or double floats: sentence × source × target or the other way round,
/// or one sentence's matrix.
void readNpy(std::string_view bytes, RawAttention& attention);

} // namespace alignoscope::interchange
