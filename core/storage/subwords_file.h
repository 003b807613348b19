// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/text.h"

#include <filesystem>

namespace alignoscope::storage {

/// Stores the models of the sides that are cut into Subwords, each file whole or not at all. Throws Error(Storage),
/// and Error(Usage) where such a side has no model.
void writeSubwords(const std::filesystem::path& folder, const TextOptions& text);

/// Gives these sides of `text` the models that the run was trained with. Throws Error(Storage): one is missing or
/// damaged.
void readSubwords(const std::filesystem::path& folder, TextOptions& text);

} // namespace alignoscope::storage
