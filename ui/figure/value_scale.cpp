// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/value_scale.h"

#include "ui/figure/diverging_colours.h"

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

double ValueScale::share(double value) const
{
    const double share = (value - low) / (high - low);
    return share > 0 ? std::min(share, 1.0) : 0.0;
}

QRgb colourOf(ColourMap map, const ValueScale& scale, double value)
{
    const double share = scale.share(value);
    return scale.diverging && map != ColourMap::Greys ? divergingColour(share) : colourOf(map, share);
}

QRgb inkOn(ColourMap map, const ValueScale& scale, double value)
{
    return inkOnColour(colourOf(map, scale, value));
}

QString valueText(const ValueScale& scale, double value)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    const QString digits = QString::number(std::abs(value), 'f', 2);
    const bool zero = digits == u"0.00";
    const QString sign =
        zero || value > 0 ? (scale.diverging && !zero ? QStringLiteral("+") : QString()) : QStringLiteral("−");
    return sign + digits;
}

QStringList barMarks(const ValueScale& scale)
{
    const auto mark = [](double value) {
        return (value < 0 ? QStringLiteral("−") : QString()) + QString::number(std::abs(value), 'g', 2);
    };
    return {mark(scale.low), mark((scale.low + scale.high) / 2), mark(scale.high)};
}

} // namespace alignoscope::ui
