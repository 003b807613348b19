// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/error.h"
#include "models/checkpoint_tensors.h"
#include "small_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace alignoscope::models {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

struct CheckpointTensors : ::testing::Test {
    alignoscope::testing::TemporaryFolder place;
    std::filesystem::path path = place.path() / "model.safetensors";
    RnnSearch<float> network{Sizes{7, 9, 4, 3, 2, 2}};
    const nn::ParameterLayout& layout = network.layout();
    ParameterBlock block = ParameterBlock(static_cast<std::size_t>(layout.size()));

    void SetUp() override { nn::initialize(layout, Initialization::Glorot, 1, block.data()); }
    void save(std::string_view prefix = "", const storage::Metadata& metadata = {})
    {
        std::vector<storage::TensorEntry> tensors;
        appendTensors(layout, prefix, block, tensors);
        storage::writeTensorFile(path, tensors, metadata);
    }
    template <class Work>
    static std::string failure(Work&& work)
    {
        try {
            work();
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::Storage);
            return error.what();
        }
        return "nothing was wrong";
    }
};

TEST_F(CheckpointTensors, ComeBackBitByBit)
{
    save("adam.mean.");
    ParameterBlock again(block.size(), 0);
    readTensors(storage::readTensorFile(path), layout, "adam.mean.", again);
    EXPECT_EQ(again, block);
}

TEST_F(CheckpointTensors, AreRowMajorForReadersInPython)
{
    save();
    const auto file = storage::readTensorFile(path);
    EXPECT_EQ(file.tensors.size(), layout.entries().size());
    const auto& tensor = file.tensor("encoder.input.weight", {4, 18}); // y = x @ W
    for (const auto& entry : layout.entries())
        if (entry.name == "encoder.input.weight") {
            EXPECT_EQ(tensor.values[2 * 18 + 5], entry.slot.in(block.data())(5, 2));
        }
    EXPECT_EQ(file.tensor("attention.score", {2}).values.size(), 2U);
}

TEST_F(CheckpointTensors, AnotherModelIsRefused)
{
    save();
    const auto file = storage::readTensorFile(path);
    ParameterBlock other(5000, 0);
    EXPECT_THAT(failure([&] {
                    readTensors(file, RnnSearch<float>({7, 9, 4, 5, 2, 2}).layout(), "", other);
                }),
                HasSubstr("model.safetensors"));
    EXPECT_THAT(failure([&] { readTensors(file, layout, "adam.mean.", other); }), HasSubstr("adam.mean."));
}

TEST_F(CheckpointTensors, CountsAreReadAndNothingElse)
{
    save("", {{"step", "12"}, {"best_loss", "inf"}, {"epoch", "two"}, {"batch", "3x"}, {"minutes", "0.25"}});
    const auto file = storage::readTensorFile(path);
    EXPECT_EQ(readCount(file, "step"), 12);
    EXPECT_EQ(readNumber(file, "minutes"), 0.25);
    EXPECT_TRUE(std::isinf(readNumber(file, "best_loss")));
    EXPECT_THAT(failure([&] { readCount(file, "epoch"); }), AllOf(HasSubstr("epoch"), HasSubstr("two")));
    EXPECT_THAT(failure([&] { readCount(file, "batch"); }), HasSubstr("3x"));
    EXPECT_THAT(failure([&] { readCount(file, "seed"); }), HasSubstr("nothing"));
}

} // namespace
} // namespace alignoscope::models
