// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "storage/event_codec.h"
#include "storage/tensor_file.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace alignoscope::storage::testing {

Experiment sampleExperiment()
{
    Experiment e;
    e.corpus = {"", "data/züge \"und\" mehr.de", "data/trains.en"};
    e.read = {CorpusFormat::LineAligned, 2, 3, true, 777, "translation.en", "fr-CA", "a/b.de", "a/b.en", "Shift_JIS",
              {1 << 20, 1 << 10, 99, 12}};
    e.validationCorpus = {"phrases-en-fr", "", ""};
    e.dataset = {
        {TokenizerKind::Characters, TokenizerKind::Whitespace, true}, 40, 2, 12345, 0.125, 18446744073709551615U};
    e.model = {300, 310, 320, 330, Initialization::Glorot};
    e.training = {OptimizerKind::Adadelta, 0.1, 5, 0.3, 0.05, 0.5, 80, 7, 5000000000, 12.5, 4, 9876543210, 2, 25, 100};
    e.watch = {"the European Economic Area ||| la zone économique européenne", "日本語\t\"quoted\"\n"};
    e.gold = {"data/züge.wa", 1, true};
    e.preset = "balanced";
    return e;
}

Vocabulary sampleVocabulary()
{
    return Vocabulary({{"the", 100}, {"l'", 50}, {"日本", 7}, {"a\tb", 3}, {"back\\slash", 2}, {"#", 1}});
}

TrainingEvent event(double time, decltype(TrainingEvent::what) what)
{
    return {RunId{5}, time, std::move(what)};
}

TrainingEvent stepEvent(std::int64_t step, double loss)
{
    StepReport report;
    report.step = step;
    report.epoch = 3;
    report.epochFraction = 0.25;
    report.progress = 0.5;
    report.loss = loss;
    report.gradientNorm = 1.5;
    report.learningRate = 0.001;
    report.targetTokensPerSecond = 12345.5;
    report.secondsLeft = -1;
    return event(static_cast<double>(step) / 10, report);
}

std::vector<TrainingEvent> everyKind()
{
    const GoldAlignment gold{{{0, 0}, {1, 2}}, {{2, 1}}};
    RunFinished finished;
    finished.reason = StopReason::NotANumber;
    finished.message = "the loss is not a number";
    finished.steps = 300;
    finished.epochs = 2;
    finished.trainLoss = std::numeric_limits<double>::quiet_NaN();
    finished.validationLoss = std::numeric_limits<double>::infinity();
    finished.validationBleu = 33.25;
    finished.targetTokens = 5'000'000'000;
    finished.seconds = 12.5;
    finished.targetTokensPerSecond = 4321.5;
    finished.peakRssBytes = 6'000'000'000;
    finished.parameters = 10'000'000;
    return {event(0.5, PhaseChanged{Phase::Preparing}),
            event(0.6, WatchedSentence{SentenceId{0}, "a cat .", "un chat .", true, gold}),
            event(0.7, WatchedSentence{SentenceId{1}, "typed \t by hand", "", false, std::nullopt}),
            event(0.8, WatchedSentence{SentenceId{2}, "a dog .", "un chien .", true, std::nullopt, true}),
            event(1.0, PhaseChanged{Phase::Validating}),
            event(2.0, ValidationReport{100, 3.25, 0.5, 12.5, 0.25, true, 0.75, 0.5, 0.6, 0.4}),
            event(2.1, SentencesScored{100, {{SentenceId{0}, "un chat", 60.5, 80.25}}}),
            event(3.0, CheckpointSaved{100, 5'000'000'000}),
            event(3.5, SentenceUnwatched{SentenceId{0}}),
            event(4.0, Trouble{"the disk is full"}),
            event(5.0, finished)};
}

std::string words(const TrainingEvent& e)
{
    if (const auto* s = std::get_if<StepReport>(&e.what))
        return fmt::format("{} step {} {} {} {} {} {} {} {} {}", e.time, s->step, s->epoch, s->epochFraction,
                           s->progress, s->loss, s->gradientNorm, s->learningRate, s->targetTokensPerSecond,
                           s->secondsLeft);
    const EventRow row = encodeEvent(e.what);
    std::string text = fmt::format("{} {} {}", e.time, row.kind, row.data);
    if (const auto* s = std::get_if<WatchedSentence>(&e.what))
        text += fmt::format(" {}|{}|{}|{}|{}", s->source, s->target, s->fromValidation, s->sampled,
                            s->gold ? encodeGold(*s->gold) : "");
    return text;
}

std::vector<std::string> words(const std::vector<TrainingEvent>& events)
{
    std::vector<std::string> texts;
    for (const auto& e : events)
        texts.push_back(words(e));
    return texts;
}

AttentionSnapshot sampleSnapshot(int sentence, std::int64_t step, bool forced)
{
    AttentionSnapshot s;
    s.run = RunId{5};
    s.step = step;
    s.sentence = SentenceId{sentence};
    s.sourceTokens = {"the", "zorp\t\"", "猫", "</s>"};
    s.sourceUnknown = {false, true, false, false};
    s.targetTokens = {"le", forced ? "chat" : "step" + std::to_string(step), "</s>"};
    for (int i = 0; i < 12; ++i)
        s.weights.push_back(static_cast<float>(i) / 66.0F + static_cast<float>(step) * 1e-6F);
    s.forced = forced;
    s.recorded = true;
    s.loss = 1.25 + static_cast<double>(step);
    return s;
}

void expectEqual(const AttentionSnapshot& got, const AttentionSnapshot& expected)
{
    EXPECT_EQ(got.step, expected.step);
    EXPECT_EQ(got.sentence, expected.sentence);
    EXPECT_EQ(got.sourceTokens, expected.sourceTokens);
    EXPECT_EQ(got.sourceUnknown, expected.sourceUnknown);
    EXPECT_EQ(got.targetTokens, expected.targetTokens);
    EXPECT_EQ(got.weights, expected.weights);
    EXPECT_EQ(got.centres, expected.centres);
    EXPECT_EQ(got.window, expected.window);
    EXPECT_EQ(got.forced, expected.forced);
    EXPECT_TRUE(got.recorded);
    EXPECT_EQ(got.loss, expected.loss);
}

std::uint64_t saveModel(RunWriter& writer, int value, bool best, std::size_t rows)
{
    const std::vector<float> matrix(rows * 32, static_cast<float>(value));
    const std::vector<float> bias(7, static_cast<float>(value));
    const std::vector<TensorEntry> tensors{{"matrix", {static_cast<std::int64_t>(rows), 32}, matrix},
                                           {"bias", {7}, bias}};
    return writer.saveCheckpoint(tensors, {{"step", std::to_string(value)}}, best);
}

int readModel(const std::filesystem::path& file, std::size_t rows)
{
    const TensorFile model = readTensorFile(file);
    const auto value = std::stoi(model.metadata.at("step"));
    EXPECT_THAT(model.tensor("matrix", {static_cast<std::int64_t>(rows), 32}).values,
                ::testing::Each(static_cast<float>(value)));
    EXPECT_THAT(model.tensor("bias", {7}).values, ::testing::Each(static_cast<float>(value)));
    return value;
}

std::string storageFailure(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Storage) << error.what();
        EXPECT_FALSE(error.problem().where.empty()) << error.what();
        return error.what();
    }
    ADD_FAILURE() << "no error";
    return {};
}

std::string inProcess(const std::function<std::string()>& action)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        return "no pipe";
    const auto child = ::fork();
    if (child == 0) {
        std::string answer;
        try {
            if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
                answer = "the rights could not be given up";
            else
                answer = action();
        } catch (const std::exception& error) {
            answer = error.what();
        }
        const auto written = ::write(ends[1], answer.data(), answer.size());
        ::_exit(written < 0 ? 1 : 0);
    }
    ::close(ends[1]);
    std::string answer;
    std::array<char, 4096> block;
    for (ssize_t count = 0; (count = ::read(ends[0], block.data(), block.size())) > 0;)
        answer.append(block.data(), static_cast<std::size_t>(count));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? answer : "the process died";
}

std::string readAll(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

std::vector<std::string> filesIn(const std::filesystem::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace alignoscope::storage::testing
