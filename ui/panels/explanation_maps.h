// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/figure/explanation_figure.h"

#include <QWidget>

#include <array>

namespace alignoscope::ui {

class HeatmapView;
class ResponsiveRow;
class TokenFocus;

/// Three matrices of one sentence with the same axes and linked cursors: attention, gradient × input, leave-one-out.
class ExplanationMaps : public QWidget {
    Q_OBJECT
public:
    explicit ExplanationMaps(TokenFocus& focus, QWidget* parent = nullptr);

    void setExplanation(const Explanation& explanation);
    void setColourMap(ColourMap map);

private:
    QWidget* buildMap(Importance importance, TokenFocus& focus);

    ResponsiveRow* m_row;
    std::array<HeatmapView*, allImportances.size()> m_maps{};
};

} // namespace alignoscope::ui
