// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The manual's script in PyTorch and the program translate alike, whoever made the model. Where PyTorch is not
// installed, what the script said of one model is kept in golden/model_file.json.
#include "trainer_support.h"

#include "alignoscope/beam_trace.h"
#include "alignoscope/model_file.h"
#include "alignoscope/translator.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace alignoscope::testing {
namespace {

constexpr TranslationOptions greedy{1, 1, 1.0, 0, false};

std::string outputOf(const std::string& command)
{
    std::string output;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    std::array<char, 4096> some{};
    while (pipe && std::fgets(some.data(), some.size(), pipe))
        output += some.data();
    return pipe && ::pclose(pipe) == 0 ? output : "failed: " + output;
}

/// A Python that has PyTorch; empty where there is none.
const std::string& python()
{
    static const std::string found = [] {
        for (const char* one : {"python3", "/usr/bin/python3"})
            if (outputOf(std::string(one) + " -B -c 'import torch, numpy; print(7)'") == "7\n")
                return std::string(one) + " -B ";
        return std::string();
    }();
    return found;
}

std::string quoted(const std::filesystem::path& path)
{
    return '\'' + path.string() + '\'';
}

std::string words(std::vector<std::string> tokens)
{
    if (!tokens.empty() && tokens.back() == "</s>")
        tokens.pop_back();
    std::string text;
    for (const std::string& token : tokens)
        text += (text.empty() ? "" : " ") + token;
    return text;
}

/// Translates with both, and compares words and log-probabilities. `sentences`: tokens with spaces between them.
void expectAlike(const std::filesystem::path& file, const Translator& translator,
                 const std::vector<std::string>& sentences)
{
    const TemporaryFolder folder;
    std::string lines;
    for (const std::string& sentence : sentences)
        lines += sentence + '\n';
    const auto input = folder.write("sentences", lines);
    const auto script = testData("../resources/manual/scripts/translate_with_torch.py");
    std::istringstream output(outputOf(python() + quoted(script) + ' ' + quoted(file) + " < " + quoted(input)));
    for (const std::string& sentence : sentences) {
        std::string line;
        std::getline(output, line);
        const auto tab = line.find('\t');
        ASSERT_NE(tab, line.npos) << line << output.str();
        const auto own = translator.translate(sentence, greedy);
        ASSERT_EQ(words(own.source), sentence);
        EXPECT_EQ(words(own.hypotheses.front().tokens), line.substr(0, tab)) << sentence;
        EXPECT_NEAR(own.hypotheses.front().logProbability, std::stod(line.substr(tab + 1)), 1e-4) << sentence;
    }
}

struct Member {
    const char* name;
    std::function<void(ModelOptions&)> choose;
};

class PythonModel : public ::testing::TestWithParam<Member> { };

TEST_P(PythonModel, TranslatesAsTheProgramDoes)
{
    if (python().empty())
        GTEST_SKIP() << "there is no PyTorch";
    const TemporaryFolder folder;
    TrainerSetup setup = smallSetup();
    setup.folder = folder.path() / "run";
    setup.experiment.training.steps = 150; // a model that is surer of its words than rounding
    setup.experiment.training.learningRate = 0.02;
    GetParam().choose(setup.experiment.model);
    RunningTrainer::steps(std::move(setup));
    const auto file = folder.path() / "model.safetensors";
    exportModel(folder.path() / "run", false, file);
    expectAlike(file, *Translator::open(folder.path() / "run", false),
                {"a b c", "q", "z z y x w v", "m n o p q r s t", "a 7 b"});
}

const Member members[] = {
    {"RnnSearch", [](ModelOptions&) {}},
    {"LuongGeneral",
     [](ModelOptions& model) {
         model.decoder = DecoderKind::Luong;
         model.attention = attentionKind("general").defaults;
         model.encoderCell = model.decoderCell = RecurrentCell::Lstm;
         model.layers = 2;
         model.inputFeeding = true;
     }},
    {"LuongDot",
     [](ModelOptions& model) {
         model.decoder = DecoderKind::Luong;
         model.attention = attentionKind("dot").defaults;
         model.bidirectional = false;
         model.maxout = 0;
         model.tieEmbeddings = true;
     }},
    {"Coverage",
     [](ModelOptions& model) {
         model.attention.coverage = true;
         model.layers = 2;
         model.decoderCell = RecurrentCell::Lstm;
     }},
    {"Scaled", [](ModelOptions& model) { model.attention = attentionKind("scaled").defaults; }},
    {"Location", [](ModelOptions& model) { model.attention = attentionKind("location").defaults; }},
    {"KerasConcat",
     [](ModelOptions& model) {
         model.attention = attentionKind("keras-attention").defaults;
         model.attention.scoreMode = ScoreMode::Concat;
         model.attention.scale = true;
     }},
    {"KerasAdditive", [](ModelOptions& model) { model.attention = attentionKind("keras-additive").defaults; }},
    {"NoAttention", [](ModelOptions& model) { model.attention = attentionKind("none").defaults; }},
};

INSTANTIATE_TEST_SUITE_P(OfTheFamily, PythonModel, ::testing::ValuesIn(members),
                         [](const auto& one) { return one.param.name; });

TEST(PythonModelFile, MadeInPythonIsImported)
{
    if (python().empty())
        GTEST_SKIP() << "there is no PyTorch";
    const TemporaryFolder folder;
    const auto file = folder.path() / "model.safetensors";
    for (const char* seed : {"7", "1848"}) {
        ASSERT_EQ(outputOf(python() + quoted(testData("golden/make_model_file.py")) + ' ' + quoted(file) + ' ' + seed),
                  "");
        const auto run = folder.path() / seed;
        importModel(file, run);
        expectAlike(file, *Translator::open(run), {"the cat sees .", "black", "the dog sees the cat ."});
    }
}

TEST(PythonModelFile, TheManualShowsTheScript)
{
    const auto linesOf = [](const std::string& file) {
        std::ifstream stream(testData("../resources/manual/" + file));
        std::vector<std::string> lines;
        for (std::string line; std::getline(stream, line);)
            lines.push_back(line);
        return lines;
    };
    const auto script = linesOf("scripts/translate_with_torch.py"), page = linesOf("python.md");
    const auto code = std::find(script.begin(), script.end(), "import json");
    const auto shown = std::find(page.begin(), page.end(), "    import json");
    ASSERT_EQ(script.end() - code, page.end() - shown);
    for (auto line = code; line != script.end(); ++line)
        EXPECT_EQ(line->empty() ? "" : "    " + *line, shown[line - code]);
}

TEST(PythonModelFile, KeptValuesOfPyTorch)
{
    const TemporaryFolder folder;
    importModel(testData("golden/model_file.safetensors"), folder.path() / "run");
    const auto translator = Translator::open(folder.path() / "run");
    const auto cases = nlohmann::json::parse(std::ifstream(testData("golden/model_file.json")));
    ASSERT_EQ(cases.size(), 4U);
    for (const auto& one : cases) {
        const auto source = one["source"].get<std::string>();
        const auto found = translator->translate(source, greedy).hypotheses.front();
        EXPECT_EQ(words(found.tokens), words(one["tokens"].get<std::vector<std::string>>()));
        EXPECT_NEAR(found.logProbability, one["log_probability"].get<double>(), 1e-4);

        const auto& first = one["first"];
        const BeamTrace trace = translator->traceBeam(source, greedy, static_cast<int>(first.size()));
        const int begin = trace.stepBegin[1], end = trace.stepBegin[2];
        ASSERT_EQ(static_cast<std::size_t>(end - begin), first.size() - 2); // <unk> and <s> are never looked at
        for (int at = begin; at < end; ++at)
            EXPECT_NEAR(trace.node(at).wordLogProbability,
                        first[static_cast<std::size_t>(index(trace.node(at).id))].get<double>(), 1e-4)
                << source << ": " << trace.node(at).token;
    }
}

} // namespace
} // namespace alignoscope::testing
