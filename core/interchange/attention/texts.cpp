// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/attention/texts.h"

#include "corpus/text_file.h"
#include "interchange/attention/fields.h"

namespace alignoscope::interchange {

SentenceText::SentenceText(const std::filesystem::path& file, const ReadLimits& limits, const Progress& progress)
    : m_given(!file.empty())
{
    if (!m_given)
        return;
    corpus::TextFile text(file, limits, progress.stop);
    for (corpus::Line line; text.next(line);)
        m_lines.emplace_back(line.text);
}

std::optional<Words> SentenceText::words(std::int64_t line) const
{
    if (line < 0 || line >= lines())
        return std::nullopt;
    return wordList(m_lines[static_cast<std::size_t>(line)]);
}

} // namespace alignoscope::interchange
