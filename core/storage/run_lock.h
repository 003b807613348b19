// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/file_handle.h"

#include <filesystem>

namespace alignoscope::storage {

/// The right to write into a run folder. The system takes it back when the process ends, however it ends.
class RunLock {
public:
    /// Throws Error(Storage) at once where somebody else has it.
    explicit RunLock(const std::filesystem::path& folder);

private:
    FileHandle m_handle;
};

} // namespace alignoscope::storage
