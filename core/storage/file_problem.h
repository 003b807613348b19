// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/error.h"

#include <filesystem>
#include <string>

namespace alignoscope::storage {

/// Error(Storage) for a file that is there but is not what it should be.
Error storageError(const std::filesystem::path& where, std::string what, std::string expected = {},
                   std::string got = {}, std::string advice = {});

/// What to do when the system refused with `code` (an errno), in words for people. Full disk, used-up quota and a file
/// larger than allowed are one case: nothing that was saved before is lost, and space must be made.
Error writeError(const std::filesystem::path& path, int code);
Error readError(const std::filesystem::path& path, int code);

} // namespace alignoscope::storage
