// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/flush_denormals.h"
#include "nn/matrix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace alignoscope::nn {
namespace {

TEST(PageMemory, IsAlignedAndAllThere)
{
    for (const std::size_t bytes :
         {std::size_t(1), std::size_t(64), std::size_t(4) << 20, (std::size_t(5) << 20) + 3}) {
        auto* memory = static_cast<unsigned char*>(allocatePages(bytes));
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(memory) % 64, 0U);
        std::fill_n(memory, bytes, static_cast<unsigned char>(9));
        EXPECT_EQ(memory[bytes - 1], 9);
        freePages(memory, bytes);
    }
}

TEST(PageMemory, ZeroPagesAreZero)
{
    for (const std::size_t numbers : {std::size_t(100), std::size_t(1) << 20}) {
        const ZeroPages pages(numbers);
        EXPECT_TRUE(std::all_of(pages.data(), pages.data() + numbers, [](float value) { return value == 0; }));
    }
}

TEST(Buffer, KeepsItsMemoryUntilItMustGrow)
{
    Buffer<float> buffer;
    const float* first = buffer.shape(1000, 1000).data();
    EXPECT_EQ(buffer.shape(10, 20).data(), first);
    EXPECT_EQ(buffer.shape(500, 2000).data(), first);
    EXPECT_TRUE((buffer.zeros(300, 7).array() == 0).all());
    EXPECT_EQ(buffer.map().cols(), 7);
}

TEST(FlushDenormals, LastsAsLongAsItLives)
{
#ifdef __SSE__
    volatile float tiny = std::numeric_limits<float>::min();
    {
        const FlushDenormals flush;
        volatile float half = tiny * 0.5F;
        EXPECT_EQ(half, 0.0F);
    }
    volatile float half = tiny * 0.5F;
    EXPECT_GT(half, 0.0F);
#endif
}

} // namespace
} // namespace alignoscope::nn
