// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/colour_map.h"
#include "ui/figure/value_scale.h"

#include <QWidget>

#include <vector>

namespace alignoscope::ui {

class HeatmapView;

/// The mean over all units at every token, as bars exactly below the columns of a heatmap.
class UnitMeansView : public QWidget {
    Q_OBJECT
public:
    /// The heatmap stands directly above, as wide as this; it must outlive this.
    explicit UnitMeansView(HeatmapView* heatmap, QWidget* parent = nullptr);

    void setMeans(std::vector<float> means, const ValueScale& scale);
    void setColourMap(ColourMap map);
    void setActive(int column); ///< −1: none

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF column(std::size_t i) const;
    [[nodiscard]] int widest() const; ///< of the means as text
    void paintBar(QPainter& painter, std::size_t i) const;

    HeatmapView* m_heatmap;
    std::vector<float> m_means;
    ValueScale m_scale;
    float m_largest = 1; ///< of the means, without sign
    ColourMap m_colourMap = ColourMap::Viridis;
    int m_active = -1;
};

} // namespace alignoscope::ui
