// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "alignoscope/trainer.h"
#include "alignoscope/translator.h"

#include <memory>

namespace alignoscope::testing {

/// A model really trained on `builtin:phrases-en-fr` with the default preset, once a process. `epochs` of the preset
/// are enough to translate well.
struct TrainedPhrases {
    std::shared_ptr<const Dataset> dataset; ///< nothing of `validation` was trained on
    std::shared_ptr<const Translator> translator;
};

/// Trains when it is first asked for: about fifteen seconds on two cores.
const TrainedPhrases& trainedPhrases();

} // namespace alignoscope::testing
