// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/choices.h"
#include "app/commands/command.h"
#include "app/commands/drawing_rate.h"
#include "app/commands/interruption.h"
#include "app/commands/progress_line.h"
#include "app/exit_status.h"

#include "alignoscope/benchmark.h"
#include "alignoscope/build_info.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <set>

namespace alignoscope::commands {
namespace {

using Json = nlohmann::ordered_json;

struct BenchArguments {
    BenchmarkSettings settings;
    std::vector<std::string> sizes;
};

std::vector<std::string> sizeNames()
{
    std::vector<std::string> names;
    for (const BenchmarkSize& size : benchmarkSizes())
        names.push_back(size.name);
    return names;
}

/// All figures, one after the other, and the progress of the whole.
class Measurement {
public:
    Measurement(const BenchArguments& arguments, std::stop_token stop)
        : m_settings(arguments.settings), m_threads(benchmarkThreads(m_settings)), m_progress{{}, std::move(stop)}
    {
        for (const BenchmarkSize& size : benchmarkSizes()) {
            if (std::ranges::find(arguments.sizes, size.name) != arguments.sizes.end())
                m_sizes.push_back(size);
        }
    }

    Json run()
    {
        m_line.say(fmt::format("measuring on {} thread(s), {}; each figure takes {} s or more", m_threads,
                               instructionSet(), m_settings.seconds));
        Json json = {
            {"instruction_set", instructionSet()}, {"threads", m_threads}, {"seconds_per_figure", m_settings.seconds}};
        next("products");
        m_best = benchmarkBestProduct(m_settings, m_progress);
        json["best_product"] = {{"gflops_one_thread", m_best.oneThread}, {"gflops_all_threads", m_best.allThreads}};
        json["sizes"] = Json::array();
        for (const BenchmarkSize& size : m_sizes)
            json["sizes"].push_back(measured(size));
        json["models"] = models();
        next("corpus");
        json["corpus"] = corpus();
        next("drawing");
        json["drawing"] = drawing();
        return json;
    }

private:
    void next(const std::string& what)
    {
        const auto parts = static_cast<double>(3 + 3 * m_sizes.size() + benchmarkModels().size());
        m_line.show("measuring", m_done++ / parts, what);
    }

    Json measured(const BenchmarkSize& size)
    {
        Json json = {{"size", size.name}, {"hidden", size.hidden}};
        next(size.name + ": products");
        Json products = Json::array();
        for (const ProductFigure& product : benchmarkProducts(size, m_settings, m_progress))
            products.push_back({{"product", product.name},
                                {"rows", product.rows},
                                {"inner", product.inner},
                                {"columns", product.columns},
                                {"gflops", product.gigaflops},
                                {"share_of_best", product.gigaflops / m_best.oneThread}});
        next(size.name + ": training");
        Json training = Json::array();
        for (const int threads : std::set{1, m_threads}) {
            BenchmarkSettings settings = m_settings;
            settings.threads = threads;
            const TrainingFigure figure = benchmarkTraining(size, settings, m_progress);
            json["parameters"] = figure.parameters;
            training.push_back({{"threads", figure.threads},
                                {"pairs_per_update", figure.pairs},
                                {"milliseconds_per_update", figure.millisecondsPerUpdate},
                                {"target_tokens_per_second", figure.targetTokensPerSecond}});
        }
        next(size.name + ": decoding");
        json["products"] = products;
        json["training"] = training;
        json["decoding"] = decoding(size);
        return json;
    }

    Json decoding(const BenchmarkSize& size) const
    {
        const DecodingFigure figure = benchmarkDecoding(size, m_settings, m_progress);
        return {{"source_tokens", figure.sourceTokens},
                {"target_tokens", figure.targetTokens},
                {"greedy_milliseconds", figure.greedyMilliseconds},
                {"beam5_milliseconds", figure.beam5Milliseconds},
                {"batch_sentences", figure.batchSentences},
                {"batch_greedy_sentences_per_second", figure.batchSentencesPerSecond}};
    }

    /// The family, in the first of the sizes.
    Json models()
    {
        Json models = Json::array();
        for (const BenchmarkModel& model : benchmarkModels()) {
            next(model.name);
            const TrainingFigure figure = benchmarkTraining(model, m_sizes.front(), m_settings, m_progress);
            models.push_back({{"model", model.name},
                              {"size", m_sizes.front().name},
                              {"parameters", figure.parameters},
                              {"milliseconds_per_update", figure.millisecondsPerUpdate},
                              {"target_tokens_per_second", figure.targetTokensPerSecond}});
        }
        return models;
    }

    Json corpus() const
    {
        const CorpusFigure figure = benchmarkCorpus(m_settings, m_progress);
        return {{"corpus", figure.corpus},
                {"pairs", figure.pairs},
                {"read_milliseconds", figure.readMilliseconds},
                {"dataset_milliseconds", figure.datasetMilliseconds}};
    }

    Json drawing() const
    {
        const DrawingFigure figure = benchmarkDrawing(m_settings.seconds, m_progress.stop);
        return {{"source_tokens", figure.tokens},
                {"target_tokens", figure.tokens},
                {"width_pixels", figure.width},
                {"height_pixels", figure.height},
                {"redraw_milliseconds", figure.medianMilliseconds},
                {"redraw_milliseconds_p99", figure.p99Milliseconds}};
    }

    BenchmarkSettings m_settings;
    int m_threads;
    Progress m_progress;
    ProgressLine m_line;
    std::vector<BenchmarkSize> m_sizes;
    BestProduct m_best;
    int m_done = 0;
};

int bench(const BenchArguments& arguments)
{
    Interruption interruption; // before the first thread
    std::cout << Measurement(arguments, interruption.token()).run().dump(2) << '\n';
    return exit_status::done;
}

} // namespace

void addBench(CLI::App& program, Action& chosen)
{
    auto* command = program.add_subcommand("bench", "measure this machine: products, training, decoding, drawing");
    auto arguments = std::make_shared<BenchArguments>();
    arguments->sizes = sizeNames();
    command->add_option("--threads", arguments->settings.threads, "0: as many as the processor has")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->add_option("--seconds", arguments->settings.seconds, "Spent on every figure, at least")
        ->check(positive())
        ->check(CLI::Range(0.0, 3600.0))
        ->capture_default_str();
    command->add_option("--sizes", arguments->sizes, "Of the model, separated by commas")
        ->delimiter(',')
        ->check(CLI::IsMember(sizeNames()))
        ->capture_default_str();
    command->callback([arguments, &chosen] { chosen = [arguments] { return bench(*arguments); }; });
}

} // namespace alignoscope::commands
