// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/raw_attention.h"

namespace alignoscope::interchange {

/// Source and target word of every link change places.
void turnLinks(RawAttention& attention);

/// Every link of at least `threshold` and more than 0, ends of sentences left out.
std::vector<Link> linksFrom(const AttentionSnapshot& snapshot, double threshold);

} // namespace alignoscope::interchange
