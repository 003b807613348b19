// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/small_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace alignoscope::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(ModelFile, AnExportedModelComesBackAsARun)
{
    const TemporaryFolder place;
    const std::string file = (place.path() / "model.safetensors").string(), again = (place.path() / "run").string();
    const Outcome exported = run({"export", smallRun().folder, "--out", file, "--checkpoint", "last"});
    ASSERT_EQ(exported.status, 0) << exported.err;
    EXPECT_THAT(exported.keys(), ElementsAre("file", "task", "step", "parameters", "tensors", "bytes"));
    EXPECT_EQ(exported.json()["step"], 30);
    EXPECT_EQ(exported.json()["bytes"], std::filesystem::file_size(file));
    const Outcome imported = run({"import", file, "--run", again});
    ASSERT_EQ(imported.status, 0) << imported.err;
    EXPECT_EQ(imported.json()["parameters"], smallRun().training.json()["parameters"]);

    const std::string text = "a b c\nz y\n";
    const Outcome before = run({"translate", smallRun().folder, "--checkpoint", "last", "--format", "json"}, text);
    const Outcome after = run({"translate", again, "--format", "json"}, text);
    EXPECT_EQ(before.out, after.out);
    EXPECT_EQ(run({"evaluate", again, "builtin:reverse", "--limit", "20"}).status, 0);

    const Outcome nowhere = run({"train", "--run", again, "--resume", "--steps", "40"});
    EXPECT_EQ(nowhere.status, 2);
    EXPECT_THAT(nowhere.err, HasSubstr("no corpus to go on with"));
    const Outcome trained = run({"train", "builtin:reverse", "--run", again, "--resume", "--steps", "40"});
    EXPECT_EQ(trained.status, 0) << trained.err;
    EXPECT_EQ(trained.json()["steps"], 40);
}

TEST(ModelFile, WhatIsNoneIsRefused)
{
    const TemporaryFolder place;
    const std::string folder = (place.path() / "run").string();
    const Outcome text = run({"import", place.write("a.safetensors", "a b c").string(), "--run", folder});
    EXPECT_EQ(text.status, 1);
    EXPECT_THAT(text.err, HasSubstr("a.safetensors"));
    EXPECT_FALSE(std::filesystem::exists(folder));
    EXPECT_EQ(run({"export", folder, "--out", "x"}).status, 1);
    EXPECT_EQ(run({"export", smallRun().folder}).status, 2);
    EXPECT_EQ(run({"import", "x"}).status, 2);
}

} // namespace
} // namespace alignoscope::testing
