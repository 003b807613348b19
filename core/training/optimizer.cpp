// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/optimizer.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::training {

namespace {

/// Every number is treated alike, wherever a thread's part begins: the vector code of Eigen peels a few off otherwise.
using Sixteen = Eigen::Array<float, 16, 1>;

struct Adam {
    static constexpr double beta1 = 0.9, beta2 = 0.999;
    float scale, step, epsilon;

    /// η (m / c₁) / (√v / √c₂ + ε) = (η √c₂ / c₁) m / (√v + ε √c₂)
    Adam(double scaleOfGradient, double rate, double updates)
        : scale(static_cast<float>(scaleOfGradient)),
          step(static_cast<float>(rate * std::sqrt(1 - std::pow(beta2, updates)) / (1 - std::pow(beta1, updates)))),
          epsilon(static_cast<float>(1e-8 * std::sqrt(1 - std::pow(beta2, updates))))
    {
    }
    void operator()(Sixteen& p, const Sixteen& gradient, Sixteen& m, Sixteen& v) const
    {
        constexpr auto b1 = static_cast<float>(beta1), b2 = static_cast<float>(beta2);
        const Sixteen g = scale * gradient;
        m = b1 * m + (1 - b1) * g;
        v = b2 * v + (1 - b2) * g.square();
        p -= step * m / (v.sqrt() + epsilon);
    }
};

struct Adadelta {
    float scale, rate;

    void operator()(Sixteen& p, const Sixteen& gradient, Sixteen& v, Sixteen& u) const
    {
        constexpr float rho = 0.95F, epsilon = 1e-6F;
        const Sixteen g = scale * gradient;
        v = rho * v + (1 - rho) * g.square();
        const Sixteen d = ((u + epsilon) / (v + epsilon)).sqrt() * g;
        u = rho * u + (1 - rho) * d.square();
        p -= rate * d;
    }
};

struct Sgd {
    float step;

    void operator()(Sixteen& p, const Sixteen& gradient, Sixteen&, Sixteen&) const { p -= step * gradient; }
};

/// A stretch of the block: parameters, gradient and the two moments, which stay null where a rule has none.
struct Stretch {
    float* parameters;
    const float* gradient;
    float *first, *second;
};

template <class Rule>
void follow(const Rule& rule, const Stretch& at)
{
    using Values = Eigen::Map<Sixteen>;
    Sixteen p = Values(at.parameters), m = Sixteen::Zero(), v = m;
    if (at.first) {
        m = Values(at.first);
        v = Values(at.second);
    }
    rule(p, Eigen::Map<const Sixteen>(at.gradient), m, v);
    Values(at.parameters, 16) = p;
    if (at.first) {
        Values(at.first, 16) = m;
        Values(at.second, 16) = v;
    }
}

template <class Rule>
void follow(const Rule& rule, const Stretch& all, std::size_t count)
{
    const auto from = [&](std::size_t i) {
        return Stretch{all.parameters + i, all.gradient + i, all.first ? all.first + i : nullptr,
                       all.second ? all.second + i : nullptr};
    };
    std::size_t i = 0;
    for (; i + 16 <= count; i += 16)
        follow(rule, from(i));
    if (i == count)
        return;
    Sixteen p = Sixteen::Zero(), g = p, m = p, v = p; // the last few, filled up
    const Stretch rest = from(i), filled{p.data(), g.data(), rest.first ? m.data() : nullptr, v.data()};
    std::copy_n(rest.parameters, count - i, p.data());
    std::copy_n(rest.gradient, count - i, g.data());
    if (rest.first) {
        std::copy_n(rest.first, count - i, m.data());
        std::copy_n(rest.second, count - i, v.data());
    }
    follow(rule, filled);
    std::copy_n(p.data(), count - i, rest.parameters);
    if (rest.first) {
        std::copy_n(m.data(), count - i, rest.first);
        std::copy_n(v.data(), count - i, rest.second);
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
    update(parameters, Gradient{gradient, {}}, scale, learningRate, team);
}

void Optimizer::update(std::span<float> parameters, const Gradient& gradient, float scale, double learningRate,
                       ThreadTeam& team)
{
    ++m_updates;
    const auto rate = static_cast<float>(learningRate);
    switch (m_kind) {
    case OptimizerKind::Sgd:
        return updateBy(Sgd{rate * scale}, parameters, gradient, team);
    case OptimizerKind::Adam:
        return updateBy(Adam(scale, learningRate, static_cast<double>(m_updates)), parameters, gradient, team);
    case OptimizerKind::Adadelta:
        return updateBy(Adadelta{scale, rate}, parameters, gradient, team);
    }
}

template <class Rule>
void Optimizer::updateBy(const Rule& rule, std::span<float> parameters, const Gradient& gradient, ThreadTeam& team)
{
    // blocks of 16 numbers, so that no thread starts in another's cache line
    const std::size_t blocks = (parameters.size() + 15) / 16, parts = static_cast<std::size_t>(team.size());
    team.run([&](int number) {
        const auto part = static_cast<std::size_t>(number);
        const std::size_t begin = blocks * part / parts * 16,
                          end = std::min(parameters.size(), blocks * (part + 1) / parts * 16);
        gradient.forPieces(begin, end, [&](std::size_t first, const float* numbers, std::size_t count) {
            const bool moments = !m_first.empty();
            follow(rule,
                   Stretch{parameters.data() + first, numbers, moments ? m_first.data() + first : nullptr,
                           moments ? m_second.data() + first : nullptr},
                   count);
        });
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
