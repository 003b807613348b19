// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/axis_labels.h"

#include <vector>

namespace alignoscope::ui {

/// The tokens of one sentence side by side, as running text where there is room, at equal distances where there is not.
/// All x are counted from the left end of the wider of the two sentences.
struct LinkRow {
    std::vector<double> edges; ///< of the places from the left, one more than there are tokens
    AxisLabels labels;         ///< with the order of the tokens

    [[nodiscard]] int size() const { return static_cast<int>(edges.size()) - 1; }
    [[nodiscard]] const ReadingOrder& order() const { return labels.order; }
    [[nodiscard]] double left(int token) const { return edges[static_cast<std::size_t>(order().placeOf(token))]; }
    [[nodiscard]] double right(int token) const { return edges[static_cast<std::size_t>(order().placeOf(token)) + 1]; }
    [[nodiscard]] double centre(int token) const { return (left(token) + right(token)) / 2; }
    [[nodiscard]] double pitch() const { return size() > 0 ? (edges.back() - edges.front()) / size() : 0; }
    /// The place at x; left and right of the row the outermost one. -1 in an empty row.
    [[nodiscard]] int placeAt(double x) const;
    [[nodiscard]] int tokenAt(double x) const;
    /// A place within the row as a number of tokens from where the sentence begins (2.5: the middle of the third), and
    /// back.
    [[nodiscard]] double tokensBefore(double x) const;
    [[nodiscard]] double xAfter(double tokens) const;
};

/// Both sentences, source above and target below.
struct LinkRows {
    LinkRow source, target;
    double width = 0;
};

struct LinkRowLimits {
    double typeSize = 12;
    double smallest = 8;  ///< type; below it labels are left out instead
    double longest = 120; ///< what a label may take away from the links in height
    double gap = 5;       ///< between label and links
    double largest = 1;   ///< times typeSize where there is room
};

/// What is laid out.
struct LinkTokens {
    const std::vector<TokenLabel>& sources;
    const std::vector<TokenLabel>& targets;
    WordOrder wordOrder = WordOrder::AsWritten;
};

/// How wide both sentences stand as running text in `typeSize`.
double naturalWidth(const LinkTokens& tokens, const LabelMetrics& metrics, double typeSize);

/// Lays both out on `width`. The shorter sentence is stretched, so that links of a word-for-word translation stand
/// upright, but by no more than 1.6 times.
LinkRows layOutLinkRows(const LinkTokens& tokens, const LabelMetrics& metrics, double width,
                        const LinkRowLimits& limits);

/// How far slanted labels reach beyond the rows: those above to the right, those below to the left.
double rightOverhang(const LinkRows& rows);
double leftOverhang(const LinkRows& rows, const LabelMetrics& metrics);

/// The label of a token whose centre is at x. `foot` is where the links begin: the label stands above it (source) or
/// below it (target).
PlacedLabel placeAboveLinks(const LinkRow& row, const LabelMetrics& metrics, int token, double centre, double foot);
PlacedLabel placeBelowLinks(const LinkRow& row, const LabelMetrics& metrics, int token, double centre, double foot);

} // namespace alignoscope::ui
