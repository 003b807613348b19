// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/colour_map.h"

#include <QStringList>

namespace alignoscope::ui {

/// Which numbers a matrix holds and how they become colours.
struct ValueScale {
    double low = 0, high = 1;
    /// Colours fall away from a pale middle: blue below, red above it, whatever colour map is chosen (the greys stay
    /// grey). For differences and states, with low = −high.
    bool diverging = false;
    bool operator==(const ValueScale&) const = default;

    /// −m…m; a matrix without any difference gets ±0.01.
    static ValueScale around0(double m) { return {-std::max(m, 0.01), std::max(m, 0.01), true}; }

    /// 0 at `low`, 1 at `high`, the nearest of them outside; not-a-number is 0.
    [[nodiscard]] double share(double value) const;
};

/// The opaque colour of a value. Blue and red by Moreland 2009 ("Diverging Color Maps for Scientific Visualization").
QRgb colourOf(ColourMap map, const ValueScale& scale, double value);
/// Black or white, whichever is better read on that colour.
QRgb inkOn(ColourMap map, const ValueScale& scale, double value);

/// A value as read-outs tell it: "0.83", of a diverging scale "+0.12" and "−0.40"; "–" for not-a-number. The point is a
/// point in every language.
QString valueText(const ValueScale& scale, double value);
/// What the lower end, the middle and the upper end of a colour bar are called: "0", "0.5", "1" or "−0.4", "0", "0.4".
QStringList barMarks(const ValueScale& scale);

/// How a matrix of tokens is labelled and coloured, on screen and in figures.
struct MatrixLook {
    ValueScale scale;
    QString across,
        down;     ///< what stands along the top (without its arrow) and down the side; empty: "source", "target ↓"
    QString cell; ///< a cell in words, of row, column and value: "unit %1 at %2: %3"; empty: "%1 ← %2  %3"
    bool stretched = false; ///< rows are numbers, not words: cells need not be squarish and fill what room there is
    bool operator==(const MatrixLook&) const = default;
};

} // namespace alignoscope::ui
