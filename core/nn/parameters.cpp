// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nn/parameters.h"

#include "nn/random.h"

#include <Eigen/QR>

#include <cmath>
#include <utility>

namespace alignoscope::nn {

Slot ParameterLayout::add(std::string name, Index cols, std::vector<StartBlock> blocks, Factor factor)
{
    Index rows = 0;
    for (const StartBlock& block : blocks)
        rows += block.rows;
    const Slot slot{m_size, rows, cols, static_cast<Index>(m_entries.size())};
    m_size += (rows * cols + 15) / 16 * 16;
    m_entries.push_back({std::move(name), slot, std::move(blocks), factor});
    return slot;
}

Index ParameterLayout::parameters() const
{
    Index count = 0;
    for (const Entry& entry : m_entries)
        count += entry.slot.rows * entry.slot.cols;
    return count;
}

namespace {

Matrix<double> normal(Index rows, Index cols, double deviation, Random& random)
{
    return Matrix<double>::NullaryExpr(rows, cols, [&](Index, Index) { return deviation * random.normal(); });
}

Matrix<double> uniform(Index rows, Index cols, double bound, Random& random)
{
    return Matrix<double>::NullaryExpr(rows, cols, [&](Index, Index) { return bound * (2 * random.uniform() - 1); });
}

/// Q of a Gaussian matrix, its columns' signs fixed by R's diagonal, which makes Q uniform over orthogonal matrices.
Matrix<double> orthogonal(Index rows, Index cols, Random& random)
{
    const Index size = std::max(rows, cols);
    const Eigen::HouseholderQR<Matrix<double>> qr(normal(size, size, 1, random));
    Matrix<double> q = qr.householderQ();
    for (Index i = 0; i < size; ++i)
        if (qr.matrixQR()(i, i) < 0)
            q.col(i) = -q.col(i);
    return q.topLeftCorner(rows, cols);
}

Matrix<double> startValues(Start start, Index rows, Index cols, Initialization kind, Random& random)
{
    const bool paper = kind == Initialization::Paper;
    const double glorot = std::sqrt(6.0 / static_cast<double>(rows + cols));
    switch (start) {
    case Start::Zero:
        break;
    case Start::One:
        return Matrix<double>::Ones(rows, cols);
    case Start::Weight:
        return paper ? normal(rows, cols, 0.01, random) : uniform(rows, cols, glorot, random);
    case Start::Alignment:
        return paper ? normal(rows, cols, 0.001, random) : uniform(rows, cols, glorot, random);
    case Start::Recurrent:
        return orthogonal(rows, cols, random);
    case Start::Embedding:
        return paper ? normal(rows, cols, 0.01, random)
                     : uniform(rows, cols, std::sqrt(3.0 / static_cast<double>(rows)), random);
    case Start::HeUniform:
        return uniform(rows, cols, std::sqrt(6.0 / static_cast<double>(cols)), random);
    case Start::GlorotVector:
        return uniform(rows, cols, std::sqrt(3.0 / static_cast<double>(rows)), random);
    }
    return Matrix<double>::Zero(rows, cols);
}

} // namespace

template <class Scalar>
void initialize(const ParameterLayout& layout, Initialization kind, std::uint64_t seed, Scalar* block)
{
    std::fill(block, block + layout.size(), Scalar(0));
    Random random(seed);
    for (const ParameterLayout::Entry& entry : layout.entries()) {
        auto parameter = entry.slot.in(block);
        Index row = 0;
        for (const StartBlock& part : entry.blocks) {
            parameter.middleRows(row, part.rows) =
                startValues(part.start, part.rows, entry.slot.cols, kind, random).template cast<Scalar>();
            row += part.rows;
        }
    }
}

template void initialize<float>(const ParameterLayout&, Initialization, std::uint64_t, float*);
template void initialize<double>(const ParameterLayout&, Initialization, std::uint64_t, double*);

} // namespace alignoscope::nn
