// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/page_memory.h"

#include <Eigen/Core>

#include <cstddef>
#include <vector>

/// Letters and shapes of every layer are in core/README.md. Matrices are column-major: a column is a token (or a
/// sentence), a row is a unit.
namespace alignoscope::nn {

using Eigen::Index;

template <class Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
template <class Scalar>
using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;
template <class Scalar>
using MatrixMap = Eigen::Map<Matrix<Scalar>>;
template <class Scalar>
using ConstMatrixMap = Eigen::Map<const Matrix<Scalar>>;
template <class Scalar>
using MatrixRef = Eigen::Ref<Matrix<Scalar>>;
template <class Scalar>
using ConstMatrixRef = Eigen::Ref<const Matrix<Scalar>>;

/// A matrix whose memory only ever grows: after the largest batch has been seen an update allocates nothing.
template <class Scalar>
class Buffer {
public:
    /// Gives the buffer a shape; what it held is lost.
    MatrixMap<Scalar> shape(Index rows, Index cols)
    {
        const auto wanted = static_cast<std::size_t>(rows * cols);
        if (m_values.size() < wanted) {
            m_values = {}; // what it held is lost anyway, and need not be there twice
            m_values.resize(wanted);
        }
        m_rows = rows;
        m_cols = cols;
        return map();
    }
    MatrixMap<Scalar> zeros(Index rows, Index cols)
    {
        auto all = shape(rows, cols);
        all.setZero();
        return all;
    }
    MatrixMap<Scalar> map() { return {m_values.data(), m_rows, m_cols}; }
    ConstMatrixMap<Scalar> map() const { return {m_values.data(), m_rows, m_cols}; }

private:
    std::vector<Scalar, PageAllocator<Scalar>> m_values;
    Index m_rows = 0, m_cols = 0;
};

} // namespace alignoscope::nn
