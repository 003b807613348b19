// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/compressed_file.h"
#include "corpus/line_reader.h"
#include "corpus/utf8_source.h"

namespace alignoscope::corpus {

/// Which file of an archive, and in which encoding; empty: the first one, and what is recognised.
struct TextChoice {
    std::string member{}, encoding{};
};

/// A text file from its compressed bytes to its lines, or to whatever a format makes of its text.
class TextFile {
public:
    /// Throws Error(Input) when it cannot be read or is not text.
    TextFile(const std::filesystem::path& path, const ReadLimits& limits, std::stop_token stop,
             Archives archives = Archives::Refuse, const TextChoice& choice = {});

    bool next(Line& line) { return m_lines.next(line); }
    [[nodiscard]] ByteSource& text() { return m_text; }                   ///< instead of lines, not beside them
    [[nodiscard]] std::string_view head() const { return m_text.head(); } ///< until more than it has been read
    [[nodiscard]] bool headIsWhole() const { return m_text.isWhole(); }
    [[nodiscard]] double fraction() const { return m_bytes.fraction(); }
    [[nodiscard]] const std::string& encoding() const { return m_text.encoding(); }
    [[nodiscard]] bool encodingIsGuessed() const { return m_text.isGuessed(); }
    [[nodiscard]] const std::string& compression() const { return m_bytes.compression(); }
    [[nodiscard]] const ReadLimits& limits() const { return m_limits; }
    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] const std::string& name() const
    {
        return m_name;
    } ///< without its folders: of the file, or of the member of an archive

private:
    std::string m_where, m_name;
    ReadLimits m_limits;
    CompressedFile m_bytes;
    Utf8Source m_text;
    LineReader m_lines;
};

} // namespace alignoscope::corpus
