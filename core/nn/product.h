// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/product_tile.h"
#include "nn/thread_team.h"

#include <algorithm>

namespace alignoscope::nn {

/// A matrix laid out to be the left factor of products: panels of 16 rows, in each panel column after column. The last
/// panel is filled up with zeros. Eigen packs its left factor anew for every product; a weight of a recurrent layer is
/// the left factor at every step, so it is packed once an update.
template <class Scalar>
class Panels {
public:
    void shape(Index rows, Index cols)
    {
        m_rows = rows;
        m_cols = cols;
        m_values.shape(panelRows * cols, panels());
    }
    [[nodiscard]] Index rows() const { return m_rows; }
    [[nodiscard]] Index cols() const { return m_cols; }
    [[nodiscard]] Index panels() const { return (m_rows + panelRows - 1) / panelRows; }
    [[nodiscard]] const Scalar* panel(Index number) const
    {
        return m_values.map().data() + number * panelRows * m_cols;
    }
    Scalar* panel(Index number) { return m_values.map().data() + number * panelRows * m_cols; }

    /// Fills panels `begin` to `end` from a matrix of this shape.
    template <class Derived>
    void pack(const Eigen::MatrixBase<Derived>& matrix, Index begin, Index end)
    {
        for (Index number = begin; number < end; ++number) {
            Eigen::Map<Eigen::Matrix<Scalar, panelRows, Eigen::Dynamic>> to(panel(number), panelRows, m_cols);
            const Index first = number * panelRows, rows = std::min(panelRows, m_rows - first);
            if (rows == panelRows) {
                packWhole(matrix.derived(), first, to);
            } else {
                to.topRows(rows) = matrix.derived().middleRows(first, rows);
                to.bottomRows(panelRows - rows).setZero();
            }
        }
    }
    template <class Derived>
    void pack(const Eigen::MatrixBase<Derived>& matrix)
    {
        shape(matrix.rows(), matrix.cols());
        pack(matrix, 0, panels());
    }

private:
    template <class Derived, class To>
    static void packWhole(const Derived& matrix, Index first, To& to)
    {
        constexpr bool turned = Derived::IsRowMajor;
        Index column = 0;
        if constexpr (turned) // in squares that the compiler keeps in registers
            for (; column + panelRows <= to.cols(); column += panelRows) {
                const Eigen::Matrix<Scalar, panelRows, panelRows, Eigen::RowMajor> square =
                    matrix.template block<panelRows, panelRows>(first, column);
                to.template middleCols<panelRows>(column) = square;
            }
        to.rightCols(to.cols() - column) = matrix.template middleRows<panelRows>(first).rightCols(to.cols() - column);
    }

    Buffer<Scalar> m_values;
    Index m_rows = 0, m_cols = 0;
};

/// What products by turns need; one of them a thread.
template <class Scalar>
struct ProductScratch {
    Panels<Scalar> left;
    Buffer<Scalar> right;
};

namespace product_detail {

constexpr Index depthBlock = 256, columnBlock = 480;

/// A piece of a left factor: some of its panels, some of its columns.
template <class Scalar>
struct LeftBlock {
    const Panels<Scalar>& a;
    Index firstPanel, endPanel, firstDepth, depth;
};

/// One block of c (+)= a b. strip(j) is the right factor's part for the tile that begins at column j.
template <class Scalar, class Strip>
void block(const LeftBlock<Scalar>& left, const Strip& strip, Index cols, Scalar* c, Index stride, bool add)
{
    using Tile = ProductTile<Scalar>;
    const Panels<Scalar>& a = left.a;
    for (Index number = left.firstPanel, together = 0; number < left.endPanel; number += together) {
        const Index rest = left.endPanel - number;
        together = Tile::panelsFor(cols) <= rest ? Tile::panelsFor(cols) : std::min<Index>(Tile::panels, rest);
        const Index row = number * panelRows;
        for (Index column = 0; column < cols; column += Tile::columns)
            Tile::run(together, std::min<Index>(Tile::columns, cols - column), left.depth,
                      {a.panel(number) + left.firstDepth * panelRows, a.cols() * panelRows}, strip(column),
                      StoreTile<Scalar>{c + row + column * stride, stride, a.rows() - row, add});
    }
}

/// c (+)= a b for panels `first` to `end` of a.
template <class Scalar>
void panels(const Panels<Scalar>& a, Index first, Index end, const Scalar* b, Index bStride, Index cols, Scalar* c,
            Index stride, bool add)
{
    for (Index firstDepth = 0; firstDepth < a.cols(); firstDepth += depthBlock)
        for (Index column = 0; column < cols; column += columnBlock)
            block(
                LeftBlock<Scalar>{a, first, end, firstDepth, std::min(depthBlock, a.cols() - firstDepth)},
                [at = b + firstDepth + column * bStride, bStride](Index j) {
                    return RightFactor<Scalar>{at + j * bStride, 1, bStride};
                },
                std::min(columnBlock, cols - column), c + column * stride, stride, add || firstDepth > 0);
}

template <class Scalar>
void run(const Panels<Scalar>& a, const Scalar* b, Index bStride, Index cols, Scalar* c, Index stride, bool add,
         ThreadTeam* team)
{
    constexpr Index worthSharing = Index(1) << 15; // numbers of a
    if (!team || a.rows() * a.cols() < worthSharing)
        return panels(a, Index(0), a.panels(), b, bStride, cols, c, stride, add);
    team->run([&](int part) {
        constexpr Index together = ProductTile<Scalar>::tallPanels;
        const Index groups = (a.panels() + together - 1) / together;
        panels(a, groups * part / team->size() * together,
               std::min(a.panels(), groups * (part + 1) / team->size() * together), b, bStride, cols, c, stride, add);
    });
}

} // namespace product_detail

/// c = a b, for a column-major b and c. A team shares the rows out, to the same bits: worth it for the few columns of a
/// translation, whose products only wait for memory.
template <class Scalar, class Right, class Out>
void multiply(const Panels<Scalar>& a, const Right& b, Out&& c, ThreadTeam* team = nullptr)
{
    product_detail::run<Scalar>(a, b.data(), b.outerStride(), b.cols(), c.data(), c.outerStride(), false, team);
}

/// c += a b
template <class Scalar, class Right, class Out>
void multiplyAdd(const Panels<Scalar>& a, const Right& b, Out&& c, ThreadTeam* team = nullptr)
{
    product_detail::run<Scalar>(a, b.data(), b.outerStride(), b.cols(), c.data(), c.outerStride(), true, team);
}

/// c += a bᵀ, the gradient of a weight: a is what its output wants, b what it read; their columns are tokens.
template <class Scalar, class Left, class Right, class Out>
void multiplyTransposedAdd(const Left& a, const Right& b, Out&& c, ProductScratch<Scalar>& scratch)
{
    constexpr Index width = ProductTile<Scalar>::columns;
    scratch.left.pack(a);
    const Index depth = b.cols(), strips = (b.rows() + width - 1) / width;
    auto packed = scratch.right.shape(width * depth, strips); // as a tile reads it: `width` rows of b side by side
    for (Index strip = 0; strip < strips; ++strip) {
        const Index rows = std::min(width, b.rows() - strip * width);
        MatrixMap<Scalar> to(packed.col(strip).data(), width, depth);
        if (rows == width)
            to = b.template middleRows<width>(strip * width);
        else
            to.topRows(rows) = b.middleRows(strip * width, rows);
    }
    for (Index first = 0; first < depth; first += product_detail::depthBlock)
        product_detail::block(
            product_detail::LeftBlock<Scalar>{scratch.left, 0, scratch.left.panels(), first,
                                              std::min(product_detail::depthBlock, depth - first)},
            [&](Index column) {
                return RightFactor<Scalar>{packed.data() + column * depth + first * width, width, 1};
            },
            b.rows(), c.data(), c.outerStride(), true);
}

} // namespace alignoscope::nn
