// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/raw_attention.h"

namespace alignoscope::interchange {

/// The words of one side, a sentence a line, given beside a file that lacks them.
class SentenceText {
public:
    /// An empty path: nothing is given. Throws Error(Input) where it cannot be read. Blocks.
    SentenceText(const std::filesystem::path& file, const ReadLimits& limits, const Progress& progress);

    [[nodiscard]] bool given() const { return m_given; }
    [[nodiscard]] std::int64_t lines() const { return static_cast<std::int64_t>(m_lines.size()); }
    /// Nothing beyond the end.
    [[nodiscard]] std::optional<Words> words(std::int64_t line) const;

private:
    bool m_given = false;
    std::vector<std::string> m_lines;
};

struct Texts {
    SentenceText source, target;
};

} // namespace alignoscope::interchange
