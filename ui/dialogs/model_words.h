// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"

#include <QString>

namespace alignoscope::ui {

/// What such a model is and whose it is, in two or three sentences.
QString modelInWords(const ModelOptions& model);

} // namespace alignoscope::ui
