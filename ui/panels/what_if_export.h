// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/export_content.h"
#include "ui/models/what_if_answer.h"

namespace alignoscope::ui {

/// The matrix of a view as a figure; as CSV its numbers; as JSON everything: what was changed, both translations with
/// their probabilities and attention, and the difference.
ExportContent exportOf(const WhatIfAnswerPtr& answer, WhatIfView view);

/// What exportOf writes as JSON.
std::string whatIfJson(const WhatIfAnswer& answer);

} // namespace alignoscope::ui
