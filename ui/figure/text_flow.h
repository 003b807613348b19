// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/reading_order.h"

#include <QRectF>

#include <vector>

namespace alignoscope::ui {

struct TextFlowLook {
    double width = 0;  ///< of a line
    double height = 0; ///< of a word's box
    double gap = 0;    ///< between two words of a line
    double lead = 0;   ///< between two lines
};

/// Words in boxes, one after the other, in as many lines as they need.
struct TextFlow {
    std::vector<QRectF> places; ///< one a word; none wider than a line
    std::vector<int> lines;     ///< of each word, counted from 0
    double height = 0;          ///< of all lines
    bool fromRight = false;     ///< the first word of a line stands at its right

    /// The word that an arrow key leads to: left and right as the words are seen, over the end of a line to the next
    /// one; up and down to the nearest word of the line above or below. The word itself where there is none. Only the
    /// first `count` words are gone to.
    [[nodiscard]] int neighbour(int word, int key, int count) const;
};

/// `widths` of the words' boxes, in any unit, and their order.
TextFlow flowText(const std::vector<double>& widths, const ReadingOrder& order, const TextFlowLook& look);

} // namespace alignoscope::ui
