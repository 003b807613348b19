// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/distinct_words.h"
#include "nn/parameters.h"

#include <algorithm>
#include <span>
#include <vector>

namespace alignoscope::training {

/// The gradient of a flat block of parameters. Word tables are the largest of them and a batch reads few of their
/// columns, so their gradient is kept for those alone; that of all others is zero.
struct Gradient {
    struct Table {
        nn::Slot slot;
        nn::DistinctWords words;
        nn::Buffer<float> columns; ///< a column a distinct word
        std::vector<float> zeros;  ///< that of any other word
    };
    std::span<const float> block; ///< everything else; where a table lies it has no meaning
    std::vector<Table> tables;    ///< in the order of the block

    /// Calls work(first, numbers, count) for pieces that make up [begin, end).
    template <class Work>
    void forPieces(std::size_t begin, std::size_t end, const Work& work) const
    {
        for (const Table& table : tables) {
            const auto offset = static_cast<std::size_t>(table.slot.offset);
            const std::size_t tableEnd = offset + static_cast<std::size_t>(table.slot.rows * table.slot.cols);
            if (begin < std::min(end, offset))
                work(begin, block.data() + begin, std::min(end, offset) - begin);
            begin = std::max(begin, offset);
            const auto rows = static_cast<std::size_t>(table.slot.rows);
            for (; begin < std::min(end, tableEnd);) {
                const std::size_t word = (begin - offset) / rows, inside = (begin - offset) % rows;
                const std::size_t count = std::min(rows - inside, end - begin);
                work(begin, column(table, static_cast<std::int32_t>(word)) + inside, count);
                begin += count;
            }
        }
        if (begin < end)
            work(begin, block.data() + begin, end - begin);
    }

private:
    static const float* column(const Table& table, std::int32_t word)
    {
        const nn::Index place = table.words.find(word);
        return place < 0 ? table.zeros.data() : table.columns.map().col(place).data();
    }
};

} // namespace alignoscope::training
