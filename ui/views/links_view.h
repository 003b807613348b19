// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_shape.h"
#include "ui/figure/link_style.h"
#include "ui/views/links_layout.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace alignoscope::ui {

class TokenFocus;
struct LinksScene;

/// The attention of one sentence pair as lines: source tokens above, target tokens below, a line as thick as its
/// weight. What is under the pointer, or under the keyboard's cursor, is lit and told in the top line. Zoom, cursor and
/// options stay when the sentence changes. Places are counted in tokens as they are shown.
class LinksView : public QWidget {
    Q_OBJECT
public:
    explicit LinksView(QWidget* parent = nullptr);
    ~LinksView() override;

    /// Shows a picture as the model gave it; null shows the empty state. Cheap while tokens stay the same.
    void setSnapshot(const AttentionSnapshotPtr& snapshot);
    [[nodiscard]] const AttentionSnapshotPtr& snapshot() const; ///< as it is shown
    void setShape(const AttentionShape& shape);
    /// A known alignment of the model's tokens: sure links are framed by a line, possible ones by a dashed line.
    void setGold(std::optional<GoldAlignment> gold);
    void setCaptions(const QString& above, const QString& below); ///< what the lines are; empty: "source", "target"
    void setEmptyText(const QString& text);
    void setWordOrder(WordOrder order); ///< how the words of a line follow each other
    void setColourMap(ColourMap map);
    void setColouring(LinkColouring colouring);
    void setThreshold(double threshold); ///< lighter links are left out
    /// Tells which tokens are looked at here, and lights those that other views of the same sentence speak of.
    void followFocus(TokenFocus* focus);

    [[nodiscard]] double zoom() const; ///< 1: the whole sentence
    [[nodiscard]] double mostZoom() const;
    /// What is at `x` of this widget stays there; the middle without one.
    void setZoom(double zoom, std::optional<double> x = std::nullopt);
    void scrollTo(double left); ///< in pixels of the content
    [[nodiscard]] const LinksScene& scene() const;

    void setCursorPlace(const LinkPlace& place); ///< a token, a link, or nothing
    [[nodiscard]] LinkPlace cursorPlace() const;
    [[nodiscard]] LinkPlace placeAt(const QPointF& point) const;
    /// A token's place beside the links in this widget, its label included; empty where there is none.
    [[nodiscard]] QRect tokenRect(const LinkPlace& token) const;
    /// The middle of a link in this widget.
    [[nodiscard]] QPoint linkPoint(const LinkPlace& link) const;
    [[nodiscard]] QString readout() const;

    [[nodiscard]] QSize sizeHint() const override { return {640, 420}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 150}; }

public slots:
    void zoomIn();
    void zoomOut();
    void fit();

signals:
    /// The lit link, or the heaviest link of the lit token.
    void cellHovered(int target, int source, double weight);
    void cellLeft();
    void windowChanged(); ///< zoom or place
    void linksChanged();  ///< there is another picture to draw

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Parts;
    void reshape();
    void layOut();
    void findLinks();
    void setHovered(const LinkPlace& place);
    void takeFocus();
    void tellFocus();
    void activate();
    void describe();
    void refocus(QFocusEvent* event);
    void drag(double x);
    void zoomBy(double factor);
    void walk(int by, bool toEnd);
    void cross(bool toSource);
    void reveal(const LinkPlace& place);
    void refreshPointer();
    [[nodiscard]] LinksContent content() const;
    [[nodiscard]] LinkPlace linkAt(const QPointF& point) const;
    [[nodiscard]] LinkPlace existing(const LinkPlace& place) const;
    [[nodiscard]] QString tipAt(const QPointF& point) const;

    std::unique_ptr<Parts> m_parts;
};

} // namespace alignoscope::ui
