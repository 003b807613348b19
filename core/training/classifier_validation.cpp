// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/classifier_validation.h"

#include "decoding/labelling.h"

#include <algorithm>
#include <numeric>

namespace alignoscope::training {
namespace {

constexpr std::size_t textsTogether = 32;

} // namespace

ClassifierValidation::ClassifierValidation(const models::TextClassifier<float>& network, const Dataset& dataset,
                                           nn::ThreadTeam& team)
    : m_network(network), m_dataset(dataset), m_team(team), m_order(dataset.validation.size())
{
    std::iota(m_order.begin(), m_order.end(), std::size_t(0));
    std::stable_sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
        return dataset.validation.source(a).size() < dataset.validation.source(b).size();
    });
}

std::optional<ValidationReport> ClassifierValidation::measure(const nn::Weights<float>& weights, std::stop_token stop,
                                                              const std::function<void()>& between) const
{
    std::vector<Sums> sums(static_cast<std::size_t>(m_team.size()));
    for (std::size_t first = 0; first < m_order.size(); first += textsTogether * sums.size()) {
        if (stop.stop_requested())
            return std::nullopt;
        m_team.run([&](int part) {
            const std::size_t begin = std::min(m_order.size(), first + textsTogether * static_cast<std::size_t>(part));
            score(weights, begin, std::min(m_order.size(), begin + textsTogether),
                  sums[static_cast<std::size_t>(part)]);
        });
        between();
    }
    ValidationReport report;
    const auto texts = static_cast<double>(m_order.size());
    for (const Sums& one : sums) {
        report.loss += one.loss / texts;
        report.tokenAccuracy += static_cast<double>(one.correct) / texts;
    }
    return report;
}

void ClassifierValidation::score(const nn::Weights<float>& weights, std::size_t first, std::size_t end,
                                 Sums& sums) const
{
    std::vector<std::span<const TokenId>> texts;
    for (std::size_t i = first; i < end; ++i)
        texts.push_back(m_dataset.validation.source(m_order[i]));
    const auto labelled = decoding::Labelling(m_network, weights).label(texts);
    for (std::size_t i = first; i < end; ++i) {
        const std::int32_t label = models::labelOf(m_dataset.validation.target(m_order[i]).front());
        sums.loss += labelled[i - first].loss(label);
        sums.correct += labelled[i - first].label == label ? 1 : 0;
    }
}

} // namespace alignoscope::training
