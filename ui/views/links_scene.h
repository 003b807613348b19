// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_shape.h"
#include "ui/figure/label_metrics.h"
#include "ui/figure/link_style.h"
#include "ui/views/links_layout.h"

#include <QImage>
#include <QPalette>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace alignoscope::ui {

/// Everything the links view is drawn from. Tokens are counted as they are shown.
struct LinksScene {
    AttentionSnapshotPtr snapshot; ///< as it is shown; null: nothing to show
    std::vector<TokenLabel> sources, targets;
    std::vector<WeightedLink> links; ///< above the threshold, the lightest first
    double threshold = 0;
    std::optional<GoldAlignment> gold;
    LinkStyle style;
    LinkPlace active;      ///< the token or link that is lit
    bool keyboard = false; ///< it is the keyboard's and the view has the focus
    QString emptyText;
    QString above, below; ///< what the two lines of words are; empty: "source", "target"
    QString hint;         ///< stands in the read-out's place while nothing is lit

    LabelMetrics metrics{QFont()};
    double typeSize = 12;
    LinksLayout layout;
    QPalette palette;
};

// From what changes least to what changes most.

/// Labels, captions and legend, or the empty state.
void drawLinksLabels(QPainter& painter, const LinksScene& scene, const QSizeF& widget);
/// The zone with all but the lit links veiled. `all` is a finished LinksPicture.
QImage litLinksImage(const LinksScene& scene, const QImage& all);
/// Read-out, and what stresses lit tokens.
void drawLinksFocus(QPainter& painter, const LinksScene& scene);

/// Whether a link is lit: it is one of the active token's, or of either token of the active link.
bool isLit(const LinkPlace& active, const WeightedLink& link);
/// What a token is linked with, the heaviest first; at most `most`, none below 0.005.
std::vector<WeightedLink> partners(const LinksScene& scene, const LinkPlace& token, std::size_t most);
/// "zone ← Area 0.83 · European 0.07", "Area → zone 0.83", "zone ← Area  0.83"; empty while nothing is lit.
QString linksReadout(const LinksScene& scene);
/// The same in a sentence: "zone looks at Area 0.83, European 0.07".
QString linksDescription(const LinksScene& scene);

} // namespace alignoscope::ui
