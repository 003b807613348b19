// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/export_content.h"

namespace alignoscope::ui {

class SentenceFilter;
class SentenceModel;

/// The histograms of all measures as a figure, the sentences that pass the filter stressed, and the rows shown as CSV.
/// Nothing while nothing is measured. It holds the numbers as they are now.
std::optional<ExportContent> exportOf(const SentenceModel& model, const SentenceFilter& filter);

} // namespace alignoscope::ui
