// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/small_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <unistd.h>

namespace alignoscope::testing {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Failed with a message that names `what`, and nothing on standard output.
void expectFailure(const Outcome& outcome, const std::string& what)
{
    EXPECT_EQ(outcome.status, 1) << what << ": " << outcome.err;
    EXPECT_EQ(outcome.out, "") << what;
    EXPECT_THAT(outcome.err, HasSubstr("alignoscope: ")) << what;
    EXPECT_THAT(outcome.err, HasSubstr(what));
}

class BadCorpus : public ::testing::Test {
protected:
    TemporaryFolder m_place;

    /// The same message from every command that reads a corpus; no run is left behind.
    void expectRefused(const std::vector<std::string>& corpus, const std::string& what)
    {
        const std::string folder = (m_place.path() / "run").string();
        std::vector<std::string> inspect = {"inspect"}, train = {"train"};
        inspect.insert(inspect.end(), corpus.begin(), corpus.end());
        train.insert(train.end(), corpus.begin(), corpus.end());
        train.insert(train.end(), {"--run", folder, "--steps", "1"});
        expectFailure(run(inspect), what);
        expectFailure(run(train), what);
        EXPECT_FALSE(fs::exists(folder));
    }
};

TEST_F(BadCorpus, IsMissing)
{
    expectRefused({m_place.path() / "none.tsv"}, "none.tsv");
}

TEST_F(BadCorpus, IsEmpty)
{
    expectRefused({m_place.write("empty.tsv", "")}, "empty.tsv");
}

TEST_F(BadCorpus, HasUnequalLineCounts)
{
    expectRefused({m_place.write("a.en", "one\ntwo\nthree\n"), m_place.write("a.fr", "un\ndeux\n")}, "a.en");
}

TEST_F(BadCorpus, HasNoSuchColumn)
{
    expectRefused({m_place.write("two.tsv", "a\tb\nc\td\n"), "--target-column", "5"}, "two.tsv");
}

TEST_F(BadCorpus, IsNotText)
{
    expectRefused({m_place.write("picture.tsv", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"s)}, "picture.tsv");
}

TEST_F(BadCorpus, IsAFolder)
{
    expectRefused({m_place.path()}, m_place.path().filename());
}

TEST_F(BadCorpus, MayNotBeRead)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may read everything";
    const auto file = m_place.write("secret.tsv", "a\tb\n");
    fs::permissions(file, fs::perms::none);
    expectRefused({file}, "secret.tsv");
}

TEST_F(BadCorpus, TellsInvalidLinesAndReadsTheRest)
{
    const auto file =
        m_place.write("mixed.tsv", "a b\tx y\nbad \xff\xfe\tz\nnul \0 byte\tz\nc\td\n\u00E9t\u00E9\t\u00E0\n"s);
    const Outcome outcome = run({"inspect", file});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.json()["pairs"], 3);
    EXPECT_EQ(outcome.json()["skipped"], 2);
    EXPECT_EQ(outcome.json()["warnings"][0]["line"], 2);
    EXPECT_EQ(outcome.json()["warnings"][1]["line"], 3);
}

TEST_F(BadCorpus, ALineOfFiftyMegabytesIsSkipped)
{
    const auto file = m_place.write("long.tsv", "a\tb\n" + std::string(50'000'000, 'x') + "\ty\nc\td\n");
    const Outcome outcome = run({"inspect", file});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.json()["pairs"], 2);
    EXPECT_EQ(outcome.json()["skipped"], 1);
}

class BadRun : public ::testing::Test {
protected:
    TemporaryFolder m_place;

    /// A copy of a good run, to be damaged.
    fs::path copy() const
    {
        const fs::path folder = m_place.path() / "run";
        fs::copy(smallRun().folder, folder, fs::copy_options::recursive);
        return folder;
    }
    static void expectRefused(const fs::path& folder, const std::string& what)
    {
        expectFailure(run({"translate", folder}, "a b\n"), what);
        expectFailure(run({"evaluate", folder, "builtin:reverse", "--limit", "2"}), what);
    }
};

TEST_F(BadRun, IsMissing)
{
    expectRefused(m_place.path() / "none", "none");
}

TEST_F(BadRun, IsAnyFolder)
{
    expectRefused(m_place.path(), m_place.path().filename());
}

TEST_F(BadRun, IsOfAnotherVersion)
{
    const fs::path folder = copy();
    TemporaryFolder other;
    const auto newer = other.write("config.json", R"({"format": "alignoscope-run", "version": 999})");
    fs::copy_file(newer, folder / "config.json", fs::copy_options::overwrite_existing);
    expectRefused(folder, "config.json");
}

TEST_F(BadRun, IsCutShort)
{
    const fs::path folder = copy();
    for (const char* name : {"best.safetensors", "last.safetensors"}) {
        if (fs::exists(folder / name))
            fs::resize_file(folder / name, fs::file_size(folder / name) / 2);
    }
    expectRefused(folder, ".safetensors");
}

TEST_F(BadRun, HasNoVocabulary)
{
    const fs::path folder = copy();
    fs::remove(folder / "source.vocabulary.txt");
    expectRefused(folder, "source.vocabulary.txt");
}

TEST_F(BadRun, CannotBeResumedWhereThereIsNone)
{
    const Outcome outcome = run({"train", "--run", m_place.path() / "none", "--resume"});
    expectFailure(outcome, "none");
    EXPECT_FALSE(fs::exists(m_place.path() / "none"));
}

TEST(BadOutput, AFigureThatCannotBeWrittenIsTold)
{
    const std::string folder = smallRun().folder;
    const Outcome outcome = run({"figure", folder, "--index", "0", "--out", "/no-such-folder/a.svg"});
    expectFailure(outcome, "/no-such-folder/a.svg");
    expectFailure(run({"convert", folder, "--out", "/no-such-folder/a.json"}), "/no-such-folder/a.json");
}

TEST(BadOutput, ARunThatCannotBeMadeIsTold)
{
    const TemporaryFolder place;
    const auto file = place.write("file", "not a folder");
    expectFailure(run(smallTraining((file / "run").string(), {"--steps", "1"})), "file");
}

TEST(BadTranslation, AMissingOrEmptyFileIsTold)
{
    const TemporaryFolder place;
    const std::string folder = smallRun().folder;
    expectFailure(run({"translate", folder, place.path() / "none.txt"}), "none.txt");
    expectFailure(run({"translate", folder, place.write("empty.txt", "")}), "empty.txt");
}

} // namespace
} // namespace alignoscope::testing
