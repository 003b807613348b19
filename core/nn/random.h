// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace alignoscope::nn {

/// Random numbers that are the same with every standard library (its distributions are not).
class Random {
public:
    explicit Random(std::uint64_t seed) : m_bits(seed) { }
    /// In (0, 1).
    double uniform() { return (static_cast<double>(m_bits() >> 11) + 0.5) * 0x1p-53; }
    /// Standard normal, by Box and Muller.
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }
    /// In 0 … bound − 1; the bias of the modulus is below 2⁻³² for the sizes used here.
    std::uint64_t below(std::uint64_t bound) { return m_bits() % bound; }

private:
    std::mt19937_64 m_bits;
};

/// Scatters a counter over 32 bits (Steele, Lea & Flood's SplitMix64 finaliser): random numbers that depend on where
/// they are used, not on the order in which threads ask for them.
inline std::uint32_t scatter(std::uint64_t counter)
{
    counter += 0x9e3779b97f4a7c15U;
    counter = (counter ^ (counter >> 30)) * 0xbf58476d1ce4e5b9U;
    counter = (counter ^ (counter >> 27)) * 0x94d049bb133111ebU;
    return static_cast<std::uint32_t>((counter ^ (counter >> 31)) >> 32);
}

} // namespace alignoscope::nn
