// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_side.h"

#include "alignoscope/error.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

// The engine's side of the comparison with PyTorch; compare.py runs it.
int main(int argc, char** argv)
{
    using namespace alignoscope;
    CLI::App app("The engine's side of the comparison with PyTorch");
    app.require_subcommand(1);
    nlohmann::json result;

    bench::WriteOptions writing;
    auto* write = app.add_subcommand("write", "write what both sides work on");
    write->add_option("folder", writing.folder)->required();
    write->add_option("corpus", writing.corpus, "one file, two files or builtin:NAME")->required()->expected(1, 2);
    write->add_option("--test", writing.test, "sentences to be translated")->expected(1, 2);
    write->add_option("--hidden", writing.hidden);
    write->add_option("--maxout", writing.maxout, "0: half of hidden");
    write->add_option("--min-count", writing.minCount);
    write->add_flag("--lowercase", writing.lowercase);
    write->add_option("--batch", writing.batch);
    write->add_option("--sentences", writing.sentences);
    write->add_option("--init", writing.initialization)->check(CLI::IsMember({"glorot", "paper"}));
    write->add_option("--seed", writing.seed);
    write->callback([&] { result = bench::writeFolder(writing); });

    bench::TrainOptions training;
    auto* train = app.add_subcommand("train", "time updates");
    train->add_option("folder", training.folder)->required();
    train->add_option("--threads", training.threads);
    train->add_option("--warmup", training.warmup);
    train->add_option("--updates", training.updates);
    train->add_option("--save", training.save, "write the parameters afterwards");
    train->callback([&] { result = bench::timeTraining(training); });

    bench::DecodeOptions decoding;
    auto* decode = app.add_subcommand("decode", "time translation");
    decode->add_option("folder", decoding.folder)->required();
    decode->add_option("--parameters", decoding.parameters, "instead of the initial ones");
    decode->add_option("--threads", decoding.threads);
    decode->add_option("--repetitions", decoding.repetitions);
    decode->callback([&] { result = bench::timeDecoding(decoding); });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error);
    } catch (const Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    std::cout << result.dump() << '\n';
}
