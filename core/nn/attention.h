// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_kinds.h"
#include "nn/dropout.h"
#include "nn/weights.h"

#include <memory>
#include <string>
#include <vector>

namespace alignoscope::nn {

/// What a kind is made for.
struct AttentionSizes {
    Index state = 0;       ///< numbers of the decoder state that asks
    Index annotation = 0;  ///< numbers of an annotation
    Index leftToRight = 0; ///< the first of those, which come from reading from the left; the rest from the right
    Index alignment = 0;   ///< n'
    Index longest = 0;     ///< source tokens of the longest sentence trained on, with EOS
};

/// One query over one sentence of S tokens. `query` and `keys` are what queryBlocks and keyBlocks asked for.
template <class Scalar>
struct AttentionInput {
    using Column = Eigen::Map<const Vector<Scalar>>;
    Column state;                       ///< s (n)
    Column query;                       ///< W s
    ConstMatrixMap<Scalar> keys;        ///< U h_j, one a column
    ConstMatrixMap<Scalar> annotations; ///< h_j, one a column
    Index position = 0;                 ///< of the target word, from 0
    Column coverage{nullptr, 0};        ///< Σ of the weights of the steps before, S; only where readsCoverage()
    const Dropout* dropout = nullptr;   ///< on the weights, or none
    std::uint64_t dropoutKey = 0;
};

/// dL/d of the same; everything is added to.
template <class Scalar>
struct AttentionGradient {
    using Column = Eigen::Map<Vector<Scalar>>;
    Scalar* parameters; ///< a block in the layout's order, or null: not computed
    Column state, query;
    MatrixMap<Scalar> keys, annotations;
    Column coverage{nullptr, 0};
};

/// Memory of the passes of one thread.
template <class Scalar>
struct AttentionScratch {
    Buffer<Scalar> weights; ///< of Attention itself
    Buffer<Scalar> scores;  ///< of the kind
};

/// A kind of attention: scores of the source words for one target word, and what is made of them.
///
///     e_j = score(s, h_j)
///     α   = softmax(e)       over the words that may be seen
///     c   = Σ_j α_j h_j
///
/// A kind says how it scores, and may place its weights otherwise (a window, a bell curve). The products W s and U h_j
/// belong to the decoder and the encoder, which do them for many columns at once. Holds shapes only: once its
/// parameters have their places it is thread-safe.
template <class Scalar>
class Attention {
public:
    using Input = AttentionInput<Scalar>;
    using Gradient = AttentionGradient<Scalar>;
    using Scratch = AttentionScratch<Scalar>;
    using Column = Eigen::Map<Vector<Scalar>>;
    using ConstColumn = Eigen::Map<const Vector<Scalar>>;
    using Blocks = std::vector<StartBlock>;

    explicit Attention(const AttentionOptions& options) : m_options(options) { }
    virtual ~Attention() = default;

    [[nodiscard]] virtual Blocks queryBlocks() const { return {}; } ///< rows of W in `query` = W s; none: no product
    [[nodiscard]] virtual Blocks keyBlocks() const { return {}; }   ///< rows of U in `keys` = U h
    /// Gives what else it learns a place. `name`: what its parameters are called in a checkpoint.
    virtual void addParameters(ParameterLayout&, const std::string& name) { static_cast<void>(name); }

    [[nodiscard]] virtual bool aligns() const { return true; } ///< there are weights to draw
    [[nodiscard]] virtual bool readsCoverage() const { return false; }
    /// Of a local kind: how many source words to each side of its centre a query sees. Negative: all of them.
    [[nodiscard]] virtual Index window() const { return -1; }
    /// p_t of a local kind, in source positions from 0.
    [[nodiscard]] virtual Scalar centre(const Weights<Scalar>&, const Input&) const { return 0; }

    /// Fills α (S) and c (as many numbers as an annotation).
    virtual void forward(const Weights<Scalar>& weights, const Input& in, Column alphas, Column context,
                         Scratch& scratch) const;
    /// c of weights that come from elsewhere.
    virtual void context(const Input& in, ConstColumn alphas, Column context) const;
    /// `alphas` as forward made them; dL/dc in. `alphaGradient`: what else wants α to change, S numbers or none.
    virtual void backward(const Weights<Scalar>& weights, const Input& in, ConstColumn alphas,
                          ConstColumn contextGradient, ConstColumn alphaGradient, Scratch& scratch,
                          const Gradient& gradient) const;

protected:
    struct Stretch { ///< of source positions
        Index first = 0, count = 0;
    };
    /// The positions that may be seen at all. Never empty.
    [[nodiscard]] virtual Stretch seen(const Weights<Scalar>& weights, const Input& in) const;
    /// e of the positions in `seen`, that many numbers.
    virtual void scores(const Weights<Scalar>& weights, const Input& in, Stretch seen, Column e,
                        Buffer<Scalar>& scratch) const = 0;
    /// The backward of `scores`: dL/de in.
    virtual void scoresBackward(const Weights<Scalar>& weights, const Input& in, Stretch seen, ConstColumn e,
                                Buffer<Scalar>& scratch, const Gradient& gradient) const = 0;
    /// α ← what the kind makes of the softmax (the positions in `seen` alone).
    virtual void reweigh(const Weights<Scalar>&, const Input&, Stretch, Column) const { }
    /// The backward of `reweigh`: α ← the softmax again, dL/dα ← dL/d softmax.
    virtual void reweighBackward(const Weights<Scalar>&, const Input&, Stretch, Column alphas, Column alphaGradient,
                                 const Gradient&) const
    {
        static_cast<void>(alphas), static_cast<void>(alphaGradient);
    }
    [[nodiscard]] const AttentionOptions& options() const { return m_options; }

private:
    AttentionOptions m_options;
};

/// The kind that the options name; its parameters have no places yet.
template <class Scalar>
std::unique_ptr<Attention<Scalar>> makeAttention(const AttentionSizes& sizes, const AttentionOptions& options);

extern template class Attention<float>;
extern template std::unique_ptr<Attention<float>> makeAttention<float>(const AttentionSizes&, const AttentionOptions&);

} // namespace alignoscope::nn
