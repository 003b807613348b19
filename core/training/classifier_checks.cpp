// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/option_checks.h"

namespace alignoscope::training {

void validateClassifier(const ClassifierOptions& options)
{
    require("embedding", options.embedding, 1, 8192);
    require("spatial dropout", options.spatialDropout, 0.0, 0.95);
    require("units", options.units, 1, 8192);
    require("filters", options.filters, 1, 8192);
    require("kernel", options.kernel, 1, 100);
    require("dense units", options.dense, 1, 8192);
    require("positions", options.positions, 1, 10000);
}

} // namespace alignoscope::training
