// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"
#include "nn/matrix.h"

#include <cstdint>
#include <string>
#include <vector>

namespace alignoscope::nn {

/// How a block of rows of a parameter starts (Bahdanau et al. 2015, appendix B.1, or Glorot's variance).
enum class Start {
    Zero,         ///< biases and v_a
    One,          ///< forget gates' biases, learned factors
    Weight,       ///< N(0, 0.01²), or Glorot uniform
    Alignment,    ///< W_a and U_a: N(0, 0.001²), or Glorot uniform
    Recurrent,    ///< random orthogonal
    Embedding,    ///< N(0, 0.01²), or uniform of variance 1 / rows
    HeUniform,    ///< within ±√(6 / columns) (He et al. 2015), whatever else is chosen
    GlorotVector, ///< uniform ±sqrt(6 / (rows + rows)): how Keras starts a vector of weights, whatever the rest
};

struct StartBlock {
    Start start = Start::Zero;
    Index rows = 0;
};

/// How the forward pass uses a matrix W: not in products, as W x, or as Wᵀ x. The backward pass uses the other one.
enum class Factor { None, Weight, Transposed };

/// Where a parameter lies in the flat block; `in` shows it as a matrix.
struct Slot {
    Index offset = 0, rows = 0, cols = 0;
    Index number = 0; ///< of the entry in its layout

    template <class Scalar>
    [[nodiscard]] MatrixMap<Scalar> in(Scalar* block) const
    {
        return {block + offset, rows, cols};
    }
    template <class Scalar>
    [[nodiscard]] ConstMatrixMap<Scalar> in(const Scalar* block) const
    {
        return {block + offset, rows, cols};
    }
};

/// The parameters of a model in one flat block, so that clipping and updating are one pass. Every parameter starts at
/// a multiple of 16 numbers (64 bytes in float).
class ParameterLayout {
public:
    struct Entry {
        std::string name; ///< as in a checkpoint
        Slot slot;
        std::vector<StartBlock> blocks; ///< from the first row down
        Factor factor = Factor::None;
    };

    Slot add(std::string name, Index cols, std::vector<StartBlock> blocks, Factor factor = Factor::None);
    [[nodiscard]] Index size() const { return m_size; } ///< numbers in the block, gaps included
    [[nodiscard]] Index parameters() const;             ///< numbers that are learnt
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries;
    Index m_size = 0;
};

/// Fills a block; the same seed gives the same numbers on every machine. Gaps become zero.
template <class Scalar>
void initialize(const ParameterLayout& layout, Initialization kind, std::uint64_t seed, Scalar* block);

} // namespace alignoscope::nn
