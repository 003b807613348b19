// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "support/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

// The built program with the engine of each instruction-set level, as the loader picks it.
namespace alignoscope::testing {
namespace {

using ::testing::HasSubstr;

constexpr const char* baseline = "x86-64";
const std::string builtLevels = ALIGNOSCOPE_BUILT_LEVELS; // "v2 v3 v4", or empty

bool processorHas(const std::string& level)
{
#if defined(__x86_64__)
    if (level == "x86-64-v4")
        return __builtin_cpu_supports("x86-64-v4") != 0;
    if (level == "x86-64-v3")
        return __builtin_cpu_supports("x86-64-v3") != 0;
    if (level == "x86-64-v2")
        return __builtin_cpu_supports("x86-64-v2") != 0;
    return true;
#else
    return false;
#endif
}

/// What makes the loader look into the folder of one level alone; no folder is called like the baseline.
std::vector<std::string> loaderFor(const std::string& level)
{
    return {"/lib64/ld-linux-x86-64.so.2", "--glibc-hwcaps-mask", level};
}

Outcome runAt(const std::string& level, std::vector<std::string> arguments)
{
    return run(std::move(arguments), "", {}, loaderFor(level));
}

struct Trained {
    Outcome outcome;
    std::string numbers; ///< parameters and moments of the last checkpoint
};

/// The tensors of a safetensors file: what follows its header, which also says how long training took.
std::string tensorBytes(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::uint64_t header = 0;
    if (all.size() < sizeof header)
        return {};
    std::memcpy(&header, all.data(), sizeof header);
    return all.substr(std::min<std::size_t>(all.size(), sizeof header + header));
}

Trained trainAt(const std::string& level)
{
    const TemporaryFolder place;
    const auto folder = place.path() / "run";
    Trained trained;
    // sizes that are no multiples of a vector's length: the ends of loops are tested too
    trained.outcome = runAt(level,
                            {"train",
                             "builtin:reverse",
                             "--run",
                             folder.string(),
                             "--embedding",
                             "23",
                             "--hidden",
                             "41",
                             "--batch",
                             "16",
                             "--validation-split",
                             "0.01",
                             "--seed",
                             "3",
                             "--steps",
                             "12",
                             "--threads",
                             "2",
                             "--dropout",
                             "0.1"});
    trained.numbers = tensorBytes(folder / "last.safetensors");
    return trained;
}

const Trained& baselineTraining()
{
    static const Trained trained = trainAt(baseline);
    return trained;
}

class EveryLevel : public ::testing::TestWithParam<std::string> {
protected:
    void SetUp() override
    {
        if (!processorHas(baseline))
            GTEST_SKIP() << "skipped: instruction-set levels are x86-64's";
        if (GetParam() == baseline)
            return;
        if (builtLevels.empty())
            GTEST_SKIP() << "skipped: built for one level alone (ALIGNOSCOPE_LEVELS is off)";
        if (!processorHas(GetParam()))
            GTEST_SKIP() << "skipped: this processor has no " << GetParam();
    }
};

TEST_P(EveryLevel, IsLoaded)
{
    const Outcome version = runAt(GetParam(), {"--version"});
    EXPECT_EQ(version.status, 0) << version.err;
    EXPECT_THAT(version.out, HasSubstr("(" + GetParam() + ")"));
}

TEST_P(EveryLevel, TrainsAsTheBaselineDoes)
{
    const Trained trained = trainAt(GetParam());
    ASSERT_EQ(trained.outcome.status, 0) << trained.outcome.err;
    ASSERT_EQ(baselineTraining().outcome.status, 0) << baselineTraining().outcome.err;
    const auto json = trained.outcome.json(), expected = baselineTraining().outcome.json();
    for (const char* loss : {"train_loss", "validation_loss"}) {
        ASSERT_GT(expected[loss], 0.0) << loss;
        EXPECT_NEAR(json[loss].get<double>() / expected[loss].get<double>(), 1, 1e-3) << loss;
    }
}

TEST_P(EveryLevel, RepeatsItselfToTheBit)
{
    const Trained first = trainAt(GetParam()), second = trainAt(GetParam());
    ASSERT_EQ(first.outcome.status, 0) << first.outcome.err;
    ASSERT_GT(first.numbers.size(), 1000u);
    EXPECT_TRUE(first.numbers == second.numbers) << "the checkpoints differ";
    EXPECT_EQ(first.outcome.json()["train_loss"], second.outcome.json()["train_loss"]);
}

INSTANTIATE_TEST_SUITE_P(Levels, EveryLevel, ::testing::Values(baseline, "x86-64-v2", "x86-64-v3", "x86-64-v4"),
                         [](const auto& test) {
                             std::string name = test.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

/// The best level that was built and that this processor has.
std::string bestLevel()
{
    for (const char* level : {"v4", "v3", "v2"}) {
        const std::string name = std::string("x86-64-") + level;
        if (builtLevels.find(level) != std::string::npos && processorHas(name))
            return name;
    }
    return baseline;
}

TEST(Levels, TheBestOneIsLoadedUnasked)
{
    if (!processorHas(baseline))
        GTEST_SKIP() << "skipped: instruction-set levels are x86-64's";
    EXPECT_THAT(run({"--version"}).out, HasSubstr("(" + bestLevel() + ")"));
}

TEST(Levels, AreInstalledWithTheProgram)
{
    if (!processorHas(baseline))
        GTEST_SKIP() << "skipped: instruction-set levels are x86-64's";
    const TemporaryFolder place;
    const std::string command = std::string(ALIGNOSCOPE_CMAKE) + " --install " + ALIGNOSCOPE_BUILD + " --prefix "
        + place.path().string() + " >/dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0);
    std::map<std::string, int> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(place.path())) {
        if (entry.path().filename() == "libalignoscope-core.so.0")
            ++found[entry.path().parent_path().filename()];
    }
    EXPECT_EQ(found["alignoscope"], 1);
    for (const char* level : {"v2", "v3", "v4"})
        EXPECT_EQ(found[std::string("x86-64-") + level], builtLevels.find(level) == std::string::npos ? 0 : 1) << level;
    const std::string installed = place.path() / "bin" / "alignoscope";
    const Outcome version = run({}, "", {}, {"/bin/sh", "-c", "exec \"$0\" --version", installed});
    EXPECT_THAT(version.out, HasSubstr("(" + bestLevel() + ")")) << version.err;
}

} // namespace
} // namespace alignoscope::testing
