// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/api.h"
#include "alignoscope/options.h"
#include "alignoscope/progress.h"

#include <cstdint>
#include <string>
#include <vector>

// How fast this build is on this machine, measured on made-up sentences and models that were never trained. Every
// function blocks for about `seconds` a figure, may be called on any thread, one at a time, and throws
// Error(Cancelled), or Error(Usage) on impossible settings.
namespace alignoscope {

/// The encoder-decoder with embeddings, GRUs and alignment model of one size, for 5,894 and 6,430 words.
struct BenchmarkSize {
    std::string name;
    int hidden = 0;
};
/// S 128, M 256, L 512.
ALIGNOSCOPE_API const std::vector<BenchmarkSize>& benchmarkSizes();

struct BenchmarkSettings {
    double seconds = 1; ///< spent on a figure, at least; less than three repetitions are never
    int threads = 0;    ///< 0: as many as the processor has
};
/// The number of threads that the settings stand for.
ALIGNOSCOPE_API int benchmarkThreads(const BenchmarkSettings& settings);

/// Of large square matrices: what the others are measured against. 1 GFLOP: 10⁹ additions and multiplications.
struct BestProduct {
    double oneThread = 0;  ///< GFLOP a second
    double allThreads = 0; ///< all threads together, each with matrices of its own
};
ALIGNOSCOPE_API BestProduct benchmarkBestProduct(const BenchmarkSettings& settings, const Progress& progress = {});

/// rows × inner times inner × columns, on one thread.
struct ProductFigure {
    std::string name; ///< where the model has it: "output layer"
    std::int64_t rows = 0, inner = 0, columns = 0;
    double gigaflops = 0; ///< a second
};
ALIGNOSCOPE_API std::vector<ProductFigure>
benchmarkProducts(const BenchmarkSize& size, const BenchmarkSettings& settings, const Progress& progress = {});

/// Whole updates: gradient of 64 pairs, clipping, Adam.
struct TrainingFigure {
    int threads = 0;
    int pairs = 0;                    ///< of an update
    std::int64_t parameters = 0;      ///< numbers learnt
    double targetTokensPerSecond = 0; ///< end of sentence included
    double millisecondsPerUpdate = 0;
};
ALIGNOSCOPE_API TrainingFigure benchmarkTraining(const BenchmarkSize& size, const BenchmarkSettings& settings,
                                                 const Progress& progress = {});

/// A recurrent encoder-decoder by what it is made of; what its options say of sizes does not count.
struct BenchmarkModel {
    std::string name;
    ModelOptions options;
};
/// Every kind of attention as it is chosen; then the default kind with LSTMs, and with Luong's decoder without and with
/// input feeding.
ALIGNOSCOPE_API const std::vector<BenchmarkModel>& benchmarkModels();
/// Whole updates of one of them, its embeddings and layers of that size.
ALIGNOSCOPE_API TrainingFigure benchmarkTraining(const BenchmarkModel& model, const BenchmarkSize& size,
                                                 const BenchmarkSettings& settings, const Progress& progress = {});

/// Translations of fixed length, so that parameters do not decide how much there is to do.
struct DecodingFigure {
    int sourceTokens = 0, targetTokens = 0; ///< of every sentence
    double greedyMilliseconds = 0;          ///< of one sentence
    double beam5Milliseconds = 0;           ///< of one sentence
    int batchSentences = 0;
    double batchSentencesPerSecond = 0; ///< greedily, many together
};
ALIGNOSCOPE_API DecodingFigure benchmarkDecoding(const BenchmarkSize& size, const BenchmarkSettings& settings,
                                                 const Progress& progress = {});

/// The default built-in corpus, with all cores.
struct CorpusFigure {
    std::string corpus;
    std::int64_t pairs = 0;
    double readMilliseconds = 0;    ///< made, as text
    double datasetMilliseconds = 0; ///< tokenised, counted, numbered
};
ALIGNOSCOPE_API CorpusFigure benchmarkCorpus(const BenchmarkSettings& settings, const Progress& progress = {});

} // namespace alignoscope
