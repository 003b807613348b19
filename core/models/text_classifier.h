// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text_batch.h"
#include "nn/convolution.h"
#include "nn/dense.h"
#include "nn/position_attention.h"
#include "nn/recurrent_layer.h"
#include "nn/softmax_output.h"
#include "nn/spatial_dropout.h"

#include "alignoscope/classification.h"

namespace alignoscope::models {

struct ClassifierSizes {
    Index words = 0, labels = 0;
    Index embedding = 0; ///< m
    Index units = 0;     ///< n, each direction
    Index filters = 0, kernel = 0, dense = 0, positions = 0;
    bool maskPadding = true;

    [[nodiscard]] TextShape shape() const { return {words, positions, !maskPadding}; }
};
/// `words` and `labels`: sizes of the two vocabularies, marks included.
ClassifierSizes sizesOf(const ClassifierOptions& options, Index words, Index labels);

/// The masks of one update: of dimensions of a text's words, and of units of the hidden layer.
struct ClassifierDropout {
    nn::Dropout spatial{}, hidden{};

    static ClassifierDropout none() { return {}; }
    static ClassifierDropout of(double spatial, double hidden, std::uint64_t seed, std::int64_t step);
};

/// The attention text classifier (letters: B texts, N words of all of them, S words of one):
///
///     x_j = mask ∘ E w_j                      spatial dropout       (m)
///     [→h_j; ←h_j] = h_j                      BiGRU                 (2n)
///     α = softmax(tanh(wᵀ h_j + b_j)),  a = Σ_j α_j h_j             (2n)
///     y_t = V [h_t; …; h_{t+k−1}] + c,  average and maximum over t  (f each)
///     u = max(0, W [a; average; maximum] + b)                       (dense)
///     p = softmax(W_o u + b_o)                                      (labels)
///
/// Holds shapes only; parameters and gradients are flat blocks in `layout()`'s order. Thread-safe: each thread brings
/// its own Trace. Word vectors whose entry in `frozen()` is 1 are not learnt.
template <class Scalar>
class TextClassifier {
public:
    struct Trace {
        nn::Buffer<Scalar> embedded, projected, inputs, annotations;
        typename nn::RecurrentLayer<Scalar>::Trace forward, backward;
        nn::Buffer<Scalar> scores, alphas; ///< e and α, N × 1
        nn::Buffer<Scalar> windows, filtered, features, hidden, dropped;
        nn::Buffer<int> largest; ///< f × B
        nn::Buffer<Scalar> logits;
        nn::Buffer<Scalar> hiddenGradient, featureGradient, filteredGradient, windowGradient, annotationGradient,
            stateGradient, projectedGradient, tokenGradient, wordGradient, attention;
        nn::SoftmaxScratch<Scalar> output;
        nn::ProductScratch<Scalar> products;
        std::vector<Index> windowStart; ///< text → its first window; one more: their number
    };

    explicit TextClassifier(const ClassifierSizes& sizes);

    [[nodiscard]] const ClassifierSizes& sizes() const { return m_sizes; }
    [[nodiscard]] const nn::ParameterLayout& layout() const { return m_layout; }
    [[nodiscard]] const nn::Slot& embedding() const { return m_embedding; }
    /// The parameters with a column a word, of which a batch reads only its own.
    [[nodiscard]] std::vector<nn::Slot> wordTables() const { return {m_embedding}; }
    [[nodiscard]] const nn::Slot& frozen() const { return m_frozen; } ///< V × 1; no parameter, kept with them
    /// Numbers that are learnt, frozen word vectors left out.
    [[nodiscard]] Index parameters(const Scalar* block) const;

    /// Fills the trace: α in `alphas`, in `logits` what p is the softmax of (labels × B).
    void forward(const nn::Weights<Scalar>& weights, const TextBatch& batch, const ClassifierDropout& dropout,
                 Trace& trace) const;

    /// The summed loss, nats, and `scale` times its gradient added to `gradient`; that of the word vectors is left in
    /// `trace.wordGradient`, a column a distinct word.
    double lossAndGradient(const nn::Weights<Scalar>& weights, Scalar* gradient, const TextBatch& batch,
                           const ClassifierDropout& dropout, Scalar scale, Scalar smoothing, Trace& trace) const;

private:
    void embed(const nn::Weights<Scalar>& weights, const TextBatch& batch, const ClassifierDropout& dropout,
               Trace& trace) const;
    void read(const nn::Weights<Scalar>& weights, const TextBatch& batch, Trace& trace) const;
    void summarize(const nn::Weights<Scalar>& weights, const TextBatch& batch, Trace& trace) const;
    void summarizeBackward(const nn::Weights<Scalar>& weights, Scalar* gradient, const TextBatch& batch,
                           Trace& trace) const;
    void readBackward(const nn::Weights<Scalar>& weights, Scalar* gradient, const TextBatch& batch, Trace& trace) const;
    void embedBackward(const nn::Weights<Scalar>& weights, Scalar* gradient, const TextBatch& batch,
                       const ClassifierDropout& dropout, Trace& trace) const;

    ClassifierSizes m_sizes;
    nn::ParameterLayout m_layout;
    nn::Slot m_embedding, m_frozen, m_input, m_bias;
    nn::RecurrentLayer<Scalar> m_forward, m_backward;
    nn::PositionAttention<Scalar> m_attention;
    nn::Convolution<Scalar> m_convolution;
    nn::DenseRelu<Scalar> m_dense;
    nn::SoftmaxOutput<Scalar> m_output;
};

} // namespace alignoscope::models
