// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/atomic_file.h"

#include "alignoscope/attention_export.h"
#include "samples.h"
#include "support/shared_data.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

namespace alignoscope::storage {
namespace {

namespace fs = std::filesystem;
using alignoscope::testing::TemporaryFolder;
using ::testing::ElementsAre;
using testing::filesIn;
using ::testing::HasSubstr;
using testing::inProcess;
using testing::readAll;
using testing::storageFailure;

TEST(AtomicFile, WritesAndReplacesAWholeFile)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "figure.csv";
    writeFileAtomically(path, "one");
    EXPECT_EQ(readAll(path), "one");
    writeFileAtomically(path, std::string("t\0wo", 4));
    EXPECT_EQ(readAll(path), std::string("t\0wo", 4));
    writeFileAtomically(path, "");
    EXPECT_EQ(readAll(path), "");
    EXPECT_THAT(filesIn(folder.path()), ElementsAre("figure.csv"));
}

TEST(AtomicFile, AddsUpPiecesAndFloats)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "numbers";
    const std::vector<float> values{1.0F, -2.0F};
    AtomicFile file(path);
    file.write("ab");
    file.write("");
    file.write(values);
    file.commit();
    EXPECT_EQ(readAll(path), std::string("ab\0\0\x80\x3f\0\0\0\xc0", 10));
}

TEST(AtomicFile, WithoutCommitTheOldFileStays)
{
    const TemporaryFolder folder;
    const auto path = folder.write("kept", "old");
    {
        AtomicFile file(path);
        file.write("new");
        EXPECT_EQ(readAll(path), "old");
        EXPECT_EQ(filesIn(folder.path()).size(), 2U);
    }
    EXPECT_EQ(readAll(path), "old");
    EXPECT_THAT(filesIn(folder.path()), ElementsAre("kept"));
}

TEST(AtomicFile, ItsTemporaryIsKnownAsALeftover)
{
    const TemporaryFolder folder;
    const AtomicFile file(folder.path() / "kept");
    for (const auto& name : filesIn(folder.path()))
        EXPECT_TRUE(isLeftover(folder.path() / name)) << name;
    EXPECT_FALSE(isLeftover("last.safetensors"));
    EXPECT_FALSE(isLeftover("notes.partial"));
    EXPECT_FALSE(isLeftover(".lock"));
}

TEST(AtomicFile, KeepsPermissions)
{
    const TemporaryFolder folder;
    const auto path = folder.write("kept", "old");
    fs::permissions(path, fs::perms(0640));
    writeFileAtomically(path, "new");
    EXPECT_EQ(fs::status(path).permissions(), fs::perms(0640));
}

TEST(AtomicFile, NewFilesFollowTheMask)
{
    const TemporaryFolder folder;
    const auto old = ::umask(027);
    writeFileAtomically(folder.path() / "new", "x");
    ::umask(old);
    EXPECT_EQ(fs::status(folder.path() / "new").permissions(), fs::perms(0640));
}

TEST(AtomicFile, FollowsSymbolicLinks)
{
    const TemporaryFolder folder;
    const auto real = folder.write("real", "old");
    fs::create_symlink("real", folder.path() / "link");
    writeFileAtomically(folder.path() / "link", "new");
    EXPECT_TRUE(fs::is_symlink(folder.path() / "link"));
    EXPECT_EQ(readAll(real), "new");
}

TEST(AtomicFile, WritesDevicesAndPipesDirectly)
{
    const TemporaryFolder folder;
    writeFileAtomically("/dev/null", "gone");
    const auto pipe = folder.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    std::string got;
    std::thread reader([&] { got = readAll(pipe); });
    writeFileAtomically(pipe, "through");
    reader.join();
    EXPECT_EQ(got, "through");
    EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST(AtomicFile, AcceptsNamesInTheCurrentFolder)
{
    const TemporaryFolder folder;
    const auto back = fs::current_path();
    fs::current_path(folder.path());
    writeFileAtomically("here", "x");
    fs::current_path(back);
    EXPECT_EQ(readAll(folder.path() / "here"), "x");
}

TEST(AtomicFile, SaysWhatIsWrongAndWhatToDo)
{
    const TemporaryFolder folder;
    EXPECT_THAT(storageFailure([&] { writeFileAtomically(folder.path() / "no" / "file", "x"); }),
                HasSubstr("the folder it belongs in does not exist"));
    EXPECT_THAT(storageFailure([&] { writeFileAtomically(folder.path(), "x"); }),
                HasSubstr("there is a folder of this name"));
    EXPECT_THAT(storageFailure([&] { writeFileAtomically(folder.path() / std::string(300, 'n'), "x"); }),
                HasSubstr("the name is too long"));
    EXPECT_THAT(storageFailure([&] { writeFileAtomically("/dev/full", "x"); }), HasSubstr("the disk is full"));
    EXPECT_TRUE(filesIn(folder.path()).empty());
}

TEST(AtomicFile, SaysWhenThereIsNoPermission)
{
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms(0555));
    const auto message = inProcess([&] {
        writeFileAtomically(folder.path() / "file", "x");
        return std::string("written");
    });
    fs::permissions(folder.path(), fs::perms(0755));
    EXPECT_THAT(message, HasSubstr("there is no permission to write here"));
    EXPECT_THAT(message, HasSubstr("Choose another folder"));
}

TEST(LinkAtomically, GivesASecondNameThatOutlivesTheFirst)
{
    const TemporaryFolder folder;
    const auto last = folder.path() / "last", best = folder.path() / "best";
    writeFileAtomically(last, "1");
    linkAtomically(last, best);
    writeFileAtomically(last, "2");
    EXPECT_EQ(readAll(best), "1");
    linkAtomically(last, best);
    linkAtomically(last, best); // two names of one file already
    EXPECT_EQ(readAll(best), "2");
    EXPECT_THAT(filesIn(folder.path()), ElementsAre("best", "last"));
}

TEST(LinkAtomically, CopiesWhereThereCanBeNoLink)
{
    struct stat here {
    }, there{};
    const TemporaryFolder folder;
    if (::stat("/dev/shm", &there) != 0 || ::stat(folder.path().c_str(), &here) != 0 || here.st_dev == there.st_dev
        || ::access("/dev/shm", W_OK) != 0)
        GTEST_SKIP() << "needs a second disk";
    const std::string large(200'000, 'x');
    const auto other = fs::path("/dev/shm") / folder.path().filename();
    writeFileAtomically(other, large);
    linkAtomically(other, folder.path() / "copy");
    fs::remove(other);
    EXPECT_EQ(readAll(folder.path() / "copy"), large);
    EXPECT_THAT(filesIn(folder.path()), ElementsAre("copy"));
}

TEST(LinkAtomically, SaysWhatIsWrong)
{
    const TemporaryFolder folder;
    EXPECT_THAT(storageFailure([&] { linkAtomically(folder.path() / "none", folder.path() / "b"); }),
                HasSubstr("there is no such file"));
    const auto file = folder.write("a", "x");
    fs::create_directory(folder.path() / "b");
    EXPECT_THAT(storageFailure([&] { linkAtomically(file, folder.path() / "b"); }),
                HasSubstr("there is a folder of this name"));
    EXPECT_THAT(filesIn(folder.path()), ElementsAre("a", "b"));
}

TEST(ReadFile, GivesEverythingUpToItsLimit)
{
    const TemporaryFolder folder;
    const auto path = folder.write("file", "12345");
    EXPECT_EQ(readFile(path, 5), "12345");
    EXPECT_THAT(storageFailure([&] { readFile(path, 4); }), HasSubstr("too large"));
    EXPECT_THAT(storageFailure([&] { readFile(folder.path() / "none", 4); }), HasSubstr("there is no such file"));
    EXPECT_THAT(storageFailure([&] { readFile(folder.path(), 4); }), HasSubstr("this is not a file"));
    EXPECT_THAT(storageFailure([&] { readFile("/dev/null", 4); }), HasSubstr("not an ordinary file"));
}

TEST(ReadFile, DoesNotWaitAtAPipe)
{
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
    EXPECT_THAT(storageFailure([&] { readFile(folder.path() / "pipe", 4); }), HasSubstr("not an ordinary file"));
}

TEST(ReadFile, SaysWhenThereIsNoPermissionOrTheFileShrank)
{
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms(0755));
    const auto path = folder.write("file", "12345");
    InputFile file(path);
    ASSERT_EQ(::truncate(path.c_str(), 2), 0);
    std::string bytes(5, ' ');
    EXPECT_THAT(storageFailure([&] { file.read(std::as_writable_bytes(std::span(bytes))); }),
                HasSubstr("the file ends too early"));
    fs::permissions(path, fs::perms(0));
    EXPECT_THAT(inProcess([&] { return readFile(path, 10); }), HasSubstr("there is no permission to read it"));
}

} // namespace
} // namespace alignoscope::storage
