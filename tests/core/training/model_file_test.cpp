// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A trained model as one file, and a run made of one.
#include "trainer_support.h"

#include "alignoscope/error.h"
#include "alignoscope/model_file.h"
#include "alignoscope/run.h"
#include "alignoscope/translator.h"
#include "storage/run_writer.h"
#include "storage/tensor_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>

namespace alignoscope::testing {
namespace {

using ::testing::HasSubstr;

/// A run of twelve updates, and what was exported of it.
struct Exported {
    explicit Exported(TrainerSetup setup = smallSetup())
    {
        setup.folder = run;
        RunningTrainer::steps(std::move(setup));
        summary = exportModel(run, false, file);
    }
    TemporaryFolder place;
    std::filesystem::path run = place.path() / "run", file = place.path() / "model.safetensors",
                          imported = place.path() / "imported";
    ModelFileSummary summary;
};

/// The same file with other tensors or another metadata; numbers as they are written by hand.
class Changed {
public:
    explicit Changed(const std::filesystem::path& file)
    {
        std::ifstream stream(file, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data(), sizeof length);
        header = nlohmann::json::parse(bytes.substr(8, length));
        m_data = bytes.substr(8 + length);
    }
    nlohmann::json& metadata() { return header["__metadata__"]; }
    /// Gives a tensor another type; `write` is called with every number.
    void convert(const std::string& name, const char* type, const std::function<std::string(float)>& write)
    {
        const auto offsets = header[name]["data_offsets"].get<std::vector<std::size_t>>();
        std::string numbers;
        for (std::size_t at = offsets[0]; at < offsets[1]; at += sizeof(float)) {
            float number = 0;
            std::memcpy(&number, m_data.data() + at, sizeof number);
            numbers += write(number);
        }
        replace(name, offsets, numbers);
        header[name]["dtype"] = type;
    }
    void remove(const std::string& name)
    {
        replace(name, header[name]["data_offsets"].get<std::vector<std::size_t>>(), "");
        header.erase(name);
    }
    void rename(const std::string& from, const std::string& to)
    {
        header[to] = header[from];
        header.erase(from);
    }
    void write(const std::filesystem::path& file) const
    {
        const std::string text = header.dump();
        const std::uint64_t length = text.size();
        std::ofstream stream(file, std::ios::binary);
        stream.write(reinterpret_cast<const char*>(&length), sizeof length);
        stream << text << m_data;
    }

    nlohmann::json header;

private:
    void replace(const std::string& name, const std::vector<std::size_t>& offsets, const std::string& numbers)
    {
        m_data.replace(offsets[0], offsets[1] - offsets[0], numbers);
        const auto shift =
            static_cast<std::int64_t>(numbers.size()) - static_cast<std::int64_t>(offsets[1] - offsets[0]);
        for (auto& [other, tensor] : header.items()) {
            if (other == "__metadata__")
                continue;
            auto& place = tensor["data_offsets"];
            if (other == name)
                place[1] = place[1].get<std::int64_t>() + shift;
            else if (place[0].get<std::size_t>() >= offsets[1])
                place = {place[0].get<std::int64_t>() + shift, place[1].get<std::int64_t>() + shift};
        }
    }
    std::string m_data;
};

template <class Number>
std::string bytesOf(Number number)
{
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

std::string refusal(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(ModelFile, HoldsTheParametersAloneByTheirNames)
{
    const Exported exported;
    const auto file = storage::readTensorFile(exported.file);
    const auto run = Run::open(exported.run);
    const std::int64_t words = run.sourceVocabulary().size();
    EXPECT_EQ(file.tensor("encoder.embedding", {words, 6}).values.size(), static_cast<std::size_t>(6 * words));
    EXPECT_NO_THROW(static_cast<void>(file.tensor("encoder.forward.recurrent_gates", {8, 16})));
    EXPECT_NO_THROW(static_cast<void>(file.tensor("output.weight", {run.targetVocabulary().size(), 4})));
    std::int64_t numbers = 0;
    for (const auto& tensor : file.tensors) {
        EXPECT_EQ(tensor.name.find("adam"), std::string::npos);
        numbers += static_cast<std::int64_t>(tensor.values.size());
    }
    EXPECT_EQ(exported.summary.parameters, numbers);
    EXPECT_EQ(exported.summary.tensors, static_cast<std::int64_t>(file.tensors.size()));
    EXPECT_EQ(exported.summary.bytes, std::filesystem::file_size(exported.file));
    EXPECT_EQ(exported.summary.step, 12);
    const auto tokens = nlohmann::json::parse(file.metadata.at("source_vocabulary"));
    ASSERT_EQ(tokens.size(), static_cast<std::size_t>(words));
    for (std::size_t row = 0; row < tokens.size(); ++row)
        EXPECT_EQ(tokens[row], run.sourceVocabulary().token(TokenId(static_cast<std::int32_t>(row))));
    EXPECT_EQ(nlohmann::json::parse(file.metadata.at("model"))["hidden"], 8);
}

TEST(ModelFile, AnImportedRunIsTheSameModel)
{
    const Exported exported;
    const auto summary = importModel(exported.file, exported.imported);
    EXPECT_EQ(summary.parameters, exported.summary.parameters);
    const auto before = Translator::open(exported.run, false), after = Translator::open(exported.imported);
    EXPECT_EQ(after->step(), 12);
    EXPECT_EQ(after->text(), before->text());
    ASSERT_EQ(after->sourceVocabulary().size(), before->sourceVocabulary().size());
    for (std::int32_t i = 0; i < after->sourceVocabulary().size(); ++i)
        EXPECT_EQ(after->sourceVocabulary().count(TokenId(i)), before->sourceVocabulary().count(TokenId(i)));
    for (const char* text : {"a b c", "z", "k u v e"}) {
        const auto one = before->translate(text, {}), other = after->translate(text, {});
        EXPECT_EQ(one.hypotheses.front().tokens, other.hypotheses.front().tokens);
        EXPECT_EQ(one.hypotheses.front().logProbability, other.hypotheses.front().logProbability);
        EXPECT_EQ(one.hypotheses.front().attention, other.hypotheses.front().attention);
    }
    EXPECT_THAT(refusal([&] { importModel(exported.file, exported.imported); }), HasSubstr("holds a run already"));
}

TEST(ModelFile, TrainingGoesOnWithAnImportedRun)
{
    const Exported exported;
    importModel(exported.file, exported.imported);
    TrainerSetup setup = smallSetup();
    setup.experiment = Run::open(exported.imported).experiment();
    setup.experiment.corpus = CorpusSource::parse({"builtin:reverse"});
    setup.experiment.training = smallSetup().experiment.training;
    setup.experiment.training.steps = 20;
    setup.folder = exported.imported;
    setup.resume = true;
    RunningTrainer run(std::move(setup));
    run.start();
    const auto finished = run.join();
    EXPECT_EQ(finished.message, "");
    EXPECT_EQ(finished.steps, 20);
    EXPECT_EQ(run.recorder.all<StepReport>().front().step, 13);
    EXPECT_EQ(run.recorder.all<ValidationReport>().size(), 1U);
    EXPECT_FALSE(Run::open(exported.imported).watched().empty());
    EXPECT_EQ(Translator::open(exported.imported)->step(), 20);
}

TEST(ModelFile, AClassifierGoesOutAndIn)
{
    TrainerSetup setup;
    DatasetInputs inputs;
    inputs.corpus =
        std::make_shared<const RawCorpus>(readCorpus(CorpusSource::parse({"builtin:reviews"}), {.limit = 200}));
    DatasetOptions options;
    options.text = inputs.corpus->suggested;
    setup.dataset = std::make_shared<const Dataset>(buildDataset(inputs, options));
    setup.experiment.dataset = options;
    setup.experiment.model.task = Task::Classification;
    ClassifierOptions& model = setup.experiment.model.classifier;
    model.embedding = 5;
    model.units = model.filters = 4;
    setup.experiment.training.steps = 3;
    const Exported exported(std::move(setup));
    EXPECT_EQ(importModel(exported.file, exported.imported).task, Task::Classification);
    const std::vector<std::string> texts = {"The food was not good.", "Wonderful!"};
    const auto before = Classifier::open(exported.run, false)->classify(texts);
    const auto after = Classifier::open(exported.imported)->classify(texts);
    for (std::size_t i = 0; i < texts.size(); ++i)
        EXPECT_EQ(before[i].probabilities, after[i].probabilities);
}

TEST(ModelFile, OtherKindsOfNumbersAreConverted)
{
    const Exported exported;
    Changed changed(exported.file);
    changed.convert("output.weight", "F64", [](float number) { return bytesOf(static_cast<double>(number)); });
    // numbers whose upper half is all there is of them survive as they are
    const auto upper = [](float number) { return bytesOf(number).substr(2, 2); };
    changed.convert("output.bias", "BF16", upper);
    // one half: sign 0, exponent 14, fraction 0
    changed.convert("attention.score", "F16", [](float) { return bytesOf(std::uint16_t(0x3800)); });
    const auto file = exported.place.path() / "changed.safetensors";
    changed.write(file);
    importModel(file, exported.imported);
    const auto was = storage::readTensorFile(exported.file);
    const auto is = storage::readTensorFile(storage::lastCheckpoint(exported.imported));
    const std::int64_t words = Run::open(exported.run).targetVocabulary().size();
    EXPECT_EQ(is.tensor("output.weight", {words, 4}).values, was.tensor("output.weight", {words, 4}).values);
    const auto &exact = was.tensor("output.bias", {words}).values, &coarse = is.tensor("output.bias", {words}).values;
    for (std::size_t i = 0; i < exact.size(); ++i)
        EXPECT_NEAR(exact[i], coarse[i], std::abs(exact[i]) / 128) << i;
    EXPECT_EQ(is.tensor("attention.score", {6}).values, std::vector<float>(6, 0.5F));
}

struct Damage {
    const char* name;
    std::function<void(Changed&)> change;
    const char* message;
};

class ModelFileRefuses : public ::testing::TestWithParam<Damage> { };

TEST_P(ModelFileRefuses, WithAMessageThatSaysWhat)
{
    const Exported exported;
    Changed changed(exported.file);
    GetParam().change(changed);
    const auto file = exported.place.path() / "damaged.safetensors";
    changed.write(file);
    EXPECT_THAT(refusal([&] { importModel(file, exported.imported); }), HasSubstr(GetParam().message));
    EXPECT_FALSE(std::filesystem::exists(exported.imported));
}

std::string textOf(const nlohmann::json& value)
{
    return value.dump();
}

const Damage damages[] = {
    {"Missing", [](Changed& file) { file.remove("output.bias"); }, "tensor \"output.bias\": it is missing"},
    {"TooMany",
     [](Changed& file) {
         file.header["extra"] = {{"dtype", "F32"}, {"shape", {0}}, {"data_offsets", {0, 0}}};
     },
     "tensor \"extra\": the model has no such tensor"},
    {"Renamed", [](Changed& file) { file.rename("output.bias", "output.Bias"); }, "expected"},
    {"Shape",
     [](Changed& file) {
         auto& shape = file.header["encoder.forward.recurrent_gates"]["shape"];
         shape = {shape[1], shape[0]};
     },
     "it has another shape (expected 8 × 16, got 16 × 8)"},
    {"Integers", [](Changed& file) { file.header["output.bias"]["dtype"] = "I32"; },
     "(expected dtype F32, F16, BF16 or F64, got \"I32\")"},
    {"NoNumber",
     [](Changed& file) { file.convert("output.bias", "F32", [](float) { return bytesOf(std::nanf("")); }); },
     "tensor \"output.bias\": it holds a number that is infinite or none at all"},
    {"NotAModel", [](Changed& file) { file.metadata().erase("format"); }, "does not say what model they are of"},
    {"Version", [](Changed& file) { file.metadata()["version"] = "2"; }, "(expected 1, got 2)"},
    {"NoOptions", [](Changed& file) { file.metadata().erase("model"); }, "its metadata has no \"model\""},
    {"OptionsNoJson", [](Changed& file) { file.metadata()["model"] = "{"; }, ", model"},
    {"Impossible",
     [](Changed& file) {
         auto model = nlohmann::json::parse(file.metadata()["model"].get<std::string>());
         model["layers"] = 1000;
         file.metadata()["model"] = textOf(model);
     },
     "layers: this value is not possible (expected 1 to 16, got 1000)"},
    {"OtherSizes",
     [](Changed& file) {
         auto model = nlohmann::json::parse(file.metadata()["model"].get<std::string>());
         model["hidden"] = 8192;
         model["embedding"] = 8192;
         file.metadata()["model"] = textOf(model);
     },
     "tensor \"encoder.embedding\": it has another shape"},
    {"NoMarks", [](Changed& file) { file.metadata()["target_vocabulary"] = R"(["a","b","c"])"; },
     "target_vocabulary: token 0 is not the mark that stands there (expected <unk>, got a)"},
    {"FewMarks", [](Changed& file) { file.metadata()["target_vocabulary"] = R"(["<unk>"])"; }, "three marks"},
    {"Twice",
     [](Changed& file) {
         file.metadata()["source_vocabulary"] = R"(["<unk>","<s>","</s>","a","a"])";
         file.metadata().erase("source_counts");
     },
     "the token 'a' is there twice"},
    {"Nested", [](Changed& file) { file.metadata()["source_vocabulary"] = "[[[[]]]]"; }, "nested deeper"},
    {"NoList", [](Changed& file) { file.metadata()["source_vocabulary"] = "3"; }, "it is not a list"},
    {"Counts", [](Changed& file) { file.metadata()["source_counts"] = "[0,0,0]"; }, "source_counts"},
    {"Step", [](Changed& file) { file.metadata()["step"] = "-1"; }, "not a number of updates"},
    {"Subwords", [](Changed& file) { file.metadata()["source_subwords"] = "abc"; }, "it is no base64"},
};

INSTANTIATE_TEST_SUITE_P(All, ModelFileRefuses, ::testing::ValuesIn(damages),
                         [](const auto& one) { return one.param.name; });

TEST(ModelFile, IsKnownByItsMetadata)
{
    const Exported exported;
    EXPECT_TRUE(isModelFile(exported.file));
    EXPECT_FALSE(isModelFile(storage::lastCheckpoint(exported.run)));
    EXPECT_FALSE(isModelFile(exported.place.write("text.safetensors", "no such thing")));
    EXPECT_FALSE(isModelFile("/no/such/file"));
    EXPECT_THAT(refusal([&] { importModel(storage::lastCheckpoint(exported.run), exported.imported); }),
                HasSubstr("does not say what model they are of"));
}

TEST(ModelFile, ARunWithoutParametersHasNothingToExport)
{
    const Exported exported;
    std::filesystem::remove(storage::lastCheckpoint(exported.run));
    std::filesystem::remove(storage::bestCheckpoint(exported.run));
    EXPECT_THAT(refusal([&] { exportModel(exported.run, true, exported.file); }), HasSubstr("no parameters yet"));
}

} // namespace
} // namespace alignoscope::testing
