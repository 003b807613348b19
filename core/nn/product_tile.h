// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/matrix.h"

#include <algorithm>
#include <limits>

namespace alignoscope::nn {

/// Rows of a panel: one AVX-512 register of floats, two of AVX, four of SSE.
constexpr Index panelRows = 16;

/// Panels that lie `stride` numbers apart; in each, row i of column p is at [16 p + i].
template <class Scalar>
struct LeftFactor {
    const Scalar* data;
    Index stride;
};

/// Row p of column j is at data[p · row + j · column]; where rows come in strips of `strip`, each strip begins
/// `stripStride` numbers after the one before.
template <class Scalar>
struct RightFactor {
    const Scalar* data;
    Index row, column;
    Index strip = std::numeric_limits<Index>::max(), stripStride = 0;
};

/// A small piece of a product that stays in the registers while it is summed up. A call of `run` does `panels` × 16
/// rows
/// (`tallPanels` of a single column) and at most `columns` columns; what becomes of the sums is `finish`'s affair:
/// finish(row, column, sums) is called for every register.
template <class Scalar>
class ProductTile {
public:
    using Packet = typename Eigen::internal::packet_traits<Scalar>::type;
    static constexpr Index lanes = Eigen::internal::unpacket_traits<Packet>::size;
    static constexpr Index packets = panelRows / lanes; ///< of a panel
    /// So that sums, left factor and one number of the right factor fit the 32 or 16 registers.
    static constexpr Index panels = lanes >= 16 ? 2 : 1;
    static constexpr Index columns = lanes >= 16 ? 8 : lanes == 8 ? 6 : 2;
    /// For a single column, where only more rows keep the multipliers busy: what a translation reads.
    static constexpr Index tallPanels = std::max<Index>(panels, 8 / packets);
    static Index panelsFor(Index columnCount) { return columnCount == 1 ? tallPanels : panels; }

    template <class Finish>
    static void run(Index panelCount, Index columnCount, Index depth, LeftFactor<Scalar> left,
                    RightFactor<Scalar> right, const Finish& finish)
    {
        if (tallPanels > panels && panelCount == tallPanels)
            sum<tallPanels, 1>(depth, left, right, finish);
        else if (panels == 2 && panelCount >= 2)
            choose<panels, columns>(columnCount, depth, left, right, finish);
        else
            choose<1, columns>(columnCount, depth, left, right, finish);
    }

private:
    template <Index R, Index C, class Finish>
    static void choose(Index columnCount, Index depth, LeftFactor<Scalar> left, RightFactor<Scalar> right,
                       const Finish& finish)
    {
        if (columnCount == C)
            sum<R, C>(depth, left, right, finish);
        else if constexpr (C > 1)
            choose<R, C - 1>(columnCount, depth, left, right, finish);
    }

    template <Index R, Index C, class Finish>
    static void sum(Index depth, LeftFactor<Scalar> left, RightFactor<Scalar> right, const Finish& finish)
    {
        using namespace Eigen::internal;
        constexpr Index height = R * packets;
        Packet sums[C][height];
        for (Index j = 0; j < C; ++j)
            for (Index i = 0; i < height; ++i)
                sums[j][i] = pset1<Packet>(Scalar(0));
        const Scalar* a = left.data;
        for (const Scalar* strip = right.data; depth > 0; depth -= right.strip, strip += right.stripStride) {
            const Scalar* b = strip;
            for (Index p = std::min(depth, right.strip); p > 0; --p, a += panelRows, b += right.row) {
                Packet rows[height];
#pragma GCC unroll 16
                for (Index i = 0; i < height; ++i)
                    rows[i] = ploadu<Packet>(a + i / packets * left.stride + i % packets * lanes);
#pragma GCC unroll 16
                for (Index j = 0; j < C; ++j) {
                    const Packet number = pset1<Packet>(b[j * right.column]);
#pragma GCC unroll 16
                    for (Index i = 0; i < height; ++i)
                        sums[j][i] = pmadd(rows[i], number, sums[j][i]);
                }
            }
        }
#pragma GCC unroll 16
        for (Index j = 0; j < C; ++j)
#pragma GCC unroll 16
            for (Index i = 0; i < height; ++i)
                finish(i * lanes, j, sums[j][i]);
    }
};

/// Finishes a tile by writing it, or adding it, to a column-major matrix of which `rows` rows are left.
template <class Scalar>
struct StoreTile {
    Scalar* out;
    Index stride, rows;
    bool add;

    template <class Packet>
    void operator()(Index row, Index column, const Packet& sums) const
    {
        using namespace Eigen::internal;
        constexpr Index lanes = unpacket_traits<Packet>::size;
        Scalar* at = out + row + column * stride;
        if (row + lanes <= rows) {
            pstoreu(at, add ? padd(ploadu<Packet>(at), sums) : sums);
            return;
        }
        Scalar numbers[lanes];
        pstoreu(numbers, sums);
        for (Index i = 0; row + i < rows; ++i)
            at[i] = add ? at[i] + numbers[i] : numbers[i];
    }
};

} // namespace alignoscope::nn
