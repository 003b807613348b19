// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text_classifier.h"
#include "models/trained_model.h"

namespace alignoscope::models {

/// A classifier at one moment; the labels are the target vocabulary of its language. Shared as
/// `shared_ptr<const TrainedClassifier>` and never changed afterwards.
struct TrainedClassifier {
    std::shared_ptr<const TextClassifier<float>> network;
    std::shared_ptr<const Language> language;
    ParameterBlock parameters;
    std::int64_t step = 0;
};

} // namespace alignoscope::models
