// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/explanation.h"

#include <QString>

namespace alignoscope::ui {

/// The findings as a table of rich text: agreement of the orders, then the effect of other weights, then gold.
/// `many`: of a set of sentences, with shares of significant words.
QString findingsHtml(const ExplanationSummary& summary, bool many);
/// Whether attention explains what was asked about; of a sentence also where that ends. Rich text.
QString verdictHtml(const ExplanationSummary& summary, bool many);

} // namespace alignoscope::ui
