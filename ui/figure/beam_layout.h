// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/beam_trace.h"
#include "ui/figure/label_metrics.h"
#include "ui/figure/reading_order.h"

#include <QPainterPath>
#include <QRectF>

#include <memory>
#include <vector>

namespace alignoscope::ui {

using BeamTracePtr = std::shared_ptr<const BeamTrace>;

/// Where the hypotheses of a beam search stand: a column a step, the best of the finished ones along the top, so that
/// no two lines cross. Columns follow each other as the words of the best translation are written. The top left corner
/// is (0, 0); one unit is that of the type's size.
struct BeamLayout {
    struct Item {
        QRectF box; ///< empty: left out
        TokenLabel label;
        double size = 0; ///< of its type; pruned ones are smaller
    };
    double typeSize = 0;
    std::vector<Item> items;     ///< as the trace's nodes
    bool fromRight = false;      ///< the start stands at the right
    std::vector<QRectF> columns; ///< of each step, the start first: from where its boxes begin to where all have ended
    std::vector<std::vector<int>> order; ///< each column's nodes from top to bottom
    QSizeF size;

    [[nodiscard]] const Item& item(int node) const { return items[static_cast<std::size_t>(node)]; }
    [[nodiscard]] bool shows(int node) const { return !item(node).box.isEmpty(); }
    /// Where a box or a column begins, and where what follows comes: left and right, or the other way round.
    [[nodiscard]] double begin(const QRectF& box) const { return fromRight ? box.right() : box.left(); }
    [[nodiscard]] double end(const QRectF& box) const { return fromRight ? box.left() : box.right(); }
    [[nodiscard]] double forth() const { return fromRight ? -1 : 1; }
    /// Where a text or a box of that width starts from the left, if it begins at x.
    [[nodiscard]] double leftOf(double x, double width) const { return fromRight ? x - width : x; }
    /// The columns up to a step, as wide as they are.
    [[nodiscard]] QRectF extent(int step) const;
    /// The line from a node's parent to the node.
    [[nodiscard]] QPainterPath edge(const BeamTrace& trace, int node) const;
    /// Where that line leaves its parent's height.
    [[nodiscard]] QPointF bend(const BeamTrace& trace, int node) const;
    /// How thick it is: thicker the likelier the word.
    [[nodiscard]] double edgeWidth(const BeamTrace& trace, int node) const;
    /// Behind a finished hypothesis: a disc for its rank, and where the base line of its score begins.
    [[nodiscard]] QRectF badge(int node) const;
    [[nodiscard]] QPointF scoreOrigin(int node, const QString& text, const LabelMetrics& metrics) const;
    /// Where the base line of a node's word begins, and of the probability above the end of its line.
    [[nodiscard]] QPointF wordOrigin(int node, const LabelMetrics& metrics) const;
    [[nodiscard]] QPointF probabilityOrigin(int node, const QString& text, const LabelMetrics& metrics) const;
};

constexpr double beamScoreSize = 0.85, beamProbabilitySize = 0.72; ///< of the type's

/// `pruned`: with what was looked at and not kept.
BeamLayout layOutBeam(const BeamTrace& trace, bool pruned, const LabelMetrics& metrics, double typeSize,
                      WordOrder wordOrder = WordOrder::AsWritten);

/// Whether a hypothesis is done: by its end, or because it had no room.
inline bool isDone(const BeamTrace::Node& node)
{
    return node.fate == BeamTrace::Fate::Finished || node.fate == BeamTrace::Fate::Cut;
}
/// Its place among those that are done after so many steps, the best first; 1, 2, …
int rankAfter(const BeamTrace& trace, int node, int step);

/// "0.62"; "<0.01" for what would round to nothing.
QString probabilityText(double logProbability);
/// "−0.57".
QString logText(double value);
/// A font for the words of a search, of both sides.
QFont beamFont(const QString& family, const BeamTrace& trace);

} // namespace alignoscope::ui
