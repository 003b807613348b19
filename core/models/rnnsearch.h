// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/bahdanau_decoder.h"
#include "models/luong_decoder.h"
#include "nn/softmax_output.h"

namespace alignoscope::models {

/// The recurrent encoder-decoder: encoder, decoder with one of the kinds of attention, deep output, softmax. As the
/// sizes stand by themselves it is RNNsearch (Bahdanau, Cho & Bengio 2015, arXiv 1409.0473, appendix A):
///
///     [x_i; v_i] = [W; V_o] E y_{i−1} + b               (once a distinct word)
///     s_i, c_i by Decoder
///     t_i by DeepOutput from the states the decoder names, c_i and v_i
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
        nn::Buffer<Scalar> maxoutGradient, headGradient, contextGradient, embeddedGradient;
        nn::SoftmaxScratch<Scalar> output;
        nn::ProductScratch<Scalar> products;
    };

    explicit RnnSearch(const Sizes& sizes)
        : m_sizes(sizes), m_decoder(makeDecoder(sizes, m_head)),
          m_encoder(m_layout, sizes, m_decoder->attention().keyBlocks()),
          m_embedding(m_layout.add("decoder.embedding", sizes.targetWords, {{nn::Start::Embedding, sizes.embedding}},
                                   sizes.tieEmbeddings ? nn::Factor::Transposed : nn::Factor::None)),
          m_input(m_layout.add("decoder.input.weight", sizes.embedding, inputBlocks(), nn::Factor::Weight)),
          m_bias(m_layout.add("decoder.input.bias", 1, biasBlocks()))
    {
        m_decoder->addParameters(m_layout);
        m_head = DeepOutput<Scalar>(m_layout, sizes);
        m_output = sizes.tieEmbeddings ? nn::SoftmaxOutput<Scalar>(m_layout, "output", m_embedding)
                                       : nn::SoftmaxOutput<Scalar>(m_layout, "output", sizes.maxout, sizes.targetWords);
    }
    RnnSearch(const RnnSearch&) = delete;
    RnnSearch& operator=(const RnnSearch&) = delete;

    [[nodiscard]] const Sizes& sizes() const { return m_sizes; }
    [[nodiscard]] const nn::ParameterLayout& layout() const { return m_layout; }
    [[nodiscard]] const Encoder<Scalar>& encoder() const { return m_encoder; }
    [[nodiscard]] const Decoder<Scalar>& decoder() const { return *m_decoder; }
    [[nodiscard]] const DeepOutput<Scalar>& head() const { return m_head; }
    [[nodiscard]] const nn::SoftmaxOutput<Scalar>& output() const { return m_output; }

    /// The parameters with a column a word, of which a batch reads only its own: of the source and, unless the output
    /// layer reads it too, of the target.
    [[nodiscard]] std::vector<nn::Slot> wordTables() const
    {
        if (m_sizes.tieEmbeddings)
            return {m_encoder.embedding()};
        return {m_encoder.embedding(), m_embedding};
    }

    /// Teacher forcing up to the deep output: the trace then holds the annotations (`encoded`), α_i
    /// (`decoder.weights`), t̃_i (`deep`) and t_i (`maxout`).
    void forward(const nn::Weights<Scalar>& weights, const BatchPart& part, const DropoutPlan& dropout,
                 Trace& trace) const;
    /// After `forward`, with dL/dt_i in `trace.maxoutGradient`: adds to `gradient` as lossAndGradient does; where it is
    /// null, finds that of the word vectors alone. `coverageScale`: what the coverage loss counts for.
    void backward(const nn::Weights<Scalar>& weights, Scalar* gradient, const BatchPart& part,
                  const DropoutPlan& dropout, Trace& trace, Scalar coverageScale = 0) const;

    /// The loss of the right answers, nothing dropped. Attention weights are in trace.decoder.weights.
    nn::OutputScore score(const nn::Weights<Scalar>& weights, const BatchPart& part, Trace& trace,
                          std::vector<double>* columnLoss = nullptr, std::vector<bool>* columnCorrect = nullptr) const;

    /// The summed loss, nats, and `scale` times its gradient added to `gradient`; but that of the word tables is left
    /// in the trace, where `wordGradients` shows it. The gradient is that of the coverage loss too, where there is one;
    /// the loss told is the words'.
    double lossAndGradient(const nn::Weights<Scalar>& weights, Scalar* gradient, const BatchPart& part,
                           const DropoutPlan& dropout, Scalar scale, Scalar smoothing, Trace& trace) const;

    /// Of the word tables, a column a distinct word of the part's source and target.
    [[nodiscard]] static std::array<nn::ConstMatrixMap<Scalar>, 2> wordGradients(const Trace& trace)
    {
        return {trace.encoder.embeddedGradient.map(), trace.embeddedGradient.map()};
    }

    /// Rows of x, of v and of both.
    [[nodiscard]] Index inputRows() const { return m_decoder->inputRows(); }
    [[nodiscard]] Index wordRows() const { return DeepOutput<Scalar>::wordRowsOf(m_sizes); }
    [[nodiscard]] Index projectedRows() const { return m_input.rows; }

    /// [x; v] of words, projectedRows × words.
    template <class Out>
    void projectWords(const nn::Weights<Scalar>& weights, const nn::DistinctWords& words, const nn::Dropout& dropout,
                      nn::Buffer<Scalar>& embedded, Out&& out, nn::ThreadTeam* team = nullptr) const
    {
        auto vectors = embedded.shape(m_embedding.rows, words.size());
        nn::lookUp<Scalar>(weights.in(m_embedding), words, dropout, vectors);
        multiply(weights.of(m_input), vectors, out, team);
        out.colwise() += weights.in(m_bias).col(0);
    }

    /// Fills t̃ and t. `projected`: [x; v] of distinct words, `words`: the column's among them.
    template <class Projected, class States, class Contexts, class Deep, class Out>
    void deepOutput(const nn::Weights<Scalar>& weights, const Projected& projected, const std::vector<Index>& words,
                    const States& states, const Contexts& contexts, Deep&& deep, Out&& out,
                    nn::ThreadTeam* team = nullptr) const
    {
        if (wordRows() > 0)
            nn::gather(projected.bottomRows(wordRows()), words, deep);
        else
            deep.setZero();
        m_head.add(weights, states, contexts, deep, team);
        m_head.activate(deep, out);
    }

private:
    static std::unique_ptr<Decoder<Scalar>> makeDecoder(const Sizes& sizes, const DeepOutput<Scalar>& head)
    {
        if (sizes.decoder == DecoderKind::Luong)
            return std::make_unique<LuongDecoder<Scalar>>(sizes, head);
        return std::make_unique<BahdanauDecoder<Scalar>>(sizes);
    }
    [[nodiscard]] std::vector<nn::StartBlock> inputBlocks() const
    {
        const auto gates = static_cast<std::size_t>(inputRows() / m_sizes.hidden);
        std::vector blocks(gates, nn::StartBlock{nn::Start::Weight, m_sizes.hidden});
        if (wordRows() > 0)
            blocks.push_back({nn::Start::Weight, wordRows()});
        return blocks;
    }
    [[nodiscard]] std::vector<nn::StartBlock> biasBlocks() const
    {
        auto blocks = m_decoder->inputBias();
        if (wordRows() > 0)
            blocks.push_back({nn::Start::Zero, wordRows()});
        return blocks;
    }

    Sizes m_sizes;
    nn::ParameterLayout m_layout;
    DeepOutput<Scalar> m_head;
    std::unique_ptr<Decoder<Scalar>> m_decoder;
    Encoder<Scalar> m_encoder;
    nn::Slot m_embedding, m_input, m_bias;
    nn::SoftmaxOutput<Scalar> m_output;
};

extern template class RnnSearch<float>;

} // namespace alignoscope::models
