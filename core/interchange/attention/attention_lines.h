// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/progress.h"
#include "corpus/line_reader.h"

namespace alignoscope::interchange {

/// Lines of a file of attention; tells how far it is.
class AttentionLines {
public:
    AttentionLines(corpus::ByteSource& bytes, std::size_t lineBytes, const Progress& progress)
        : m_bytes(bytes), m_lines(bytes, lineBytes), m_progress(progress)
    {
    }

    bool next(corpus::Line& line)
    {
        constexpr std::int64_t between = 64;
        if (line.number % between == between - 1)
            m_progress(m_bytes.fraction());
        return m_lines.next(line);
    }

private:
    corpus::ByteSource& m_bytes;
    corpus::LineReader m_lines;
    const Progress& m_progress;
};

} // namespace alignoscope::interchange
