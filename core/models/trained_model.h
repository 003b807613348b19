// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/text.h"
#include "alignoscope/vocabulary.h"
#include "models/rnnsearch.h"

#include <memory>
#include <vector>

namespace alignoscope::models {

/// The numbers of a model, in the order of its layout; 64-byte aligned.
using ParameterBlock = std::vector<float, nn::PageAllocator<float>>;

/// How a model's text becomes numbers.
struct Language {
    TextOptions text;
    Vocabulary source, target;
};

/// A model at one moment. Shared as `shared_ptr<const TrainedModel>` and never changed afterwards.
struct TrainedModel {
    std::shared_ptr<const RnnSearch<float>> network;
    std::shared_ptr<const Language> language;
    ParameterBlock parameters;
    std::int64_t step = 0;
};

} // namespace alignoscope::models
