// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alignoscope::commands {

/// CORPUS on the command line: `builtin:NAME`, FILE, FILE FILE, --source FILE --target FILE, or --classes FILE FILE …,
/// and how it is read.
/// Lives as long as the CLI::App it was added to.
struct CorpusArguments {
    std::vector<std::string> words;
    std::string sourceFile, targetFile;
    std::vector<std::string> classes; ///< a file a class
    std::optional<CorpusFormat> format;
    int sourceColumn = 1, targetColumn = 2; ///< counted from 1, as people do
    bool swap = false;
    std::string sourceField, targetField, member, targetMember, encoding;
    std::int64_t limitText = ReadLimits().textBytes >> 20;               ///< MiB
    std::int64_t limitLine = std::int64_t(ReadLimits().lineBytes >> 10); ///< KiB
    int limitExpansion = ReadLimits().expansion, limitDepth = ReadLimits().depth;

    void addTo(CLI::App& command);
    [[nodiscard]] bool given() const;
    /// Throws Error(Usage) when it is neither of the forms above.
    [[nodiscard]] CorpusSource source() const;
    [[nodiscard]] ReadOptions read() const;

private:
    void addFields(CLI::App& command);
    void addLimits(CLI::App& command);
};

/// A file a class.
CorpusSource classSource(const std::vector<std::string>& files);

} // namespace alignoscope::commands
