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

struct Block {
    float* parameters;
    const float* gradient;
    float *first, *second; ///< moments; null where there are none
};

Sixteen load(const float* from, std::size_t count)
{
    if (from && count == 16)
        return Eigen::Map<const Sixteen>(from);
    Sixteen values = Sixteen::Zero();
    if (from)
        std::copy_n(from, count, values.data());
    return values;
}

void store(const Sixteen& values, float* to, std::size_t count)
{
    if (!to)
        return;
    if (Eigen::Map<Sixteen> whole(to); count == 16)
        whole = values;
    else
        std::copy_n(values.data(), count, to);
}

template <class Rule>
void follow(const Rule& rule, const Block& block, std::size_t begin, std::size_t end)
{
    const auto at = [](auto* from, std::size_t i) { return from ? from + i : nullptr; };
    for (std::size_t i = begin; i < end; i += 16) {
        const std::size_t count = std::min<std::size_t>(16, end - i);
        Sixteen p = load(block.parameters + i, count), m = load(at(block.first, i), count),
                v = load(at(block.second, i), count);
        rule(p, load(block.gradient + i, count), m, v);
        store(p, block.parameters + i, count);
        store(m, at(block.first, i), count);
        store(v, at(block.second, i), count);
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
    const std::size_t blocks = (parameters.size() + 15) / 16, parts = static_cast<std::size_t>(team.size());
    const Block block{parameters.data(), gradient.data(), m_first.empty() ? nullptr : m_first.data(),
                      m_second.empty() ? nullptr : m_second.data()};
    team.run([&](int number) {
        const auto part = static_cast<std::size_t>(number);
        const std::size_t begin = blocks * part / parts * 16,
                          end = std::min(parameters.size(), blocks * (part + 1) / parts * 16);
        switch (m_kind) {
        case OptimizerKind::Sgd:
            follow(Sgd{static_cast<float>(learningRate) * scale}, block, begin, end);
            break;
        case OptimizerKind::Adam:
            follow(Adam(scale, learningRate, static_cast<double>(m_updates)), block, begin, end);
            break;
        case OptimizerKind::Adadelta:
            follow(Adadelta{scale, static_cast<float>(learningRate)}, block, begin, end);
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
