// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decoder.h"
#include "models/dropout_plan.h"
#include "nn/maxout.h"
#include "nn/softmax_output.h"

#include <array>

namespace alignoscope::models {

struct Sizes {
    Index sourceWords = 0, targetWords = 0;
    Index embedding = 0; ///< m
    Index hidden = 0;    ///< n
    Index alignment = 0; ///< n'
    Index maxout = 0;    ///< l
};
/// Fills in what the options leave to be derived.
Sizes sizesOf(const ModelOptions& options, Index sourceWords, Index targetWords);

/// RNNsearch (Bahdanau, Cho & Bengio 2015, arXiv 1409.0473, appendix A): encoder, decoder with attention, deep output.
///
///     [x_i; v_i] = [W_z; W_r; W; V_o] E y_{i−1} + b     (3n + 2l, once a distinct word)
///     t̃_i = U_o s_{i−1} + v_i + C_o c_i                 (2l)
///     t_i = maxout(t̃_i)                                 (l)
///     p(y_i) = softmax(W_o t_i + b_o)
///
/// Holds shapes only; parameters and gradients are flat blocks in `layout()`'s order. Thread-safe: each thread brings
/// its own Trace.
template <class Scalar>
class RnnSearch {
public:
    struct Trace {
        typename Encoder<Scalar>::Trace encoder;
        Encoded<Scalar> encoded, encodedGradient;
        typename Decoder<Scalar>::Trace decoder;
        nn::Buffer<Scalar> embedded, projected, inputs, deep, maxout;
        nn::Buffer<Scalar> maxoutGradient, previousGradient, contextGradient, embeddedGradient;
        nn::SoftmaxScratch<Scalar> output;
        nn::ProductScratch<Scalar> products;
    };

    explicit RnnSearch(const Sizes& sizes)
        : m_sizes(sizes), m_encoder(m_layout, sizes.sourceWords, sizes.embedding, sizes.hidden, sizes.alignment),
          m_embedding(m_layout.add("decoder.embedding", sizes.targetWords, {{nn::Start::Embedding, sizes.embedding}})),
          m_input(m_layout.add("decoder.input.weight", sizes.embedding, inputBlocks(sizes, nn::Start::Weight),
                               nn::Factor::Weight)),
          m_bias(m_layout.add("decoder.input.bias", 1, inputBlocks(sizes, nn::Start::Zero))),
          m_decoder(m_layout, sizes.hidden, sizes.alignment),
          m_deepState(m_layout.add("output.state.weight", sizes.hidden, {{nn::Start::Weight, 2 * sizes.maxout}},
                                   nn::Factor::Weight)),
          m_deepContext(m_layout.add("output.context.weight", 2 * sizes.hidden, {{nn::Start::Weight, 2 * sizes.maxout}},
                                     nn::Factor::Weight)),
          m_output(m_layout, "output", sizes.maxout, sizes.targetWords)
    {
    }

    [[nodiscard]] const Sizes& sizes() const { return m_sizes; }
    [[nodiscard]] const nn::ParameterLayout& layout() const { return m_layout; }
    [[nodiscard]] const Encoder<Scalar>& encoder() const { return m_encoder; }
    [[nodiscard]] const Decoder<Scalar>& decoder() const { return m_decoder; }
    [[nodiscard]] const nn::SoftmaxOutput<Scalar>& output() const { return m_output; }

    /// The parameters with a column a word, of which a batch reads only its own: of the source and of the target.
    [[nodiscard]] std::array<nn::Slot, 2> wordTables() const { return {m_encoder.embedding(), m_embedding}; }

    /// Teacher forcing up to the deep output: the trace then holds the annotations (`encoded`), α_i
    /// (`decoder.weights`), t̃_i (`deep`) and t_i (`maxout`).
    void forward(const nn::Weights<Scalar>& weights, const BatchPart& part, const DropoutPlan& dropout,
                 Trace& trace) const;
    /// After `forward`, with dL/dt_i in `trace.maxoutGradient`: adds to `gradient` as lossAndGradient does; where it is
    /// null, finds that of the word vectors alone.
    void backward(const nn::Weights<Scalar>& weights, Scalar* gradient, const BatchPart& part,
                  const DropoutPlan& dropout, Trace& trace) const;

    /// The loss of the right answers, nothing dropped. Attention weights are in trace.decoder.weights.
    nn::OutputScore score(const nn::Weights<Scalar>& weights, const BatchPart& part, Trace& trace,
                          std::vector<double>* columnLoss = nullptr, std::vector<bool>* columnCorrect = nullptr) const;

    /// The summed loss, nats, and `scale` times its gradient added to `gradient`; but that of the word tables is left
    /// in the trace, where `wordGradients` shows it.
    double lossAndGradient(const nn::Weights<Scalar>& weights, Scalar* gradient, const BatchPart& part,
                           const DropoutPlan& dropout, Scalar scale, Scalar smoothing, Trace& trace) const;

    /// Of the word tables, a column a distinct word of the part's source and target.
    [[nodiscard]] static std::array<nn::ConstMatrixMap<Scalar>, 2> wordGradients(const Trace& trace)
    {
        return {trace.encoder.embeddedGradient.map(), trace.embeddedGradient.map()};
    }

    /// [x; v] of words, (3n + 2l) × words.
    template <class Out>
    void projectWords(const nn::Weights<Scalar>& weights, const nn::DistinctWords& words, const nn::Dropout& dropout,
                      nn::Buffer<Scalar>& embedded, Out&& out, nn::ThreadTeam* team = nullptr) const
    {
        auto vectors = embedded.shape(m_embedding.rows, words.size());
        nn::lookUp<Scalar>(weights.in(m_embedding), words, dropout, vectors);
        multiply(weights.of(m_input), vectors, out, team);
        out.colwise() += weights.in(m_bias).col(0);
    }

    /// t̃ = U_o s_{i−1} + v_i + C_o c_i, where `deep` holds v_i at first; then t = maxout(t̃).
    template <class States, class Contexts, class Deep, class Out>
    void deepOutput(const nn::Weights<Scalar>& weights, const States& states, const Contexts& contexts, Deep&& deep,
                    Out&& out, nn::ThreadTeam* team = nullptr) const
    {
        multiplyAdd(weights.of(m_deepState), states, deep, team);
        multiplyAdd(weights.of(m_deepContext), contexts, deep, team);
        nn::maxout(deep, out);
    }

    /// C_o c: what contexts add to t̃, 2l × columns.
    template <class Contexts, class Out>
    void contextPart(const nn::Weights<Scalar>& weights, const Contexts& contexts, Out&& out) const
    {
        multiply(weights.of(m_deepContext), contexts, out);
    }

private:
    static std::vector<nn::StartBlock> inputBlocks(const Sizes& sizes, nn::Start start)
    {
        return {{start, sizes.hidden}, {start, sizes.hidden}, {start, sizes.hidden}, {start, 2 * sizes.maxout}};
    }

    Sizes m_sizes;
    nn::ParameterLayout m_layout;
    Encoder<Scalar> m_encoder;
    nn::Slot m_embedding, m_input, m_bias;
    Decoder<Scalar> m_decoder;
    nn::Slot m_deepState, m_deepContext;
    nn::SoftmaxOutput<Scalar> m_output;
};

extern template class RnnSearch<float>;

} // namespace alignoscope::models
