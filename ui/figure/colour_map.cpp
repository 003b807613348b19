// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/colour_map.h"

#include "ui/figure/colour_map_tables.h"

#include <QCoreApplication>

#include <cmath>

namespace alignoscope::ui {
namespace {

// Relative luminance of sRGB (WCAG 2.1).
double luminance(QRgb colour)
{
    const auto linear = [](int channel) {
        const double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

} // namespace

QRgb colourOf(ColourMap map, double weight01)
{
    const double weight = weight01 > 0 ? std::min(weight01, 1.0) : 0.0;
    const auto entry = static_cast<std::size_t>(std::lround(weight * 255));
    switch (map) {
    case ColourMap::Cividis:
        return 0xff000000U | cividisTable[entry];
    case ColourMap::Viridis:
        return 0xff000000U | viridisTable[entry];
    case ColourMap::Greys:
        break;
    }
    const int grey = 255 - static_cast<int>(entry);
    return qRgb(grey, grey, grey);
}

QRgb inkOn(ColourMap map, double weight01)
{
    return inkOnColour(colourOf(map, weight01));
}

QRgb inkOnColour(QRgb colour)
{
    // The luminance at which black and white have the same contrast.
    return luminance(colour) > 0.179 ? qRgb(0, 0, 0) : qRgb(255, 255, 255);
}

QString displayName(ColourMap map)
{
    switch (map) {
    case ColourMap::Cividis:
        return QCoreApplication::translate("ColourMap", "Cividis");
    case ColourMap::Viridis:
        return QCoreApplication::translate("ColourMap", "Viridis");
    case ColourMap::Greys:
        break;
    }
    return QCoreApplication::translate("ColourMap", "Greys");
}

std::optional<ColourMap> colourMapNamed(QStringView name)
{
    const QString key = name.trimmed().toString().toLower();
    if (key == u"cividis")
        return ColourMap::Cividis;
    if (key == u"viridis")
        return ColourMap::Viridis;
    if (key == u"greys" || key == u"grays" || key == u"grey" || key == u"gray")
        return ColourMap::Greys;
    return std::nullopt;
}

} // namespace alignoscope::ui
