// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trained_model.h"
#include "storage/model_metadata.h"

namespace alignoscope::training {

/// A model file, read and checked.
struct ReadModel {
    storage::ModelDescription description;
    Experiment experiment; ///< what a run of it is, its corpus unknown
    nn::ParameterLayout layout;
    models::ParameterBlock parameters; ///< in the layout's order
};

/// Nothing is believed: what the metadata say, the names, shapes and kinds of the tensors, and that every number is
/// one, are checked before more is allocated than the file is long. Throws Error.
ReadModel readModel(const std::filesystem::path& file);

/// Where the parameters of such a model lie.
nn::ParameterLayout layoutOf(const storage::ModelDescription& description);

} // namespace alignoscope::training
