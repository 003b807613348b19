// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "probing/principal_components.h"

#include "alignoscope/error.h"
#include "nn/random.h"
#include "nn/thread_team.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>
#include <vector>

namespace alignoscope::probing {

namespace {

using Matrix = nn::Matrix<double>;

constexpr Index shares = 8; // of the points, summed in one order whoever adds them up
constexpr Index extra = 14; // directions beside the wanted ones: convergence goes by λ_(count + extra) / λ_count
constexpr Index few = 128;  // dimensions
constexpr int roundsAtMost = 500; // more matter only when two components are the same, and then either is as good
constexpr double precision = 1e-11;

/// C Q = X Xᵀ Q / (N − 1) without ever forming C.
Matrix covarianceTimes(const nn::ConstMatrixRef<double>& centred, const Matrix& q, nn::ThreadTeam& team)
{
    std::vector<Matrix> sums(shares);
    const Index all = centred.cols();
    team.run([&](int part) {
        for (Index share = part; share < shares; share += team.size()) {
            const Index from = all * share / shares, to = all * (share + 1) / shares;
            const auto some = centred.middleCols(from, to - from);
            const Matrix along = some.transpose() * q;
            sums[static_cast<std::size_t>(share)].noalias() = some * along;
        }
    });
    for (std::size_t share = 1; share < sums.size(); ++share)
        sums[0] += sums[share];
    return sums[0] / static_cast<double>(std::max<Index>(1, all - 1));
}

Matrix orthonormal(const Matrix& columns)
{
    const Eigen::HouseholderQR<Matrix> qr(columns);
    return qr.householderQ() * Matrix::Identity(columns.rows(), columns.cols());
}

/// Anything but a special direction.
Matrix start(Index rows, Index cols)
{
    nn::Random random(1901);
    Matrix q(rows, cols);
    for (Index i = 0; i < q.size(); ++i)
        q(i) = random.normal();
    return orthonormal(q);
}

void fixSigns(Matrix& axes)
{
    for (Index component = 0; component < axes.cols(); ++component) {
        Index largest = 0;
        axes.col(component).cwiseAbs().maxCoeff(&largest);
        if (axes(largest, component) < 0)
            axes.col(component) = -axes.col(component);
    }
}

} // namespace

// Subspace iteration with Rayleigh and Ritz's projection (Golub & Van Loan, Matrix Computations, 8.2): the few largest
// components of a thousand dimensions in the time of a few dozen products, where all of them would take minutes. In few
// dimensions the subspace is the whole space, and the first round is exact.
PrincipalComponents leadingDirections(const nn::ConstMatrixRef<double>& centred, Index count, int threads,
                                      const std::stop_token& stop)
{
    PrincipalComponents found;
    nn::ThreadTeam team(std::clamp(threads, 1, static_cast<int>(shares)));
    Matrix q = start(centred.rows(), centred.rows() <= few ? centred.rows() : count + extra);
    for (int round = 0; round < roundsAtMost; ++round) {
        if (stop.stop_requested())
            throw Error(ErrorKind::Cancelled, {"principal components", "stopped before they were found", {}, {}, {}});
        const Matrix y = covarianceTimes(centred, q, team);
        const Eigen::SelfAdjointEigenSolver<Matrix> small(q.transpose() * y); // H = Qᵀ C Q = W Λ Wᵀ, ascending
        const Matrix w = small.eigenvectors().rowwise().reverse();
        const nn::Vector<double> lambda = small.eigenvalues().reverse();
        const Matrix image = y * w; // C V, V = Q W
        found.axes = (q * w).leftCols(count);
        found.variances = lambda.head(count).cwiseMax(0);
        const Matrix residual = image.leftCols(count) - found.axes * found.variances.asDiagonal();
        if (residual.colwise().norm().maxCoeff() <= precision * found.variances(0) || q.cols() == q.rows())
            break;
        q = orthonormal(image);
    }
    fixSigns(found.axes);
    return found;
}

PrincipalComponents principalComponents(const nn::ConstMatrixRef<double>& points, Index count, int threads,
                                        const std::stop_token& stop)
{
    const nn::Vector<double> mean = points.rowwise().mean();
    const Matrix centred = points.colwise() - mean;
    PrincipalComponents found = leadingDirections(centred, count, threads, stop);
    found.mean = mean;
    found.total = centred.squaredNorm() / static_cast<double>(std::max<Index>(1, points.cols() - 1));
    return found;
}

} // namespace alignoscope::probing
