// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shared_data.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace alignoscope::testing {

std::optional<std::filesystem::path> sharedData(const std::string& relative)
{
    const auto path = std::filesystem::path(ALIGNOSCOPE_SHARED_DATA) / relative;
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) ? std::optional(path) : std::nullopt;
}

std::filesystem::path testData(const std::string& relative)
{
    return std::filesystem::path(ALIGNOSCOPE_TEST_DATA) / relative;
}

TemporaryFolder::TemporaryFolder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "alignoscope-test-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
        throw std::runtime_error("no temporary folder could be made");
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path TemporaryFolder::write(const std::string& name, const std::string& bytes) const
{
    const auto file = m_path / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

} // namespace alignoscope::testing
