// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmark/made_up.h"
#include "benchmark/repetitions.h"
#include "nn/product.h"
#include "nn/thread_team.h"

#include <algorithm>

namespace alignoscope {

namespace {

using nn::Index;

/// Matrices of one product, made once and multiplied again and again as the engine does it.
class Factors {
public:
    Factors(Index rows, Index inner, Index columns)
        : m_right(nn::Matrix<float>::Random(inner, columns)), m_result(rows, columns)
    {
        m_left.pack(nn::Matrix<float>::Random(rows, inner));
    }
    void multiply() { nn::multiply(m_left, m_right, m_result); }

private:
    nn::Panels<float> m_left;
    nn::Matrix<float> m_right, m_result;
};

double operations(Index rows, Index inner, Index columns)
{
    return 2e-9 * static_cast<double>(rows) * static_cast<double>(inner) * static_cast<double>(columns);
}

double bestOn(int threads, const BenchmarkSettings& settings, const Progress& progress)
{
    constexpr Index side = 768;
    nn::ThreadTeam team(threads);
    std::vector<Factors> factors;
    for (int part = 0; part < threads; ++part)
        factors.emplace_back(side, side, side);
    const auto work = [&](int part) { factors[static_cast<std::size_t>(part)].multiply(); };
    const auto calls = benchmark::secondsOfCalls(settings, progress, [&] { team.run(work); });
    return threads * operations(side, side, side) / *std::ranges::min_element(calls);
}

} // namespace

BestProduct benchmarkBestProduct(const BenchmarkSettings& settings, const Progress& progress)
{
    benchmark::check(settings);
    const int threads = benchmarkThreads(settings);
    BestProduct best;
    best.oneThread = bestOn(1, settings, progress);
    best.allThreads = threads == 1 ? best.oneThread : bestOn(threads, settings, progress);
    return best;
}

std::vector<ProductFigure> benchmarkProducts(const BenchmarkSize& size, const BenchmarkSettings& settings,
                                             const Progress& progress)
{
    constexpr std::int64_t sentences = 64, tokens = sentences * 13, distinct = 300;
    const std::int64_t n = size.hidden;
    std::vector<ProductFigure> products = {
        {"gates of a GRU step", 2 * n, n, sentences, 0},
        {"context into the decoder", 3 * n, 2 * n, sentences, 0},
        {"distinct words into the encoder", 3 * n, n, distinct, 0},
        {"annotations into the alignment model", n, 2 * n, tokens, 0},
        {"output layer", benchmark::targetWords, std::max<std::int64_t>(1, n / 2), tokens, 0},
    };
    for (ProductFigure& product : products) {
        Factors factors(product.rows, product.inner, product.columns);
        const double seconds = benchmark::medianSeconds(settings, progress, [&] { factors.multiply(); });
        product.gigaflops = operations(product.rows, product.inner, product.columns) / seconds;
    }
    return products;
}

} // namespace alignoscope
