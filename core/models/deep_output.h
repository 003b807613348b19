// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sizes.h"
#include "nn/maxout.h"

namespace alignoscope::models {

/// What the output layer reads of the decoder: state s, context c, and (Bahdanau) the word before.
///
///     Bahdanau:  t̃ = U_o s + v + C_o c,  t = maxout(t̃)      (2l, l; v = V_o E y once a distinct word)
///     Luong:     t̃ = U_o s + C_o c,      t = tanh(t̃)        (l, l; W_c = [C_o, U_o], t is the attentional vector h̃)
template <class Scalar>
class DeepOutput {
public:
    DeepOutput() = default;
    DeepOutput(nn::ParameterLayout& layout, const Sizes& sizes)
        : m_luong(sizes.decoder == DecoderKind::Luong), m_units(sizes.maxout),
          m_state(layout.add("output.state.weight", sizes.hidden, {{nn::Start::Weight, rowsOf(sizes)}},
                             nn::Factor::Weight)),
          m_context(layout.add("output.context.weight", sizes.annotation(), {{nn::Start::Weight, rowsOf(sizes)}},
                               nn::Factor::Weight))
    {
    }

    /// Rows of t̃.
    static Index rowsOf(const Sizes& sizes)
    {
        return sizes.decoder == DecoderKind::Luong ? sizes.maxout : 2 * sizes.maxout;
    }
    /// Rows of v, what the word before adds to t̃.
    static Index wordRowsOf(const Sizes& sizes) { return sizes.decoder == DecoderKind::Luong ? 0 : 2 * sizes.maxout; }

    [[nodiscard]] Index rows() const { return m_state.rows; }
    [[nodiscard]] Index units() const { return m_units; }

    /// Adds U_o s + C_o c to t̃.
    template <class States, class Contexts, class Deep>
    void add(const nn::Weights<Scalar>& weights, const States& states, const Contexts& contexts, Deep&& deep,
             nn::ThreadTeam* team) const
    {
        multiplyAdd(weights.of(m_state), states, deep, team);
        multiplyAdd(weights.of(m_context), contexts, deep, team);
    }
    /// C_o c: what contexts add to t̃.
    template <class Contexts, class Out>
    void contextPart(const nn::Weights<Scalar>& weights, const Contexts& contexts, Out&& out) const
    {
        multiply(weights.of(m_context), contexts, out);
    }
    /// t of t̃.
    template <class Deep, class Out>
    void activate(const Deep& deep, Out&& out) const
    {
        if (m_luong)
            out = deep.array().tanh();
        else
            nn::maxout(deep, out);
    }
    /// dL/dt̃ of t̃ and dL/dt; `out` may be `deep` itself.
    template <class Deep, class Gradient, class Out>
    void activateBackward(const Deep& deep, const Gradient& gradient, Out&& out) const
    {
        if (m_luong)
            out = gradient.array() * (1 - deep.array().tanh().square());
        else
            nn::maxoutBackward(deep, gradient, out);
    }
    /// dL/d s and c of dL/dt̃, filled.
    template <class Deep, class States, class Contexts>
    void backward(const nn::Weights<Scalar>& weights, const Deep& deep, States&& states, Contexts&& contexts) const
    {
        multiply(weights.transposed(m_state), deep, states);
        multiply(weights.transposed(m_context), deep, contexts);
    }
    /// The same, added.
    template <class Deep, class States, class Contexts>
    void backwardAdd(const nn::Weights<Scalar>& weights, const Deep& deep, States&& states, Contexts&& contexts) const
    {
        multiplyAdd(weights.transposed(m_state), deep, states);
        multiplyAdd(weights.transposed(m_context), deep, contexts);
    }
    template <class Deep, class States, class Contexts>
    void parameterGradient(Scalar* gradient, const Deep& deep, const States& states, const Contexts& contexts,
                           nn::ProductScratch<Scalar>& scratch) const
    {
        multiplyTransposedAdd(deep, states, m_state.in(gradient), scratch);
        multiplyTransposedAdd(deep, contexts, m_context.in(gradient), scratch);
    }

private:
    bool m_luong = false;
    Index m_units = 0;
    nn::Slot m_state, m_context;
};

} // namespace alignoscope::models
