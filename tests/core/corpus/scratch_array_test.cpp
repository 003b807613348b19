// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/scratch_array.h"

#include "alignoscope/corpus.h"
#include "alignoscope/error.h"
#include "core/corpus/corpus_test_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <optional>
#include <utility>

namespace {

using namespace alignoscope;
using alignoscope::testing::messageOf;
using alignoscope::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;

/// Sets a variable of the environment while it lives.
class Environment {
public:
    Environment(const char* name, const std::string& value) : m_name(name)
    {
        if (const char* before = std::getenv(name))
            m_before = before;
        setenv(name, value.c_str(), 1);
    }
    ~Environment() { m_before ? setenv(m_name, m_before->c_str(), 1) : unsetenv(m_name); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* m_name;
    std::optional<std::string> m_before;
};

/// No file may grow beyond a size while it lives, as on a disk that is full.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

constexpr std::size_t inMemoryNumbers = ScratchBytes::inMemory / sizeof(std::uint64_t);
constexpr std::size_t manyNumbers = inMemoryNumbers * 5 / 2;

/// Squares, in pieces that do not fit pages.
void fill(ScratchArray<std::uint64_t>& array, std::size_t size)
{
    std::array<std::uint64_t, 1009> piece{};
    while (array.size() < size) {
        const std::size_t begin = array.size(), count = std::min(piece.size(), size - begin);
        for (std::size_t i = 0; i < count; ++i)
            piece[i] = (begin + i) * (begin + i);
        array.append(std::span(piece).first(count));
    }
}

std::size_t wrongOnes(const ScratchArray<std::uint64_t>& array)
{
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < array.size(); ++i)
        wrong += array[i] != i * i ? 1 : 0;
    return wrong;
}

/// The pages of mapped files that this process holds, in bytes; nothing where the system does not tell. What a
/// sanitizer remembers of them is not among these.
std::optional<std::size_t> mappedMemory()
{
    std::optional<std::size_t> bytes;
    std::ifstream file("/proc/self/status");
    for (std::string word; file >> word;)
        if (word == "RssFile:" || word == "RssShmem:") { // the latter where the scratch folder is in memory
            std::size_t kibibytes = 0;
            file >> kibibytes;
            bytes = bytes.value_or(0) + (kibibytes << 10);
        }
    return bytes;
}

TEST(ScratchArray, KeepsItsContentsWhenItLeavesMemory)
{
    ScratchArray<std::uint64_t> array;
    EXPECT_TRUE(array.empty());
    fill(array, inMemoryNumbers);
    EXPECT_FALSE(array.isMapped());
    EXPECT_EQ(wrongOnes(array), 0U);
    fill(array, manyNumbers);
    EXPECT_TRUE(array.isMapped());
    EXPECT_EQ(array.size(), manyNumbers);
    EXPECT_EQ(wrongOnes(array), 0U);
    EXPECT_EQ(array.back(), (manyNumbers - 1) * (manyNumbers - 1));
    array.release();
    EXPECT_EQ(wrongOnes(array), 0U) << "what was let go comes again";
    fill(array, manyNumbers + 5000);
    EXPECT_EQ(wrongOnes(array), 0U) << "it grows after it was let go";
}

TEST(ScratchArray, AddsItsOwnElements)
{
    ScratchArray<std::uint64_t> array;
    array.push_back(7);
    for (int doubling = 0; doubling < 23; ++doubling) // 64 MiB: it moves on the way, and leaves memory
        array.append(array.part(0, array.size()));
    for (int i = 0; i < 1000; ++i)
        array.push_back(array[0]);
    std::size_t sevens = 0;
    for (std::size_t i = 0; i < array.size(); ++i)
        sevens += array[i] == 7 ? 1 : 0;
    EXPECT_EQ(sevens, (std::size_t{1} << 23) + 1000);
}

TEST(ScratchArray, ACopyIsItsOwn)
{
    for (const std::size_t size : {std::size_t{1000}, manyNumbers}) {
        ScratchArray<std::uint64_t> array;
        fill(array, size);
        ScratchArray<std::uint64_t> copy = array;
        array.push_back(1);
        copy.push_back(2);
        fill(array, size + 100'000); // both move
        fill(copy, size + 200'000);
        EXPECT_EQ(std::pair(array[size], copy[size]), std::pair(std::uint64_t{1}, std::uint64_t{2}));
        EXPECT_EQ(wrongOnes(array), 1U);
        EXPECT_EQ(wrongOnes(copy), 1U);
        array = ScratchArray<std::uint64_t>();
        EXPECT_TRUE(array.empty());
        fill(copy, size + 300'000); // the last one that has it
        EXPECT_EQ(wrongOnes(copy), 1U);
    }
}

TEST(ScratchArray, ACopyOfWhatIsMappedTakesNoRoom)
{
    ScratchArray<std::uint64_t> array;
    fill(array, manyNumbers);
    const SmallFiles nothing(1);
    const ScratchArray<std::uint64_t> copy = array;
    EXPECT_EQ(copy.data(), array.data());
    EXPECT_EQ(copy.size(), manyNumbers);
}

TEST(ScratchArray, MovesWithoutLoss)
{
    ScratchArray<std::uint64_t> array;
    fill(array, manyNumbers);
    ScratchArray<std::uint64_t> moved = std::move(array);
    EXPECT_EQ(wrongOnes(moved), 0U);
    EXPECT_EQ(moved.size(), manyNumbers);
    ScratchArray<std::uint64_t> other;
    other.push_back(3);
    other = std::move(moved);
    EXPECT_EQ(other.size(), manyNumbers);
    EXPECT_EQ(wrongOnes(other), 0U);
}

TEST(ScratchArray, LetsGoOfMemoryWhileItGrows)
{
    const auto before = mappedMemory();
    if (!before)
        GTEST_SKIP() << "this system does not tell";
    ScratchArray<std::uint64_t> array;
    fill(array, 8 * inMemoryNumbers);
    EXPECT_LT(mappedMemory(), *before + 4 * ScratchBytes::inMemory);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < array.size(); i += 512)
        sum += array[i];
    EXPECT_NE(sum, 0U);
    EXPECT_GT(mappedMemory(), *before + 4 * ScratchBytes::inMemory) << "looking at all of it brings it back";
    array.release();
    EXPECT_LT(mappedMemory(), *before + ScratchBytes::inMemory);
}

TEST(ScratchArray, AMissingFolderIsTold)
{
    const TemporaryFolder folder;
    const std::string missing = (folder.path() / "not-there").string();
    const Environment environment("TMPDIR", missing);
    ScratchArray<std::uint64_t> array;
    EXPECT_THAT(messageOf([&] { fill(array, manyNumbers); }, ErrorKind::Storage),
                AllOf(HasSubstr(missing), HasSubstr("TMPDIR")));
    EXPECT_EQ(wrongOnes(array), 0U) << "what was there before stays";
    EXPECT_GT(array.size(), inMemoryNumbers / 2);
}

TEST(ScratchArray, AFullDiskIsTold)
{
    ScratchArray<std::uint64_t> array;
    const SmallFiles files(ScratchBytes::inMemory * 2);
    EXPECT_THAT(messageOf([&] { fill(array, 8 * inMemoryNumbers); }, ErrorKind::Storage), HasSubstr("not enough room"));
    EXPECT_GT(array.size(), inMemoryNumbers);
    EXPECT_EQ(wrongOnes(array), 0U) << "what was there before stays";
}

TEST(ScratchArray, LeavesNoFileBehind)
{
    const TemporaryFolder folder;
    const Environment environment("TMPDIR", folder.path().string());
    ScratchArray<std::uint64_t> array;
    fill(array, manyNumbers);
    EXPECT_TRUE(array.isMapped());
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(TextPairs, StayAsTheyWereBeyondMemory)
{
    TextPairs pairs;
    const auto source = [](std::size_t i) { return std::string(100 + i % 50, static_cast<char>('a' + i % 26)); };
    const auto target = [](std::size_t i) { return "target " + std::to_string(i); };
    constexpr std::size_t count = 400'000; // some 55 MiB of text
    for (std::size_t i = 0; i < count; ++i)
        pairs.add(source(i), target(i), static_cast<std::int64_t>(2 * i));
    const TextPairs copy = pairs;
    pairs.release();
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < count; ++i)
        wrong += copy.source(i) == source(i) && pairs.target(i) == target(i)
                && pairs.line(i) == static_cast<std::int64_t>(2 * i)
            ? 0
            : 1;
    EXPECT_EQ(wrong, 0U);
}

} // namespace
