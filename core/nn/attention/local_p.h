// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nn/attention/general.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::nn {

/// Local-p, predictive (Luong, Pham & Manning 2015, section 3.2, equations 9 and 10): the state says where to look.
///
///     p_t = S · σ(v_pᵀ tanh(W_p s))
///     e_j = sᵀ W h_j                                     of the integers j in p_t − D … p_t + D, of 1 … S
///     α_j = softmax(e)_j · exp(−(j − p_t)² / (2σ²))      σ = D / 2
///
/// Positions count from 1 here, as in the paper, so p_t = S is the end of the sentence; `centre` from 0. The
/// weights are not normalised again, so they sum to less than 1. Where the window begins and ends has no gradient.
template <class Scalar>
class PredictiveAttention final : public GeneralAttention<Scalar> {
public:
    using Base = GeneralAttention<Scalar>;
    using typename Base::Blocks, typename Base::Column, typename Base::Gradient, typename Base::Input,
        typename Base::Stretch;

    PredictiveAttention(const AttentionSizes& sizes, const AttentionOptions& options)
        : Base(sizes, options), m_hidden(sizes.alignment), m_window(std::max(1, options.window)),
          m_variance(static_cast<Scalar>(m_window * m_window) / 4)
    {
    }

    /// q above, W_p s below.
    [[nodiscard]] Blocks queryBlocks() const override
    {
        Blocks blocks = Base::queryBlocks();
        blocks.push_back({Start::Weight, m_hidden});
        return blocks;
    }
    void addParameters(ParameterLayout& layout, const std::string& name) override
    {
        m_position = layout.add(name + ".position", 1, {{Start::Weight, m_hidden}});
    }
    [[nodiscard]] Index window() const override { return m_window; }
    [[nodiscard]] Scalar centre(const Weights<Scalar>& weights, const Input& in) const override
    {
        return position(weights, in) - 1;
    }

protected:
    [[nodiscard]] Stretch seen(const Weights<Scalar>& weights, const Input& in) const override
    {
        const Scalar p = position(weights, in), reach = static_cast<Scalar>(m_window);
        if (!(p >= 0)) // no number: of a model gone astray
            return {0, in.annotations.cols()};
        const Index first = std::max<Index>(1, static_cast<Index>(std::ceil(p - reach)));
        const Index last = std::min(in.annotations.cols(), static_cast<Index>(std::floor(p + reach)));
        return {first - 1, last - first + 1};
    }

    void reweigh(const Weights<Scalar>& weights, const Input& in, Stretch seen, Column alphas) const override
    {
        const Scalar p = position(weights, in);
        for (Index i = 0; i < seen.count; ++i)
            alphas[i] *= bell(seen.first + i, p);
    }

    void reweighBackward(const Weights<Scalar>& weights, const Input& in, Stretch seen, Column alphas,
                         Column alphaGradient, const Gradient& gradient) const override
    {
        const Scalar p = position(weights, in);
        Scalar dp = 0;
        for (Index i = 0; i < seen.count; ++i) {
            const Scalar g = bell(seen.first + i, p);
            dp += alphaGradient[i] * alphas[i] * distance(seen.first + i, p) / m_variance;
            alphas[i] /= g; // within the window the bell is e⁻² at least
            alphaGradient[i] *= g;
        }
        // p = S σ(z), z = v_pᵀ tanh(W_p s)
        const Scalar sentence = static_cast<Scalar>(in.annotations.cols());
        const Scalar dz = dp * p * (1 - p / sentence);
        const auto v = weights.in(m_position).col(0);
        auto query = gradient.query;
        if (gradient.parameters)
            m_position.in(gradient.parameters).col(0) += dz * in.query.tail(m_hidden).array().tanh().matrix();
        query.tail(m_hidden).array() += dz * v.array() * (1 - in.query.tail(m_hidden).array().tanh().square());
    }

private:
    /// p_t, counted from 1.
    [[nodiscard]] Scalar position(const Weights<Scalar>& weights, const Input& in) const
    {
        const Scalar z = in.query.tail(m_hidden).array().tanh().matrix().dot(weights.in(m_position).col(0));
        return static_cast<Scalar>(in.annotations.cols()) / (1 + std::exp(-z));
    }
    /// `at` counts from 0.
    static Scalar distance(Index at, Scalar p) { return static_cast<Scalar>(at + 1) - p; }
    [[nodiscard]] Scalar bell(Index at, Scalar p) const
    {
        return std::exp(-distance(at, p) * distance(at, p) / (2 * m_variance));
    }

    Index m_hidden, m_window;
    Scalar m_variance; ///< σ²
    Slot m_position;
};

namespace kinds::local_p {

inline AttentionKind kind()
{
    AttentionKind kind;
    kind.name = "local-p";
    kind.title = "Local, predictive (Luong)";
    kind.summary = "The decoder first says where in the sentence to look, then weighs the words near that place.";
    kind.equation = "e = sᵀ W h,  |j − p| ≤ D,  p = S·σ(vᵀ tanh(W′ s))";
    kind.source = "Luong, Pham & Manning 2015, section 3.2";
    kind.place = 6;
    kind.options = {AttentionOption::Window, AttentionOption::Dropout};
    kind.defaults.window = 10; // the paper's
    return kind;
}

template <class Scalar>
std::unique_ptr<Attention<Scalar>> make(const AttentionSizes& sizes, const AttentionOptions& options)
{
    return std::make_unique<PredictiveAttention<Scalar>>(sizes, options);
}

} // namespace kinds::local_p
} // namespace alignoscope::nn
