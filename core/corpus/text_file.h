// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/compressed_file.h"
#include "corpus/line_reader.h"
#include "corpus/utf8_source.h"

namespace alignoscope::corpus {

/// A text file from its compressed bytes to its lines.
class TextFile {
public:
    /// Throws Error(Input) when it cannot be read or is not text.
    TextFile(const std::filesystem::path& path, const ReadLimits& limits, std::stop_token stop,
             Archives archives = Archives::Refuse);

    bool next(Line& line) { return m_lines.next(line); }
    [[nodiscard]] double fraction() const { return m_bytes.fraction(); }
    [[nodiscard]] const std::string& encoding() const { return m_text.encoding(); }
    [[nodiscard]] const std::string& compression() const { return m_bytes.compression(); }
    [[nodiscard]] std::string where() const { return m_path.string(); }

private:
    std::filesystem::path m_path;
    CompressedFile m_bytes;
    Utf8Source m_text;
    LineReader m_lines;
};

} // namespace alignoscope::corpus
