// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace alignoscope::bench {

struct WriteOptions {
    std::filesystem::path folder;
    std::vector<std::string> corpus; ///< as on the program's command line
    std::vector<std::string> test;   ///< sentences to be translated; empty: the last of the corpus, kept from training
    int hidden = 256;                ///< embedding and alignment model are as large
    int maxout = 0;                  ///< 0: half of hidden
    int minCount = 2;
    bool lowercase = false;
    int batch = 64;
    int sentences = 1000;
    std::string initialization = "glorot";
    std::uint64_t seed = 1;
};
/// The exchange folder of exchange.h. Says its sizes.
nlohmann::json writeFolder(const WriteOptions& options);

struct TrainOptions {
    std::filesystem::path folder;
    int threads = 1;
    int warmup = 20; ///< updates before the clock starts
    int updates = 40;
    std::filesystem::path save; ///< where the parameters go afterwards; empty: nowhere
};
/// Updates as training does them: gradient, clipping at 1, Adam at 0.001, no dropout.
nlohmann::json timeTraining(const TrainOptions& options);

struct DecodeOptions {
    std::filesystem::path folder;
    std::filesystem::path parameters; ///< empty: the initial ones
    int threads = 1;
    int repetitions = 100; ///< of the one sentence
};
/// Translations of set lengths, EOS forbidden, so that parameters do not decide how much work there is.
nlohmann::json timeDecoding(const DecodeOptions& options);

} // namespace alignoscope::bench
