// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_snapshot.h"

#include <string>
#include <vector>

namespace alignoscope::commands {

/// The matrices of an attention file. Throws Error(Input).
std::vector<AttentionSnapshotPtr> readAttentionFile(const std::string& path);

} // namespace alignoscope::commands
