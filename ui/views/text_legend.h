// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/value_scale.h"

#include <QWidget>

namespace alignoscope::ui {

/// What the colours of a text mean: a bar from weight 0 to the strongest colour's, with a mark at the weight that each
/// word had if all were alike.
class TextLegend : public QWidget {
    Q_OBJECT
public:
    explicit TextLegend(QWidget* parent = nullptr);

    void setScale(const ValueScale& scale, ColourMap map);
    void setWords(int words);            ///< of the text; 0: no mark
    [[nodiscard]] QString words() const; ///< all that it says

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    ValueScale m_scale;
    ColourMap m_map = ColourMap::Viridis;
    int m_words = 0;
};

} // namespace alignoscope::ui
