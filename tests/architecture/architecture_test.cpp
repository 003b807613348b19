// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "source_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <regex>
#include <set>

namespace alignoscope::testing {
namespace {

const std::vector<SourceFile>& files()
{
    static const std::vector<SourceFile> all = sourceFiles();
    return all;
}

/// The first word of a path below core: "nn" of "core/nn/gru.h", "alignoscope" of its public headers.
std::string roomOf(const SourceFile& file)
{
    if (file.below("core/include"))
        return "alignoscope";
    const std::string rest = file.path.substr(std::string("core/").size());
    const auto slash = rest.find('/');
    return slash == std::string::npos ? "" : rest.substr(0, slash);
}

std::string firstFolder(const std::string& include)
{
    return include.substr(0, include.find('/'));
}

bool isQt(const Include& include)
{
    static const std::regex qt(R"(^(Q[A-Z]\w*|Qt\w+/.*|q\w+\.h)$)");
    return include.angled && std::regex_match(include.name, qt);
}

bool isEigen(const Include& include)
{
    return include.name.starts_with("Eigen/") || include.name.starts_with("unsupported/Eigen");
}

/// Which rooms of core a room may include, besides itself and the public headers. Data runs one way.
const std::map<std::string, std::set<std::string>>& allowedRooms()
{
    static const std::map<std::string, std::set<std::string>> rooms = {
        {"alignoscope", {}},
        {"text", {}},
        {"corpus", {"text"}},
        {"analysis", {"text", "corpus"}},
        {"interchange", {"text", "corpus", "analysis", "storage"}},
        {"storage", {"text", "corpus"}},
        {"experiments", {}}, // it puts together what the public headers offer
        {"nn", {}},
        {"models", {"nn", "text", "corpus", "storage"}},
        {"probing", {"models", "nn", "text", "corpus", "analysis"}},
        {"decoding", {"probing", "models", "nn", "text", "corpus", "analysis", "storage"}},
        {"training", {"decoding", "models", "nn", "text", "corpus", "analysis", "storage"}},
        {"benchmark", {"training", "decoding", "models", "nn", "text", "corpus"}},
    };
    return rooms;
}

std::string place(const SourceFile& file, const Include& include)
{
    return file.path + ":" + std::to_string(include.line) + " includes " + include.name;
}

/// Every include for which `broken` holds, a line each.
std::string offenders(const std::function<bool(const SourceFile&, const Include&)>& broken)
{
    std::string found;
    for (const auto& file : files()) {
        for (const auto& include : file.includes) {
            if (broken(file, include))
                found += place(file, include) + "\n";
        }
    }
    return found;
}

TEST(Architecture, FindsTheSources)
{
    EXPECT_GT(files().size(), 50u);
}

TEST(Architecture, CoreIsFreeOfQt)
{
    EXPECT_EQ(offenders([](const auto& file, const auto& include) { return file.below("core") && isQt(include); }), "");
}

TEST(Architecture, OnlyTheEngineUsesEigen)
{
    static const std::set<std::string> engine = {"nn", "models", "training", "decoding", "probing", "benchmark"};
    EXPECT_EQ(offenders([](const auto& file, const auto& include) {
                  const bool inEngine = file.below("core") && engine.contains(roomOf(file));
                  // the engine's own tests and benchmarks look inside it
                  return isEigen(include) && !inEngine && !file.below("tests/core") && !file.below("tests/support")
                      && !file.below("tests/bench");
              }),
              "");
}

TEST(Architecture, PlotsStayInSourcesOfTheViews)
{
    EXPECT_EQ(offenders([](const auto& file, const auto& include) {
                  return include.name == "qcustomplot.h" && (file.isHeader() || !file.below("ui/views"));
              }),
              "");
}

TEST(Architecture, RoomsOfTheCoreIncludeOneWay)
{
    EXPECT_EQ(offenders([](const auto& file, const auto& include) {
                  if (!file.below("core") || include.angled)
                      return false;
                  const std::string from = roomOf(file), to = firstFolder(include.name);
                  if (to == "alignoscope" || to == from || from.empty())
                      return false;
                  const auto allowed = allowedRooms().find(from);
                  return allowed == allowedRooms().end() || !allowed->second.contains(to);
              }),
              "");
}

TEST(Architecture, WindowAndProgramSeeOnlyThePublicCore)
{
    EXPECT_EQ(offenders([](const auto& file, const auto& include) {
                  const bool outside = file.below("ui") || file.below("app");
                  return outside && !include.angled
                      && (allowedRooms().contains(firstFolder(include.name)) || include.name.starts_with("core/"))
                      && firstFolder(include.name) != "alignoscope";
              }),
              "");
}

TEST(Architecture, WindowDoesNotKnowTheProgram)
{
    EXPECT_EQ(offenders([](const auto& file, const auto& include) {
                  return file.below("ui") && include.name.starts_with("app/");
              }),
              "");
}

TEST(Architecture, CommandsKnowNoWindow)
{
    EXPECT_EQ(offenders([](const auto& file, const auto& include) {
                  return file.below("app/commands") && include.name.starts_with("ui/")
                      && !include.name.starts_with("ui/figure/");
              }),
              "");
}

TEST(Architecture, PublicHeadersNeedTheStandardLibraryAlone)
{
    EXPECT_EQ(offenders([](const auto& file, const auto& include) {
                  static const std::regex standard("^[a-z_0-9]+$");
                  return file.below("core/include")
                      && !(include.angled ? std::regex_match(include.name, standard)
                                          : include.name.starts_with("alignoscope/"));
              }),
              "");
}

TEST(Architecture, EveryHeaderGuardsItself)
{
    for (const auto& file : files()) {
        if (file.isHeader())
            EXPECT_TRUE(file.lines.size() > 2 && file.lines[2] == "#pragma once") << file.path;
    }
}

TEST(Architecture, EveryFileSaysItsLicence)
{
    for (const auto& file : files()) {
        std::string head;
        for (std::size_t i = 0; i < std::min<std::size_t>(4, file.lines.size()); ++i)
            head += file.lines[i] + "\n";
        EXPECT_NE(head.find("SPDX-License-Identifier: GPL-3.0-or-later"), std::string::npos) << file.path;
        EXPECT_NE(head.find("SPDX-FileCopyrightText:"), std::string::npos) << file.path;
    }
}

TEST(Architecture, FilesStaySmall)
{
    for (const auto& file : files())
        EXPECT_LE(file.lines.size(), 450u) << file.path << " has grown; divide it by its subjects";
}

TEST(Architecture, CoreNeitherPrintsNorExits)
{
    static const std::regex printing(R"(std::c(out|err|log)\b|\bf?printf\s*\(|\bputs\s*\(|\b_?exit\s*\(|\babort\s*\()");
    for (const auto& file : files()) {
        if (!file.below("core"))
            continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(file.lines[i], printing)) << file.path << ":" << i + 1;
    }
}

TEST(Architecture, TestsNeverSleep)
{
    static const std::regex sleeping(
        R"(\bsleep_(for|until)\b|\bu?sleep\s*\(|QThread::m?sleep|QTest::qSleep|QTest::qWait\b)");
    for (const auto& file : files()) {
        if (!file.below("tests") || !file.isCpp() || file.below("tests/architecture"))
            continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(file.lines[i], sleeping)) << file.path << ":" << i + 1;
    }
}

TEST(Architecture, TopLevelHoldsOnlyWhatTheReadmeNames)
{
    static const std::set<std::string> allowed = {".ci",
                                                  ".clang-format",
                                                  ".clang-tidy",
                                                  ".gitignore",
                                                  "CHANGELOG.md",
                                                  "CMakeLists.txt",
                                                  "CMakePresets.json",
                                                  "CONTRIBUTING.md",
                                                  "LICENSE",
                                                  "README.md",
                                                  "app",
                                                  "core",
                                                  "resources",
                                                  "tests",
                                                  "ui"};
    for (const auto& name : topLevelEntries())
        EXPECT_TRUE(allowed.contains(name)) << name;
}

/// Whether `to` can be reached from `from` over allowed includes.
bool reaches(const std::string& from, const std::string& to)
{
    const auto& next = allowedRooms().at(from);
    return next.contains(to) || std::ranges::any_of(next, [&](const auto& room) { return reaches(room, to); });
}

TEST(Rules, RoomsHaveNoCircle)
{
    for (const auto& [room, allowed] : allowedRooms()) {
        for (const auto& other : allowed)
            EXPECT_FALSE(reaches(other, room)) << room << " and " << other;
    }
}

TEST(Rules, IncludesAreTakenApart)
{
    const auto file =
        parseSource("core/nn/x.h", "#pragma once\n#  include <Eigen/Core>\n#include \"nn/gru.h\" // why\n");
    ASSERT_EQ(file.includes.size(), 2u);
    EXPECT_TRUE(isEigen(file.includes[0]));
    EXPECT_EQ(file.includes[0].line, 2);
    EXPECT_FALSE(file.includes[1].angled);
    EXPECT_EQ(file.includes[1].name, "nn/gru.h");
}

TEST(Rules, QtIsRecognised)
{
    EXPECT_TRUE(isQt({"QString", true, 1}));
    EXPECT_TRUE(isQt({"QtCore/QString", true, 1}));
    EXPECT_TRUE(isQt({"qglobal.h", true, 1}));
    EXPECT_FALSE(isQt({"queue", true, 1}));
}

} // namespace
} // namespace alignoscope::testing
