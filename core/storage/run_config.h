// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace alignoscope::storage {

/// An experiment as config.json: every field by a readable name, with the format's name and version.
std::string configText(const Experiment& experiment);

/// The inverse. Unknown fields are ignored; a missing or ill-typed one, a number out of range or another version of the
/// format throw Error(Storage) that names `where` and the field.
Experiment parseConfig(std::string_view text, const std::filesystem::path& where);

/// Parts of it as JSON objects by themselves, without format and version; and the inverse. `where` is for messages.
std::string modelText(const ModelOptions& model);
ModelOptions parseModel(std::string_view text, const std::string& where);
std::string datasetText(const DatasetOptions& dataset);
DatasetOptions parseDataset(std::string_view text, const std::string& where);

/// Whole or not at all. Throws Error(Storage).
void writeConfig(const std::filesystem::path& path, const Experiment& experiment);
Experiment readConfig(const std::filesystem::path& path);

/// Whether a file is a config.json of this program, of whatever version; never throws.
bool isConfig(const std::filesystem::path& path);

} // namespace alignoscope::storage
