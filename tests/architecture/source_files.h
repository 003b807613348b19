// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace alignoscope::testing {

struct Include {
    std::string name;    ///< between the quotes or angle brackets
    bool angled = false; ///< <name> rather than "name"
    int line = 0;        ///< counted from 1
};

/// A file of the repository, read as text.
struct SourceFile {
    std::string path; ///< from the root, with slashes: "core/nn/gru.h"
    std::vector<std::string> lines;
    std::vector<Include> includes;

    [[nodiscard]] bool below(const std::string& folder) const { return path.starts_with(folder + "/"); }
    [[nodiscard]] bool isHeader() const { return path.ends_with(".h"); }
    [[nodiscard]] bool isCpp() const { return isHeader() || path.ends_with(".cpp"); }
    [[nodiscard]] bool isScript() const
    {
        return path.ends_with(".sh") || path.ends_with(".py") || path.ends_with("CMakeLists.txt");
    }
};

/// Every C++ file, script and CMake file below app, core, ui and tests, in order of their paths.
std::vector<SourceFile> sourceFiles();

/// The lines of text taken apart; for tests of the rules themselves.
SourceFile parseSource(std::string path, const std::string& text);

/// What stands directly in the repository's root, without build results and version control.
std::vector<std::string> topLevelEntries();

} // namespace alignoscope::testing
