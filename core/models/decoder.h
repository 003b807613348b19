// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attender.h"
#include "models/deep_output.h"
#include "models/dropout_plan.h"

namespace alignoscope::models {

/// The recurrent decoder, without its output layer: its cells, when it attends, and what is carried from word to word.
/// The state of a column is, one above the other: the states of the layers from the lowest up, what is fed back (h̃),
/// and how much weight each source word had so far (coverage). Holds shapes only; thread-safe.
template <class Scalar>
class Decoder {
public:
    using Blocks = std::vector<nn::StartBlock>;

    struct Trace {
        nn::Buffer<Scalar> previous;                   ///< the state before each step, stateRows × N
        nn::Buffer<Scalar> after;                      ///< the state after it; where `keepsAfter`
        nn::Buffer<Scalar> start;                      ///< s_0, by rank
        nn::Buffer<Scalar> query;                      ///< [R h; W_a s] or W_a s; `backward` leaves its gradient there
        nn::Buffer<Scalar> contexts;                   ///< c_i, a × N
        nn::Buffer<Scalar> weights;                    ///< α_i of every position one after the other
        nn::Buffer<Scalar> centres;                    ///< p_i of a local kind of attention, 1 × N; none of the others
        std::vector<nn::Buffer<Scalar>> kept;          ///< of each layer's cell, keptRows × N
        std::vector<nn::Buffer<Scalar>> layerGradient; ///< dL/dx of each layer above the lowest, inputRows × N
        nn::Buffer<Scalar> fed;                        ///< h̃ of input feeding, before its tanh: l × N
        typename Attender<Scalar>::Trace attender;
        nn::ThreadTeam* team = nullptr; ///< helps with the products of `step`
        nn::Buffer<Scalar> state, contextPart, stateGradient, startSource, alphaGradient, layerInput, features;
    };

    /// The columns of one step: what it goes on from.
    struct Step {
        const SourceBatch& source;
        const Encoded<Scalar>& encoded;
        nn::ConstMatrixRef<Scalar> states; ///< before the step, stateRows × k
        nn::ConstMatrixRef<Scalar> inputs; ///< x_i of the word before, inputRows × k
        StepColumns<Scalar> columns;
    };

    explicit Decoder(const Sizes& sizes)
        : m_sizes(sizes), m_attention(nn::makeAttention<Scalar>(sizes.attentionSizes(), sizes.attention))
    {
        for (int layer = 0; layer < sizes.layers; ++layer)
            m_cells.push_back(nn::makeCell<Scalar>(sizes.decoderCell, sizes.hidden));
    }
    virtual ~Decoder() = default;
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    /// Gives everything it learns a place.
    virtual void addParameters(nn::ParameterLayout& layout) = 0;

    [[nodiscard]] const nn::Attention<Scalar>& attention() const { return *m_attention; }
    [[nodiscard]] Index inputRows() const { return m_cells.front()->inputRows(); } ///< of x_i
    [[nodiscard]] Blocks inputBias() const { return m_cells.front()->biasBlocks(); }
    /// Rows of the state over these sentences.
    [[nodiscard]] Index stateRows(const SourceBatch& source) const
    {
        return m_startWeight.rows + fedRows() + (m_attention->readsCoverage() ? source.sequences.steps() : 0);
    }
    [[nodiscard]] const std::vector<std::unique_ptr<nn::Cell<Scalar>>>& cells() const { return m_cells; }

    /// Gives the trace room for that many columns; `step` writes there.
    void reserve(Index columns, Trace& trace) const;
    /// s_0 for every sentence, stateRows × B.
    template <class Summary, class Out>
    void start(const nn::Weights<Scalar>& weights, const Summary& summary, Out&& out) const
    {
        auto cells = out.topRows(m_startWeight.rows);
        multiply(weights.of(m_startWeight), summary, cells);
        cells.colwise() += weights.in(m_startBias).col(0);
        cells = cells.array().tanh();
        out.bottomRows(out.rows() - m_startWeight.rows).setZero();
    }
    /// One step for k columns: fills columns `at` to `at + k` of the trace, and `next`, the states after it.
    virtual void step(const nn::Weights<Scalar>& weights, const Step& step, Trace& trace, Index at,
                      nn::MatrixRef<Scalar> next) const = 0;

    /// Teacher forcing over all positions. `inputs`: inputRows × N.
    void forward(const nn::Weights<Scalar>& weights, const BatchPart& part, const Encoded<Scalar>& encoded,
                 const nn::ConstMatrixRef<Scalar>& inputs, const DropoutPlan& dropout, Trace& trace) const;

    /// In: what the output layer wants of the states it reads (`headGradient`, n × N) and of c_i (`contextGradient`,
    /// a × N), both changed; `coverageScale`: what the loss Σ min(α, coverage) counts for. Out: `inputGradient`
    /// (inputRows × N) and dL/d of the encoded source (`encodedGradient`, zeroed before). Without a `gradient` block
    /// (null) the parameters' is not computed.
    void backward(const nn::Weights<Scalar>& weights, Scalar* gradient, const BatchPart& part,
                  const Encoded<Scalar>& encoded, const DropoutPlan& dropout, Scalar coverageScale, Trace& trace,
                  nn::MatrixRef<Scalar> headGradient, nn::MatrixRef<Scalar> contextGradient,
                  nn::MatrixRef<Scalar> inputGradient, Encoded<Scalar>& encodedGradient,
                  nn::ProductScratch<Scalar>& scratch) const;

    /// The states that the output layer reads, n × columns, of those before and after a step (stateRows × columns).
    [[nodiscard]] nn::ConstMatrixRef<Scalar> headStates(const nn::ConstMatrixRef<Scalar>& before,
                                                        const nn::ConstMatrixRef<Scalar>& after) const
    {
        return (headReadsAfter() ? after : before).middleRows(topRow(), units());
    }
    [[nodiscard]] nn::ConstMatrixRef<Scalar> headStates(const Trace& trace) const
    {
        return headStates(trace.previous.map(), trace.after.map());
    }

protected:
    /// What the backward pass of a step works on.
    struct Back {
        const BatchPart& part;
        const Encoded<Scalar>& encoded;
        Trace& trace;
        Index at, k;
        StepColumns<Scalar> columns;
        Scalar coverageScale;
        nn::MatrixRef<Scalar> carried; ///< dL/d the states after the step; leaves as of those before it
        nn::MatrixRef<Scalar> head, context, input;
        Encoded<Scalar>& encodedGradient;
        Scalar* gradient;
    };
    virtual void stepBackward(const nn::Weights<Scalar>& weights, Back& back) const = 0;
    /// Products over all steps at once.
    virtual void parameterGradients(Scalar* gradient, Trace& trace, const nn::ConstMatrixRef<Scalar>& inputGradient,
                                    nn::ProductScratch<Scalar>& scratch) const = 0;
    [[nodiscard]] virtual Index fedRows() const { return 0; }
    [[nodiscard]] virtual bool headReadsAfter() const = 0;
    [[nodiscard]] bool keepsAfter() const { return headReadsAfter() || !m_upper.empty(); }
    [[nodiscard]] virtual Index queryRows() const = 0; ///< of Trace::query

    void addStart(nn::ParameterLayout& layout);
    void addUpperLayers(nn::ParameterLayout& layout);
    /// The layers above the lowest, whose new states are in `next` already.
    void upperLayers(const nn::Weights<Scalar>& weights, const Step& step, Trace& trace, Index at,
                     nn::MatrixRef<Scalar> next) const;
    /// From the highest layer down to the one above the lowest; what they want of the layers below is added to
    /// `back.carried`, which leaves as theirs of the states before the step.
    void upperLayersBackward(const nn::Weights<Scalar>& weights, Back& back) const;
    void upperLayerGradients(Scalar* gradient, Trace& trace, nn::ProductScratch<Scalar>& scratch) const;
    /// Adds the weights of the step to the coverage.
    void cover(const Step& step, nn::MatrixRef<Scalar> next) const;
    /// Attention of all columns, from `asking`. `queries`: rows of W s at the foot of the trace's.
    void attend(const nn::Weights<Scalar>& weights, const Step& step, const nn::ConstMatrixRef<Scalar>& asking,
                Trace& trace, Index at) const;
    /// Backward of it; dL/d asking is added to `askingGradient`.
    void attendBackward(const nn::Weights<Scalar>& weights, Back& back, const nn::ConstMatrixRef<Scalar>& asking,
                        nn::MatrixRef<Scalar> askingGradient) const;
    template <class Coverage, class Alpha, class CoverageGradient>
    void coverageLossBackward(Back& back, Index column, const Coverage& coverage, Alpha&& alphaGradient,
                              CoverageGradient&& coverageGradient) const;

    [[nodiscard]] Index units() const { return m_sizes.hidden; }
    [[nodiscard]] Index layerRows() const { return m_cells.front()->stateRows(); }    ///< of one layer's state
    [[nodiscard]] Index topRow() const { return (m_sizes.layers - 1) * layerRows(); } ///< where the last layer's is
    [[nodiscard]] Index coverageRow() const { return m_startWeight.rows + fedRows(); }

    Sizes m_sizes;
    std::unique_ptr<nn::Attention<Scalar>> m_attention;
    std::vector<std::unique_ptr<nn::Cell<Scalar>>> m_cells;
    nn::Slot m_startWeight, m_startBias;
    Index m_queryStart = 0; ///< row of Trace::query where W s begins
    struct Layer {
        nn::Slot input, bias, recurrent;
    };
    std::vector<Layer> m_upper; ///< of the layers above the lowest
};

} // namespace alignoscope::models
