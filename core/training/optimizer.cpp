// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/optimizer.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::training {

namespace {

using Values = Eigen::Map<Eigen::ArrayXf>;
using ConstValues = Eigen::Map<const Eigen::ArrayXf>;

void adam(Values p, ConstValues g, Values m, Values v, float scale, double rate, double updates)
{
    constexpr double beta1 = 0.9, beta2 = 0.999;
    const auto b1 = static_cast<float>(beta1), b2 = static_cast<float>(beta2);
    const double second = std::sqrt(1 - std::pow(beta2, updates));
    // η (m / c₁) / (√v / √c₂ + ε) = (η √c₂ / c₁) m / (√v + ε √c₂)
    const auto step = static_cast<float>(rate * second / (1 - std::pow(beta1, updates)));
    const auto epsilon = static_cast<float>(1e-8 * second);
    m = b1 * m + ((1 - b1) * scale) * g;
    v = b2 * v + ((1 - b2) * scale * scale) * g.square();
    p -= step * m / (v.sqrt() + epsilon);
}

void adadelta(Values p, ConstValues g, Values v, Values u, float scale, double rate)
{
    constexpr float rho = 0.95F, epsilon = 1e-6F;
    const auto step = static_cast<float>(rate);
    v = rho * v + ((1 - rho) * scale * scale) * g.square();
    for (Eigen::Index i = 0; i < p.size(); ++i) {
        const float d = std::sqrt((u[i] + epsilon) / (v[i] + epsilon)) * scale * g[i];
        u[i] = rho * u[i] + (1 - rho) * d * d;
        p[i] -= step * d;
    }
}

} // namespace

Optimizer::Optimizer(OptimizerKind kind, std::size_t parameters) : m_kind(kind)
{
    if (kind != OptimizerKind::Sgd) {
        m_first.assign(parameters, 0);
        m_second.assign(parameters, 0);
    }
}

void Optimizer::update(std::span<float> parameters, std::span<const float> gradient, float scale, double learningRate,
                       ThreadTeam& team)
{
    ++m_updates;
    // blocks of 16 numbers, so that no thread starts in another's cache line
    const std::size_t blocks = (parameters.size() + 15) / 16, team_size = static_cast<std::size_t>(team.size());
    team.run([&](int part) {
        const std::size_t begin = std::min(parameters.size(), blocks * static_cast<std::size_t>(part) / team_size * 16);
        const std::size_t end =
            std::min(parameters.size(), blocks * static_cast<std::size_t>(part + 1) / team_size * 16);
        const auto size = static_cast<Eigen::Index>(end - begin);
        const Values p(parameters.data() + begin, size);
        const ConstValues g(gradient.data() + begin, size);
        switch (m_kind) {
        case OptimizerKind::Sgd:
            Values(p) -= (static_cast<float>(learningRate) * scale) * g;
            break;
        case OptimizerKind::Adam:
            adam(p, g, Values(m_first.data() + begin, size), Values(m_second.data() + begin, size), scale, learningRate,
                 static_cast<double>(m_updates));
            break;
        case OptimizerKind::Adadelta:
            adadelta(p, g, Values(m_first.data() + begin, size), Values(m_second.data() + begin, size), scale,
                     learningRate);
            break;
        }
    });
}

std::vector<Optimizer::Moment> Optimizer::moments()
{
    switch (m_kind) {
    case OptimizerKind::Adam:
        return {{"adam.mean", m_first}, {"adam.square", m_second}};
    case OptimizerKind::Adadelta:
        return {{"adadelta.gradient", m_first}, {"adadelta.step", m_second}};
    case OptimizerKind::Sgd:
        break;
    }
    return {};
}

} // namespace alignoscope::training
