// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_import.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace alignoscope::commands {

/// How a file of attention is to be read. Lives as long as the CLI::App it was added to.
class AttentionFile {
public:
    void addTo(CLI::App& command);

    /// Reads `file`, with the words of the source from `sourceText` where that is not empty; what was assumed and
    /// skipped goes to standard error. Throws what readAttention throws.
    [[nodiscard]] ImportedAttention read(const std::string& file, const std::string& sourceText = {}) const;
    /// Whether any of the options was given.
    [[nodiscard]] bool given() const;

private:
    std::optional<AttentionFormat> m_format;
    std::optional<MatrixRows> m_rows;
    std::string m_sourceText, m_targetText;
    std::optional<int> m_base;
    bool m_reverse = false;
};

} // namespace alignoscope::commands
