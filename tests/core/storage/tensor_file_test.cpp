// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tensor_file.h"

#include "samples.h"
#include "storage/tensor_header.h"
#include "support/shared_data.h"

#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>
#include <random>

namespace alignoscope::storage {
namespace {

using alignoscope::testing::TemporaryFolder;
using alignoscope::testing::testData;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::readAll;
using testing::storageFailure;

/// A file with that header, of whatever correctness, and `data` bytes after it.
std::string fileOf(const std::string& header, std::size_t data, std::int64_t lengthError = 0)
{
    const std::uint64_t length = header.size() + static_cast<std::uint64_t>(lengthError);
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    return bytes + header + std::string(data, '\0');
}

std::string readingFails(const std::string& bytes)
{
    const TemporaryFolder folder;
    const auto path = folder.write("x.safetensors", bytes);
    const auto message = storageFailure([&] { readTensorFile(path); });
    EXPECT_THAT(message, HasSubstr("x.safetensors"));
    return message;
}

TEST(TensorFile, ReturnsWhatWasWritten)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "model.safetensors";
    const std::vector<float> matrix{
        1.0F, -2.5F, std::numeric_limits<float>::denorm_min(), std::numeric_limits<float>::infinity(), 0.1F, -0.0F};
    const std::vector<float> number{7.0F}, none;
    const std::vector<TensorEntry> entries{{"w \"quoted\" ß", {2, 3}, matrix}, {"b", {}, number}, {"e", {0, 4}, none}};
    const Metadata metadata{{"step", "12"}, {"rng", "1 2 3\n"}};
    writeTensorFile(path, entries, metadata);
    const TensorFile file = readTensorFile(path);
    EXPECT_EQ(file.metadata, metadata);
    EXPECT_EQ(file.path, path);
    ASSERT_EQ(file.tensors.size(), 3U);
    EXPECT_EQ(file.tensor("w \"quoted\" ß", {2, 3}).values, matrix);
    EXPECT_TRUE(std::signbit(file.tensor("w \"quoted\" ß", {2, 3}).values[5]));
    EXPECT_EQ(file.tensor("b", {}).values, number);
    EXPECT_TRUE(file.tensor("e", {0, 4}).values.empty());
}

TEST(TensorFile, KeepsNaN)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "model.safetensors";
    const std::vector<float> values{std::nanf("")};
    writeTensorFile(path, std::vector<TensorEntry>{{"n", {1}, values}}, {});
    EXPECT_TRUE(std::isnan(readTensorFile(path).tensor("n", {1}).values[0]));
}

TEST(TensorFile, MayBeEmpty)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "none.safetensors";
    writeTensorFile(path, {}, {});
    EXPECT_TRUE(readTensorFile(path).tensors.empty());
    EXPECT_TRUE(readTensorFile(path).metadata.empty());
}

TEST(TensorFile, DataStartAtAMultipleOfEight)
{
    const std::vector<float> values{1.0F};
    for (const auto* name : {"a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh"})
        EXPECT_EQ(headerBytes("f", std::vector<TensorEntry>{{name, {1}, values}}, {}).size() % 8, 0U) << name;
}

TEST(TensorFile, RefusesWhatCannotBeStored)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "model.safetensors";
    const std::vector<float> values{1.0F, 2.0F};
    const auto refuse = [&](std::vector<TensorEntry> entries) {
        EXPECT_THAT(storageFailure([&] { writeTensorFile(path, entries, {}); }), HasSubstr("cannot be stored"));
        EXPECT_FALSE(std::filesystem::exists(path));
    };
    refuse({{"a", {3}, values}});
    refuse({{"a", {-2}, values}});
    refuse({{"a", {std::int64_t{1} << 62, 4}, values}});
    refuse({{"a", {2}, values}, {"a", {2}, values}});
    refuse({{"__metadata__", {2}, values}});
}

TEST(TensorFile, TellsAMissingTensorAndAnotherShape)
{
    TensorFile file;
    file.path = "last.safetensors";
    file.tensors.push_back({"w", {2, 3}, std::vector<float>(6)});
    EXPECT_EQ(&file.tensor("w", {2, 3}), file.tensors.data());
    EXPECT_THAT(storageFailure([&] {
                    static_cast<void>(file.tensor("v", {2, 3}));
                }),
                HasSubstr("last.safetensors: there is no tensor \"v\""));
    EXPECT_THAT(storageFailure([&] {
                    static_cast<void>(file.tensor("w", {3, 2}));
                }),
                HasSubstr("another shape (expected 3 × 2, got 2 × 3)"));
    EXPECT_THAT(storageFailure([&] { static_cast<void>(file.tensor("w", {})); }), HasSubstr("a single number"));
}

TEST(TensorFile, ReadsWhatPlainPythonWrote)
{
    const TensorFile file = readTensorFile(testData("golden/small.safetensors"));
    EXPECT_EQ(file.metadata, (Metadata{{"step", "1200"}, {"note", "tab\tand \"quotes\" and 日本"}}));
    EXPECT_THAT(file.tensor("encoder.weight", {2, 3}).values, ElementsAre(0.5F, -1.25F, 3.0F, 1e-30F, -0.0F, 65504.0F));
    EXPECT_THAT(file.tensor("decoder.bias – ß", {4}).values, ElementsAre(1.0F, 2.0F, 3.0F, 4.0F));
    EXPECT_THAT(file.tensor("scalar", {}).values, ElementsAre(42.0F));
    EXPECT_TRUE(file.tensor("empty", {0, 5}).values.empty());
}

TEST(TensorFile, IsReadByPlainPython)
{
    if (std::system("python3 -c '' 2>/dev/null") != 0)
        GTEST_SKIP() << "needs python3";
    const TemporaryFolder folder;
    const auto path = folder.path() / "ours.safetensors";
    const std::vector<float> weight{0.5F, -1.25F, 3.0F, 1e-30F, -0.0F, 65504.0F}, bias{1.0F, 2.0F}, number{42.0F};
    const std::vector<TensorEntry> entries{
        {"weight", {2, 3}, weight}, {"bias – ß", {2}, bias}, {"scalar", {}, number}, {"empty", {0, 5}, {}}};
    writeTensorFile(path, entries, {{"step", "1200"}, {"note", "\"日本\""}});
    const auto command = "python3 '" + testData("golden/make_safetensors.py").string() + "' read '" + path.string()
        + "' >'" + (folder.path() / "out").string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    EXPECT_EQ(readAll(folder.path() / "out"),
              "note=\"日本\"\nstep=1200\nbias – ß [2] 1 2\nempty [0, 5] \n"
              "scalar [] 42\nweight [2, 3] 0.5 -1.25 3 1e-30 -0 65504\n");
}

TEST(TensorFile, IgnoresFieldsItDoesNotKnow)
{
    const TemporaryFolder folder;
    const auto path =
        folder.write("x", fileOf(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"comment":"new"}} )", 4));
    EXPECT_EQ(readTensorFile(path).tensor("a", {1}).values.size(), 1U);
}

TEST(TensorFile, SaysWhatIsWrongWithTheWhole)
{
    EXPECT_THAT(readingFails(""), HasSubstr("cut short"));
    EXPECT_THAT(readingFails("1234567"), HasSubstr("cut short"));
    EXPECT_THAT(readingFails(fileOf("{}", 0, 1)), HasSubstr("the header does not fit the file"));
    EXPECT_THAT(readingFails(std::string(8, '\xff')), HasSubstr("the header does not fit the file"));
    EXPECT_THAT(readingFails(fileOf("{}", 0, std::int64_t{1} << 40)), HasSubstr("the header does not fit the file"));
    EXPECT_THAT(readingFails(fileOf("{\"a\":", 0)), HasSubstr("not valid JSON"));
    EXPECT_THAT(readingFails(fileOf("", 0)), HasSubstr("not valid JSON"));
    EXPECT_THAT(readingFails(fileOf("[]", 0)), HasSubstr("not a JSON object"));
    EXPECT_THAT(readingFails(fileOf("{\"\xff\":1}", 0)), HasSubstr("not valid JSON"));
    EXPECT_THAT(readingFails(fileOf("{}", 4)), HasSubstr("the file has a tail"));
    EXPECT_THAT(readingFails(fileOf(std::string(100'000, '['), 0)), HasSubstr("nested deeper"));
    EXPECT_THAT(storageFailure([] { readTensorFile("/nowhere/x.safetensors"); }), HasSubstr("there is no such file"));
}

TEST(TensorFile, SaysWhatIsWrongWithATensor)
{
    const auto tensor = [](const std::string& fields) { return fileOf("{\"a\":{" + fields + "}}", 8); };
    const std::string type = R"("dtype":"F32",)", shape = R"("shape":[2],)", place = R"("data_offsets":[0,8])";
    EXPECT_THAT(readingFails(fileOf(R"({"a":7})", 8)), HasSubstr("tensor \"a\" has no list \"shape\""));
    EXPECT_THAT(readingFails(tensor(type + place)), HasSubstr("no list \"shape\""));
    EXPECT_THAT(readingFails(tensor(type + R"("shape":[2])")), HasSubstr("no list \"data_offsets\""));
    EXPECT_THAT(readingFails(tensor(shape + place)), AllOf(HasSubstr("expected dtype F32"), HasSubstr("got none")));
    EXPECT_THAT(readingFails(tensor(R"("dtype":"BF16",)" + shape + place)), HasSubstr("got \"BF16\""));
    EXPECT_THAT(readingFails(tensor(R"("dtype":{"x":1},)" + shape + place)), HasSubstr("dtype F32"));
    EXPECT_THAT(readingFails(tensor(type + R"("shape":[3],)" + place)), HasSubstr("does not fit its data"));
    EXPECT_THAT(readingFails(tensor(type + R"("shape":[-2],)" + place)), HasSubstr("impossible number in shape"));
    EXPECT_THAT(readingFails(tensor(type + R"("shape":[2.0],)" + place)), HasSubstr("impossible number in shape"));
    EXPECT_THAT(readingFails(tensor(type + R"("shape":[18446744073709551615],)" + place)),
                HasSubstr("impossible number in shape"));
    EXPECT_THAT(readingFails(tensor(type + R"("shape":[4294967296,4294967296,2],)" + place)),
                HasSubstr("does not fit its data"));
    EXPECT_THAT(readingFails(tensor(type + shape + R"("data_offsets":[0])")), HasSubstr("wrong data_offsets"));
    EXPECT_THAT(readingFails(tensor(type + shape + R"("data_offsets":[8,0])")), HasSubstr("does not fit its data"));
    EXPECT_THAT(readingFails(tensor(type + shape + R"("data_offsets":["0","8"])")), HasSubstr("impossible number"));
}

TEST(TensorFile, TensorsCoverTheDataOnce)
{
    const auto two = [](const std::string& first, const std::string& second, std::size_t data) {
        const std::string begin = R"({"dtype":"F32","shape":[1],"data_offsets":)";
        return fileOf("{\"a\":" + begin + first + "},\"b\":" + begin + second + "}}", data);
    };
    EXPECT_THAT(readingFails(two("[0,4]", "[0,4]", 4)), HasSubstr("overlaps another or leaves a gap"));
    EXPECT_THAT(readingFails(two("[0,4]", "[2,6]", 8)), HasSubstr("overlaps another or leaves a gap"));
    EXPECT_THAT(readingFails(two("[0,4]", "[8,12]", 12)), HasSubstr("expected data from byte 4, got 8"));
    EXPECT_THAT(readingFails(two("[4,8]", "[8,12]", 12)), HasSubstr("leaves a gap"));
    EXPECT_THAT(readingFails(two("[0,4]", "[4,8]", 7)), HasSubstr("the file was cut short"));
    EXPECT_THAT(readingFails(two("[0,4]", "[4,8]", 9)), HasSubstr("the file has a tail"));
    const TemporaryFolder folder;
    EXPECT_EQ(readTensorFile(folder.write("x", two("[4,8]", "[0,4]", 8))).tensors.front().name, "b");
}

TEST(TensorFile, RefusesNamesGivenTwiceAndStrangeMetadata)
{
    const std::string tensor = R"({"dtype":"F32","shape":[1],"data_offsets":[0,4]})";
    EXPECT_THAT(readingFails(fileOf("{\"a\":" + tensor + ",\"a\":" + tensor + "}", 4)), HasSubstr("\"a\" twice"));
    EXPECT_THAT(readingFails(fileOf(R"({"__metadata__":[]})", 0)), HasSubstr("__metadata__ is not an object"));
    EXPECT_THAT(readingFails(fileOf(R"({"__metadata__":{"step":1}})", 0)), HasSubstr("not text under \"step\""));
}

TEST(TensorFile, EveryCutIsNoticed)
{
    const TemporaryFolder folder;
    const auto whole = readAll(testData("golden/small.safetensors"));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto path = folder.write("cut", whole.substr(0, length));
        EXPECT_NE(storageFailure([&] { readTensorFile(path); }), "") << length;
    }
}

TEST(TensorFile, NoChangedByteDoesHarm)
{
    const TemporaryFolder folder;
    const auto whole = readAll(testData("golden/small.safetensors"));
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        auto bytes = whole;
        for (auto changes = 1 + random() % 3; changes > 0; --changes)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        const auto path = folder.write("changed", bytes);
        try {
            static_cast<void>(readTensorFile(path)); // a change may hit a value or a name
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::Storage);
        }
    }
}

} // namespace
} // namespace alignoscope::storage
