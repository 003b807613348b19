// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/diverging_colours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace alignoscope::ui {
namespace {

/// Moreland's polar form of CIELAB: magnitude, saturation, hue.
struct Msh {
    double m, s, h;
};
constexpr Msh blue{80, 1.08, -1.1}, paleBlue{88, 0, -1.661}, paleRed{88, 0, 1.061}, red{80, 1.08, 0.5};

double inverseLab(double f)
{
    return f > 6.0 / 29 ? f * f * f : (f - 4.0 / 29) * 3 * 36 / 841;
}

int channel(double linear)
{
    const double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
    return static_cast<int>(std::lround(255 * std::clamp(value, 0.0, 1.0)));
}

QRgb toRgb(const Msh& colour)
{
    const double lightness = colour.m * std::cos(colour.s);
    const double a = colour.m * std::sin(colour.s) * std::cos(colour.h);
    const double b = colour.m * std::sin(colour.s) * std::sin(colour.h);
    const double f = (lightness + 16) / 116; // CIELAB to XYZ, D65
    const double x = 0.95047 * inverseLab(f + a / 500), y = inverseLab(f), z = 1.08883 * inverseLab(f - b / 200);
    return qRgb(channel(3.2406 * x - 1.5372 * y - 0.4986 * z), channel(-0.9689 * x + 1.8758 * y + 0.0415 * z),
                channel(0.0557 * x - 0.2040 * y + 1.0570 * z));
}

Msh between(const Msh& from, const Msh& to, double share)
{
    const auto mix = [share](double a, double b) { return (1 - share) * a + share * b; };
    return {mix(from.m, to.m), mix(from.s, to.s), mix(from.h, to.h)};
}

} // namespace

QRgb divergingColour(double share)
{
    // The middle has no saturation; its hue turns away on each side, so that the magnitude grows evenly.
    if (share < 0.5)
        return toRgb(between(blue, paleBlue, 2 * share));
    return toRgb(between(paleRed, red, 2 * share - 1));
}

} // namespace alignoscope::ui
