// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/text_file.h"

#include <utility>

namespace alignoscope::corpus {

TextFile::TextFile(const std::filesystem::path& path, const ReadLimits& limits, std::stop_token stop, Archives archives,
                   const TextChoice& choice)
    : m_where(choice.member.empty() ? path.string() : path.string() + ", " + choice.member),
      m_name(choice.member.empty() ? path.filename().string()
                                   : std::filesystem::path(choice.member).filename().string()),
      m_limits(limits), m_bytes(path, limits, std::move(stop), archives, choice.member),
      m_text(m_bytes, m_where, choice.encoding), m_lines(m_text, limits.lineBytes)
{
}

} // namespace alignoscope::corpus
