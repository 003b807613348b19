// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace alignoscope::ui {

/// Perceptually even colour maps that colour-blind readers and grey printers keep in order.
enum class ColourMap {
    Cividis, ///< Nuñez, Anderton & Renslow 2018: blue to yellow, made for colour-blind readers
    Viridis, ///< Smith & van der Walt 2015: violet over green to yellow
    Greys,   ///< white to black, for print
};

inline constexpr std::array allColourMaps = {ColourMap::Viridis, ColourMap::Cividis, ColourMap::Greys};

/// The opaque colour of a weight; weights outside 0…1 (and not-a-number) take the nearest end (the lower one).
QRgb colourOf(ColourMap map, double weight01);
/// Black or white, whichever is better read on the colour of that weight.
QRgb inkOn(ColourMap map, double weight01);
/// Black or white, whichever is better read on a colour.
QRgb inkOnColour(QRgb colour);
/// For people: "Viridis".
QString displayName(ColourMap map);
/// The map of a name, in any case: "cividis", "viridis", "greys" (also "grays").
std::optional<ColourMap> colourMapNamed(QStringView name);

} // namespace alignoscope::ui
