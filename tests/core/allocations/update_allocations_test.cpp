// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_model.h"
#include "core/allocations/allocation_counter.h"
#include "training/optimizer.h"
#include "training/parallel_gradient.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <new>
#include <numeric>
#include <sys/mman.h>
#include <thread>

namespace alignoscope::testing {
namespace {

TEST(Counter, CountsWhateverTakesMemory)
{
    void* volatile kept = nullptr; // or the compiler would leave the pair out
    const auto countOf = [&kept](const auto& take, const auto& give) {
        const Allocations found = allocationsDuring([&] { kept = take(); });
        give(kept);
        return found;
    };
    EXPECT_EQ(countOf([] { return std::malloc(10); }, std::free), 1);
    EXPECT_EQ(countOf([] { return std::calloc(10, 10); }, std::free), 1);
    EXPECT_EQ(countOf([] { return std::realloc(nullptr, 10); }, std::free), 1);
    EXPECT_EQ(countOf([] { return std::aligned_alloc(64, 64); }, std::free), 1);
    EXPECT_EQ(countOf([] { return ::operator new(10); }, [](void* memory) { ::operator delete(memory); }), 1);
    EXPECT_EQ(countOf([] { return mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); },
                      [](void* memory) { munmap(memory, 4096); }),
              1);
    EXPECT_EQ(countOf([] { return nullptr; }, [](void*) {}), 0);
    EXPECT_GT(allocationsDuring([] { std::jthread([] { std::free(std::malloc(10)); }); }).count, 1);
}

TEST(Counter, KnowsWhatIsInUse)
{
    const std::int64_t before = liveBytes();
    auto block = std::make_unique<std::array<char, 100000>>();
    EXPECT_GE(liveBytes(), before + 100000);
    block.reset();
    EXPECT_EQ(liveBytes(), before);
}

/// Updates as training does them, with everything they hold.
class Updates {
public:
    Updates(nn::Index hidden, nn::Index words, int threads, double dropout, double smoothing)
        : m_model(hidden, words), m_team(threads), m_gradient(m_model.network, m_team),
          m_adam(OptimizerKind::Adam, m_model.parameters.size()), m_dropout(dropout), m_smoothing(smoothing)
    {
    }

    /// Sentences are the longer the higher the batch.
    static constexpr std::uint32_t batches = 10;
    void update(std::uint32_t batch)
    {
        std::iota(m_batch.begin(), m_batch.end(), batch * 64);
        const auto plan = models::DropoutPlan::of(m_dropout, 1, m_adam.updates());
        const auto result = m_gradient.compute(m_model.weights, m_model.pairs, m_batch, plan, m_smoothing);
        const double scale = std::min(1.0, 1 / result.norm);
        m_adam.update(m_model.parameters, m_gradient.gradient(), static_cast<float>(scale), 1e-3, m_team);
        training::packWeights(m_model.weights, m_team);
    }

private:
    bench::BenchModel m_model;
    nn::ThreadTeam m_team;
    training::ParallelGradient m_gradient;
    training::Optimizer m_adam;
    double m_dropout, m_smoothing;
    std::array<std::uint32_t, 64> m_batch{};
};

struct Case {
    nn::Index hidden, words;
    int threads;
    double dropout, smoothing;
};

std::ostream& operator<<(std::ostream& out, const Case& one)
{
    return out << "hidden " << one.hidden << ", words " << one.words << ", threads " << one.threads << ", dropout "
               << one.dropout << ", smoothing " << one.smoothing;
}

class UpdateAllocations : public ::testing::TestWithParam<Case> {
protected:
    Updates m_updates{GetParam().hidden, GetParam().words, GetParam().threads, GetParam().dropout,
                      GetParam().smoothing};

    void expectNoneInAnyBatch()
    {
        for (std::uint32_t batch = 0; batch < Updates::batches; ++batch)
            EXPECT_EQ(allocationsDuring([&] { m_updates.update(batch); }), 0) << "batch " << batch;
    }
};

TEST_P(UpdateAllocations, NoneInTheSecondEpoch)
{
    for (std::uint32_t batch = 0; batch < Updates::batches; ++batch)
        m_updates.update(batch);
    expectNoneInAnyBatch();
}

TEST_P(UpdateAllocations, NoneOnceTheLargestBatchWasSeen)
{
    m_updates.update(Updates::batches - 1);
    expectNoneInAnyBatch();
}

INSTANTIATE_TEST_SUITE_P(Sizes, UpdateAllocations,
                         ::testing::Values(Case{41, 333, 1, 0, 0}, Case{41, 333, 2, 0.2, 0.1}, Case{128, 2000, 1, 0, 0},
                                           Case{128, 2000, 2, 0, 0}, Case{128, 2000, 2, 0.2, 0},
                                           Case{128, 2000, 2, 0, 0.1}, Case{128, 2000, 1, 0.2, 0.1}));

TEST(Memory, IsFlatInTheNumberOfUpdates)
{
    for (const int threads : {1, 2}) {
        Updates updates(24, 300, threads, 0.1, 0.1);
        std::uint32_t turn = 0;
        const auto run = [&](int number) {
            for (int i = 0; i < number; ++i)
                updates.update(turn++ % Updates::batches);
            return liveBytes();
        };
        const std::int64_t after50 = run(50);
        EXPECT_EQ(run(150), after50) << threads << " threads";
    }
}

} // namespace
} // namespace alignoscope::testing
