// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

namespace alignoscope::testing {
namespace {

namespace fs = std::filesystem;

std::string readAll(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool wanted(const SourceFile& file)
{
    return file.isCpp() || file.isScript();
}

} // namespace

SourceFile parseSource(std::string path, const std::string& text)
{
    static const std::regex includeLine(R"(^\s*#\s*include\s*(<|")([^>"]+))");
    SourceFile file{std::move(path), {}, {}};
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        file.lines.push_back(line);
        std::smatch match;
        if (std::regex_search(line, match, includeLine))
            file.includes.push_back({match[2], match[1] == "<", static_cast<int>(file.lines.size())});
    }
    return file;
}

std::vector<SourceFile> sourceFiles()
{
    std::vector<SourceFile> files;
    const fs::path root = ALIGNOSCOPE_ROOT;
    for (const char* folder : {"app", "core", "ui", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (!entry.is_regular_file())
                continue;
            SourceFile named{entry.path().lexically_relative(root).generic_string(), {}, {}};
            if (wanted(named))
                files.push_back(parseSource(named.path, readAll(entry.path())));
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

std::vector<std::string> topLevelEntries()
{
    // what tools leave behind; .gitignore names the same
    static const std::set<std::string> passing = {".git", "build", "runs", ".cache", "compile_commands.json"};
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(ALIGNOSCOPE_ROOT)) {
        const std::string name = entry.path().filename().string();
        if (!passing.contains(name) && !name.ends_with(".user"))
            names.push_back(name);
    }
    std::ranges::sort(names);
    return names;
}

} // namespace alignoscope::testing
