// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"
#include "ui/figure/reading_order.h"
#include "ui/figure/text_picture.h"

#include <QAbstractScrollArea>

#include <memory>
#include <optional>

namespace alignoscope::ui {

class TokenFocus;

/// A text as a paragraph whose words are coloured by the attention a classifier gives them. Right-to-left texts read
/// from the right. Arrow keys walk from word to word, Ctrl and the wheel (or + and −, 0) change the size of type.
class TextAttentionView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TextAttentionView(QWidget* parent = nullptr);
    ~TextAttentionView() override;

    /// A picture of one row; null (or any other) shows the empty state. Cheap while the words stay the same.
    void setSnapshot(AttentionSnapshotPtr snapshot);
    [[nodiscard]] const AttentionSnapshotPtr& snapshot() const;
    void setEmptyText(const QString& text); ///< what stands in the place of the text while there is none
    void setColourMap(ColourMap map);
    [[nodiscard]] ColourMap colourMap() const;
    void setWordOrder(WordOrder order);
    void setStretched(bool stretched); ///< the strongest colour is the heaviest word's, not that of weight 1
    void setPaddingShown(bool shown);  ///< what padding took, behind the last word
    /// Words that are known to decide (of a built-in corpus) have a line below; links count the snapshot's words.
    void setGold(const std::optional<GoldAlignment>& gold);
    [[nodiscard]] ValueScale scale() const;
    /// Tells which word is looked at here, and lights up the one that other views of the same text speak of.
    void followFocus(TokenFocus* focus);

    void setCursorWord(int word);                            ///< of the keyboard; -1: none
    [[nodiscard]] int activeWord() const;                    ///< pointed at, or under the keyboard's cursor; -1: none
    [[nodiscard]] QRect wordRect(int word) const;            ///< in the viewport; empty where there is none
    [[nodiscard]] int wordAt(const QPointF& position) const; ///< of the viewport; -1: none
    [[nodiscard]] QString readout() const;                   ///< "great  0.031 · rank 2 of 24"; empty: no active word
    [[nodiscard]] QString paddingText() const;               ///< "padding 0.62"; empty where none is shown

    [[nodiscard]] double zoom() const;
    void setZoom(double zoom); ///< of the size of type; between 0.5 and 4
    void zoomIn();
    void zoomOut();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void wordHovered(int word); ///< another word is active, or its weight is another; -1: none any more
    void scaleChanged();
    void zoomChanged();

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;

    void layOut();
    void refreshScale();
    void refreshPadding();
    void setHovered(int word);
    void activate();
    void takeFocus();
    void tellFocus();
    void describe();
    void reveal(int word);
    [[nodiscard]] QPointF origin() const; ///< of the text, in the viewport
};

} // namespace alignoscope::ui
