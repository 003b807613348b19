// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/options.h"
#include "models/trained_model.h"
#include "nn/thread_team.h"
#include "training/gradient.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace alignoscope::training {

using nn::ThreadTeam;

/// Updates a flat block of parameters in one pass over it, shared out over the threads; the result does not depend on
/// how many they are. g below is the gradient times `scale` (1, or what clipping leaves of it), η the learning rate.
///
///     SGD       p ← p − η g
///     Adam      m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,
///               p ← p − η (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)      (Kingma & Ba 2015; 0.9, 0.999, 1e-8)
///     Adadelta  v ← ρ v + (1 − ρ) g²,  d = √((u + ε) / (v + ε)) g,
///               u ← ρ u + (1 − ρ) d²,  p ← p − η d                      (Zeiler 2012; ρ 0.95, ε 1e-6)
class Optimizer {
public:
    Optimizer(OptimizerKind kind, std::size_t parameters);

    void update(std::span<float> parameters, const Gradient& gradient, float scale, double learningRate,
                ThreadTeam& team);
    void update(std::span<float> parameters, std::span<const float> gradient, float scale, double learningRate,
                ThreadTeam& team);

    /// What must be kept to go on: the names of its moments and their blocks, each as long as the parameters.
    struct Moment {
        std::string name;
        std::span<float> values;
    };
    [[nodiscard]] std::vector<Moment> moments();
    [[nodiscard]] std::int64_t updates() const { return m_updates; }
    void setUpdates(std::int64_t updates) { m_updates = updates; }

private:
    template <class Rule>
    void updateBy(const Rule& rule, std::span<float> parameters, const Gradient& gradient, ThreadTeam& team);

    OptimizerKind m_kind;
    std::int64_t m_updates = 0;
    models::ParameterBlock m_first, m_second;
};

} // namespace alignoscope::training
