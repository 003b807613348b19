// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/label_metrics.h"
#include "ui/figure/text_flow.h"
#include "ui/figure/text_picture.h"
#include "ui/figure/token_label.h"

#include <QPalette>

class QPainter;

namespace alignoscope::ui {

/// Everything a text view draws, in pixels from the text's upper left corner.
struct TextAttentionScene {
    AttentionSnapshotPtr picture; ///< null: `emptyText` stands in its place
    ValueScale scale;
    ColourMap colourMap = ColourMap::Viridis;
    std::vector<TokenLabel> words;
    QString padding; ///< what stands behind the last word; empty: nothing
    WordOrder wordOrder = WordOrder::AsWritten;
    TextFlow flow;           ///< of the words, then of the padding
    std::vector<bool> known; ///< words that are known to decide, by place; empty: nobody says
    LabelMetrics metrics{QFont()};
    double typeSize = 16;
    double lineWidth = 0;
    int active = -1;       ///< the word that is spelled out
    int linked = -1;       ///< the word that another view speaks of
    bool keyboard = false; ///< `active` is the keyboard's
    QPalette palette;
    QString emptyText;

    /// Measures the words and puts them in their places. Needs picture, words, padding, metrics, type and width.
    void layOut();
    [[nodiscard]] int wordAt(const QPointF& position) const; ///< -1: none
    void paint(QPainter& painter, const QRectF& visible) const;

private:
    void paintWord(QPainter& painter, int word) const;
    [[nodiscard]] bool isKnown(int word) const;
    void paintPadding(QPainter& painter) const;
    [[nodiscard]] QString shown(const QString& text, double room) const;
};

} // namespace alignoscope::ui
