// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/run_config.h"

#include "samples.h"
#include "support/shared_data.h"

#include <nlohmann/json.hpp>

namespace alignoscope::storage {
namespace {

using alignoscope::testing::TemporaryFolder;
using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::sampleExperiment;
using testing::storageFailure;

std::string parsingFails(const std::string& text)
{
    return storageFailure([&] { parseConfig(text, "config.json"); });
}

/// The message when the value at `pointer` ("/model/hidden") is `value`.
std::string failsWith(const std::string& pointer, const json& value)
{
    auto config = json::parse(configText(sampleExperiment()));
    config[json::json_pointer(pointer)] = value;
    return parsingFails(config.dump());
}

TEST(RunConfig, ReturnsEveryField)
{
    EXPECT_EQ(parseConfig(configText(sampleExperiment()), "c"), sampleExperiment());
    EXPECT_EQ(parseConfig(configText(Experiment()), "c"), Experiment());
}

TEST(RunConfig, ReturnsThroughAFile)
{
    const TemporaryFolder folder;
    const auto path = folder.path() / "config.json";
    writeConfig(path, sampleExperiment());
    EXPECT_EQ(readConfig(path), sampleExperiment());
    EXPECT_TRUE(isConfig(path));
}

TEST(RunConfig, OlderOnesSayNothingOfFieldsMembersAndLimits)
{
    auto config = json::parse(configText(sampleExperiment()));
    config["read"].erase("choice");
    Experiment expected = sampleExperiment();
    const ReadOptions& read = expected.read;
    expected.read = {read.format, read.sourceColumn, read.targetColumn, read.swap, read.limit};
    EXPECT_EQ(parseConfig(config.dump(), "c"), expected);
}

TEST(RunConfig, KeepsNumbersExactly)
{
    Experiment experiment;
    for (const double rate : {0.1, 1e-17, 1.0 / 3, 123456789.125}) {
        experiment.training.learningRate = rate;
        EXPECT_EQ(parseConfig(configText(experiment), "c").training.learningRate, rate);
    }
    experiment.training.seed = 0xffffffffffffffff;
    EXPECT_EQ(parseConfig(configText(experiment), "c"), experiment);
}

TEST(RunConfig, HasReadableNames)
{
    const auto config = json::parse(configText(sampleExperiment()));
    EXPECT_EQ(config["format"], "alignoscope-run");
    EXPECT_EQ(config["version"], 1);
    EXPECT_TRUE(config["program"].is_string());
    EXPECT_EQ(config["read"]["format"], "line-aligned");
    EXPECT_EQ(config["dataset"]["source_tokenizer"], "characters");
    EXPECT_EQ(config["model"]["initialization"], "glorot");
    EXPECT_EQ(config["training"]["optimizer"], "adadelta");
    EXPECT_EQ(config["training"]["learning_rate"], 0.1);
    EXPECT_EQ(config["watch"].size(), 2U);
}

TEST(RunConfig, EveryEnumerationReturns)
{
    Experiment e;
    for (const auto format :
         {CorpusFormat::Automatic, CorpusFormat::Builtin, CorpusFormat::TabSeparated, CorpusFormat::TripleBar,
          CorpusFormat::LineAligned, CorpusFormat::Labelled, CorpusFormat::ClassFiles}) {
        e.read.format = format;
        EXPECT_EQ(parseConfig(configText(e), "c"), e);
    }
    for (const auto kind : {TokenizerKind::Words, TokenizerKind::Whitespace, TokenizerKind::Characters,
                            TokenizerKind::Whole, TokenizerKind::Subwords}) {
        e.dataset.text.targetTokenizer = kind;
        EXPECT_EQ(parseConfig(configText(e), "c"), e);
    }
    for (const auto form : {Normalization::Nfc, Normalization::Nfkc}) {
        e.dataset.text.normalization = form;
        EXPECT_EQ(parseConfig(configText(e), "c"), e);
    }
    for (const auto method : {SubwordMethod::Bpe, SubwordMethod::Unigram}) {
        e.dataset.text.subwords = {method, 1234, true, "a.model", "b.model"};
        EXPECT_EQ(parseConfig(configText(e), "c"), e);
    }
    for (const auto kind : {OptimizerKind::Adam, OptimizerKind::Adadelta, OptimizerKind::Sgd}) {
        e.training.optimizer = kind;
        EXPECT_EQ(parseConfig(configText(e), "c"), e);
    }
    for (const auto kind : {Initialization::Paper, Initialization::Glorot}) {
        e.model.initialization = kind;
        EXPECT_EQ(parseConfig(configText(e), "c"), e);
    }
}

TEST(RunConfig, ARunFromBeforeSubwordsIsRead)
{
    auto config = json::parse(configText(sampleExperiment()));
    config["dataset"].erase("normalization");
    config["dataset"].erase("subwords");
    EXPECT_EQ(parseConfig(config.dump(), "c"), sampleExperiment());
}

TEST(RunConfig, FileNamesMayHoldAnyBytes)
{
    Experiment experiment;
    experiment.corpus.file = std::filesystem::path("latin1-\xe9-name.tsv");
    experiment.corpus.targetFile = "tab\tand \"quote\"";
    experiment.validationCorpus.classFiles = {"pos.txt", "neg \xe9.txt"};
    EXPECT_EQ(parseConfig(configText(experiment), "c"), experiment);
}

TEST(RunConfig, TextThatIsNotUtf8IsMended)
{
    Experiment experiment;
    experiment.watch = {"caf\xe9"};
    EXPECT_EQ(parseConfig(configText(experiment), "c").watch.front(), "caf\xef\xbf\xbd");
}

TEST(RunConfig, UnknownFieldsAreIgnored)
{
    auto config = json::parse(configText(sampleExperiment()));
    config["model"]["heads"] = 8;
    config["comment"] = {{"any", {"thing"}}};
    EXPECT_EQ(parseConfig(config.dump(), "c"), sampleExperiment());
}

TEST(RunConfig, EveryFieldIsNeededAndNamed)
{
    const auto whole = json::parse(configText(sampleExperiment()));
    int fields = 0;
    const auto flat = whole.flatten();
    for (const auto& [name, value] : flat.items()) {
        if (name == "/program" || name == "/format" || name == "/version" || name.starts_with("/watch/"))
            continue;
        auto config = whole;
        const json::json_pointer pointer(name);
        config[pointer.parent_pointer()].erase(pointer.back());
        const auto message = parsingFails(config.dump());
        EXPECT_THAT(message, AllOf(HasSubstr("config.json, "), HasSubstr(pointer.back()), HasSubstr("missing")));
        ++fields;
    }
    EXPECT_GE(fields, 39);
    for (const auto* group : {"corpus", "read", "validation_corpus", "dataset", "model", "training", "watch"}) {
        auto config = whole;
        config.erase(group);
        EXPECT_THAT(parsingFails(config.dump()), AllOf(HasSubstr(group), HasSubstr("the field is missing")));
    }
}

TEST(RunConfig, EveryFieldOfAnotherKindIsNamed)
{
    const auto whole = json::parse(configText(sampleExperiment()));
    const auto flat = whole.flatten();
    for (const auto& [name, value] : flat.items()) {
        if (name == "/program" || name == "/format" || name == "/version")
            continue;
        for (const json& wrong : {json(), json({{"x", 1}}), json({{1}}), value.is_string() ? json(1) : json("1")}) {
            const auto message = failsWith(name, wrong);
            EXPECT_THAT(message, HasSubstr("the field is of another kind")) << name;
            EXPECT_THAT(message, HasSubstr("Mend the file")) << name;
        }
    }
    EXPECT_THAT(failsWith("/model", 5), HasSubstr("config.json, model: the field is of another kind"));
    EXPECT_THAT(failsWith("/model/hidden", 1.5), HasSubstr("(expected a whole number, got 1.5)"));
}

TEST(RunConfig, NumbersOutOfRangeAreRefused)
{
    EXPECT_THAT(failsWith("/model/hidden", 0), HasSubstr("config.json, model.hidden: the number is out of range"));
    EXPECT_THAT(failsWith("/model/embedding", 2'000'000), HasSubstr("expected 1 to 1000000, got 2000000"));
    EXPECT_THAT(failsWith("/model/embedding", -1), HasSubstr("out of range"));
    EXPECT_THAT(failsWith("/model/maxout", 18446744073709551615U), HasSubstr("out of range"));
    EXPECT_THAT(failsWith("/dataset/validation_split", 1.5), HasSubstr("expected 0 to 1, got 1.5"));
    EXPECT_THAT(failsWith("/dataset/max_length", 4'000'000'000), HasSubstr("out of range"));
    EXPECT_THAT(failsWith("/dataset/seed", -1), HasSubstr("out of range"));
    EXPECT_THAT(failsWith("/training/dropout", -0.1), HasSubstr("out of range"));
    EXPECT_THAT(failsWith("/training/learning_rate", 1e300), HasSubstr("out of range"));
    EXPECT_THAT(failsWith("/training/steps", -1), HasSubstr("out of range"));
    EXPECT_THAT(failsWith("/read/source_column", -1), HasSubstr("out of range"));
}

TEST(RunConfig, UnknownWordsAreRefusedWithTheKnownOnes)
{
    EXPECT_THAT(failsWith("/training/optimizer", "lion"),
                HasSubstr("training.optimizer: the field has a value this Alignoscope does not know (expected one of "
                          "adam, adadelta, sgd, got \"lion\")"));
}

TEST(RunConfig, FileNamesWithoutSenseAreRefused)
{
    EXPECT_THAT(failsWith("/corpus/file", std::string("a\0b", 3)), HasSubstr("zero byte"));
    EXPECT_THAT(failsWith("/corpus/file", json({1, 256})), HasSubstr("list of bytes"));
    EXPECT_THAT(failsWith("/corpus/file", json({1, -1})), HasSubstr("list of bytes"));
}

TEST(RunConfig, AnotherVersionIsToldWithItsMaker)
{
    auto config = json::parse(configText(sampleExperiment()));
    config["version"] = 2;
    config["program"] = "7.1";
    EXPECT_THAT(parsingFails(config.dump()),
                AllOf(HasSubstr("made by Alignoscope 7.1"), HasSubstr("expected format version 1, got 2"),
                      HasSubstr("Open it with the Alignoscope that made it, or a newer one.")));
    config.erase("program");
    config["version"] = "new";
    EXPECT_THAT(parsingFails(config.dump()), HasSubstr("an unknown version"));
    config.erase("version");
    EXPECT_THAT(parsingFails(config.dump()), HasSubstr("format"));
}

TEST(RunConfig, OtherFilesAreNotTakenForOne)
{
    EXPECT_THAT(parsingFails("{}"), HasSubstr("not the configuration of an Alignoscope run"));
    EXPECT_THAT(parsingFails(R"({"format":"other"})"), HasSubstr("not the configuration"));
    EXPECT_THAT(parsingFails(R"({"format":1})"), HasSubstr("not the configuration"));
    EXPECT_THAT(parsingFails("[]"), HasSubstr("not the configuration"));
    EXPECT_THAT(parsingFails(""), HasSubstr("not valid JSON"));
    EXPECT_THAT(parsingFails("\xff\xfe"), HasSubstr("not valid JSON"));
    EXPECT_THAT(parsingFails(std::string(1'000'000, '[')), HasSubstr("nested deeper"));
    EXPECT_THAT(parsingFails(R"({"format":"alignoscope-run","format":"x"})"), HasSubstr("twice"));
    EXPECT_THAT(parsingFails(R"({"format":"alignoscope-run","x":1e999})"), HasSubstr("not valid JSON"));
}

TEST(RunConfig, EveryCutIsNoticed)
{
    const auto whole = configText(sampleExperiment());
    for (std::size_t length = 0; length + 2 < whole.size(); ++length)
        EXPECT_NE(parsingFails(whole.substr(0, length)), "") << length;
}

TEST(RunConfig, IsConfigNeverThrows)
{
    const TemporaryFolder folder;
    EXPECT_FALSE(isConfig(folder.path() / "none"));
    EXPECT_FALSE(isConfig(folder.path()));
    EXPECT_FALSE(isConfig(folder.write("a", "{")));
    EXPECT_FALSE(isConfig(folder.write("b", "[1]")));
    EXPECT_TRUE(isConfig(folder.write("c", R"({"format":"alignoscope-run","version":99})")));
}

} // namespace
} // namespace alignoscope::storage
