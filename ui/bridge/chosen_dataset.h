// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"
#include "alignoscope/dataset.h"

#include <memory>

namespace alignoscope::ui {

/// A corpus somebody chose, how it is read and tokenised, and what that makes of it. `dataset` is never null.
struct ChosenDataset {
    CorpusSource source;
    ReadOptions read;
    DatasetOptions options;
    std::shared_ptr<const Dataset> dataset;
};

} // namespace alignoscope::ui
