// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace alignoscope::storage {

/// Reads JSON nobody vouches for: nested at most `depth` deep, no name twice in one object.
/// Throws Error(Storage) that names `where`.
nlohmann::json parseJson(std::string_view text, const std::filesystem::path& where, int depth);

/// Writes it; bytes that are no UTF-8 become U+FFFD. `indent` as nlohmann's dump takes it, -1: one line.
std::string dumpJson(const nlohmann::json& value, int indent = -1);

} // namespace alignoscope::storage
