// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/beam_layout.h"

#include <QAbstractScrollArea>

#include <memory>
#include <optional>

namespace alignoscope::ui {

/// The tree of a beam search: a column a step, words as boxes, what the search kept solid, what it pruned pale, the
/// hypothesis that leads in the accent colour. One node is chosen, by pointer or keyboard. Draws what is visible only.
/// Nodes count in the trace.
class BeamTreeView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit BeamTreeView(QWidget* parent = nullptr);
    ~BeamTreeView() override;

    /// Null shows the empty state. Shows all steps and chooses nothing; zoom and place stay.
    void setTrace(BeamTracePtr trace);
    [[nodiscard]] const BeamTracePtr& trace() const;
    void setEmptyText(const QString& text);
    /// What came after so many steps is hidden.
    void setStep(int step);
    [[nodiscard]] int step() const;
    /// A node that is not shown is not chosen (-1).
    void setChosen(int node);
    [[nodiscard]] int chosen() const;
    [[nodiscard]] int hovered() const; ///< under the pointer; -1: none
    void setPrunedShown(bool shown);
    void setWordOrder(WordOrder order); ///< whether the tree grows to the right or to the left
    [[nodiscard]] bool prunedShown() const;

    [[nodiscard]] double zoom() const; ///< 1: the type is as large as the window's
    void setZoom(double zoom);         ///< about the middle
    /// The whole tree in sight, also when it or the view changes, until somebody zooms.
    void setWhole(bool whole);
    [[nodiscard]] bool whole() const;

    void bringIntoSight(int node);
    /// Where a node's box is drawn, in the viewport; empty when it is not shown.
    [[nodiscard]] QRect nodeRect(int node) const;
    [[nodiscard]] int nodeAt(const QPointF& position) const; ///< -1: none
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void nodeChosen(int node);  ///< by the user
    void nodeHovered(int node); ///< -1: none any more
    void stepWished(int step);  ///< by the keyboard; may be out of range
    void wholeChanged(bool whole);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;

    void layOut();
    void arrange();
    void stress();
    void setHovered(int node);
    void zoomAbout(const QPointF& position, double zoom);
    void describe();
    void chooseByUser(int node);
    bool zoomByKey(const QKeyEvent& event);
    [[nodiscard]] std::optional<int> neighbour(int key) const;
    [[nodiscard]] QPointF origin() const;
};

} // namespace alignoscope::ui
