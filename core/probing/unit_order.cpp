// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/states.h"
#include "probing/principal_components.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace alignoscope {

namespace {

using probing::Index;

/// A column a unit, its mean over the sentence taken away.
nn::Matrix<double> movements(const UnitMatrix& matrix)
{
    nn::Matrix<double> columns(matrix.positions, matrix.units);
    for (std::int32_t u = 0; u < matrix.units; ++u) {
        const auto values = matrix.unit(u);
        for (Index j = 0; j < columns.rows(); ++j)
            columns(j, u) = static_cast<double>(values[static_cast<std::size_t>(j)]);
    }
    return columns.rowwise() - columns.colwise().mean();
}

/// Turns the circle of angles so that it begins after its widest gap.
void cutOpen(std::vector<std::int32_t>& order, const std::vector<double>& angles)
{
    const auto angle = [&](std::size_t place) { return angles[static_cast<std::size_t>(order[place])]; };
    std::size_t first = 0;
    double widest = order.empty() ? 0 : angle(0) + 2 * std::numbers::pi - angle(order.size() - 1);
    for (std::size_t place = 1; place < order.size(); ++place)
        if (const double gap = angle(place) - angle(place - 1); gap > widest) {
            widest = gap;
            first = place;
        }
    std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(first), order.end());
}

/// Columns m_u of length 1: R = MᵀM holds the correlations of the units. Its eigenvectors are e_k = Mᵀ v_k / √λ_k,
/// where v_k are those of MMᵀ, which is small: a sentence has fewer positions than a layer has units.
void bySimilarity(std::vector<std::int32_t>& order, nn::Matrix<double> moves)
{
    constexpr double still = 1e-12;
    const auto firstStill =
        std::stable_partition(order.begin(), order.end(), [&](auto u) { return moves.col(u).norm() > still; });
    const std::vector<std::int32_t> resting(firstStill, order.end());
    order.erase(firstStill, order.end());
    if (order.size() > 2 && moves.rows() > 1) {
        for (const std::int32_t u : order)
            moves.col(u).normalize();
        const auto components = probing::leadingDirections(moves, 2, 1, {});
        const nn::Vector<double> scale = components.variances.cwiseSqrt().cwiseMax(still).cwiseInverse();
        const nn::Matrix<double> plane = scale.asDiagonal() * components.axes.transpose() * moves;
        std::vector<double> angles(static_cast<std::size_t>(moves.cols()), 0);
        for (const std::int32_t u : order)
            angles[static_cast<std::size_t>(u)] = std::atan2(plane(1, u), plane(0, u));
        std::ranges::stable_sort(order, {}, [&](auto u) { return angles[static_cast<std::size_t>(u)]; });
        cutOpen(order, angles);
    }
    order.insert(order.end(), resting.begin(), resting.end());
}

} // namespace

std::vector<std::int32_t> orderUnits(const UnitMatrix& matrix, UnitOrder order)
{
    std::vector<std::int32_t> units(static_cast<std::size_t>(matrix.units));
    std::iota(units.begin(), units.end(), 0);
    if (order == UnitOrder::Index || matrix.positions == 0)
        return units;
    const nn::Matrix<double> moves = movements(matrix);
    if (order == UnitOrder::Variance)
        std::ranges::stable_sort(units, std::greater(), [&](auto u) { return moves.col(u).squaredNorm(); });
    else
        bySimilarity(units, moves);
    return units;
}

std::vector<float> meanOverUnits(const UnitMatrix& matrix)
{
    std::vector<double> sums(static_cast<std::size_t>(matrix.positions), 0);
    for (std::int32_t u = 0; u < matrix.units; ++u)
        for (std::size_t j = 0; j < sums.size(); ++j)
            sums[j] += static_cast<double>(matrix.unit(u)[j]);
    std::vector<float> means;
    for (const double sum : sums)
        means.push_back(static_cast<float>(sum / std::max(1, matrix.units)));
    return means;
}

} // namespace alignoscope
