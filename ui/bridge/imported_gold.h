// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/attention_job.h"

#include "alignoscope/dataset.h"

#include <memory>
#include <vector>

namespace alignoscope::ui {

/// The sentences of imported attention as a dataset whose pairs alignments may belong to: words between spaces, the
/// pieces of words joined, the ends left out. Any thread.
std::shared_ptr<const Dataset> datasetOf(const OpenedAttention& attention);

/// Alignments of those words (one a sentence of the file, as GoldLook::corpus has them) in the tokens of each picture:
/// where words are in pieces, the link of the first pieces is what the words' is, and the others are possible. Any
/// thread.
std::vector<GoldAlignment> inTokensOf(const OpenedAttention& attention, const std::vector<GoldAlignment>& gold);

} // namespace alignoscope::ui
