// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/text_file.h"

#include <utility>

namespace alignoscope::corpus {

TextFile::TextFile(const std::filesystem::path& path, const ReadLimits& limits, std::stop_token stop, Archives archives)
    : m_path(path), m_bytes(path, limits, std::move(stop), archives), m_text(m_bytes, path.string()),
      m_lines(m_text, limits.lineBytes)
{
}

} // namespace alignoscope::corpus
