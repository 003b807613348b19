// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace alignoscope::testing {

/// A file of the development data beside the repository; nothing where it is absent (the test then says "skipped").
std::optional<std::filesystem::path> sharedData(const std::string& relative);

/// A file below tests/ of this repository, such as "golden/gru.json".
std::filesystem::path testData(const std::string& relative);

/// A new empty folder of this test's own, removed with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// Writes `bytes` into a file of that name and returns its path.
    std::filesystem::path write(const std::string& name, const std::string& bytes) const;

private:
    std::filesystem::path m_path;
};

} // namespace alignoscope::testing
