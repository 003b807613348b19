// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/token_focus.h"
#include "ui/figure/export_content.h"

#include "alignoscope/states.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QScrollBar;

namespace alignoscope::ui {

class HeatmapView;
class UnitMeansView;

/// Gates and states of one layer over a sentence: a row a unit, a column a token, and the mean of all units below.
class UnitsPanel : public QWidget {
    Q_OBJECT
public:
    explicit UnitsPanel(QWidget* parent = nullptr);

    void setStates(SentenceStatesPtr states); ///< null: none
    void setEmptyText(const QString& text);
    void setColourMap(ColourMap map);
    void followFocus(TokenFocus* focus);
    [[nodiscard]] const SentenceStatesPtr& states() const { return m_states; }
    /// What is seen, as a figure; nothing while there is nothing.
    [[nodiscard]] std::optional<ExportContent> exportContent() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QComboBox* choice(const char* name, const QString& tip);
    void arrange(); ///< another layer, other numbers or another order: all anew
    void showRows();
    void offerRows(int units);
    void offerLayers();
    void offerQuantities();
    void explain();
    void takeFocus();
    void tellFocus();
    [[nodiscard]] const LayerStates* layer() const; ///< null: there is nothing to see
    [[nodiscard]] Quantity what() const;
    [[nodiscard]] bool ofDecoder() const;
    [[nodiscard]] const UnitMatrix& matrix() const;
    [[nodiscard]] const std::vector<std::string>& tokens() const;
    [[nodiscard]] MatrixLook look() const;

    SentenceStatesPtr m_states;
    std::vector<std::int32_t> m_order; ///< row → unit
    TokenFocus* m_focus = nullptr;     ///< the window's
    TokenFocus m_columns;              ///< the heatmap's own: its columns are source or target tokens
    QComboBox* m_layer;
    QComboBox* m_what;
    QComboBox* m_unitOrder;
    QComboBox* m_rows;
    QLabel* m_explanation;
    HeatmapView* m_heatmap;
    UnitMeansView* m_means;
    QScrollBar* m_scroll;
};

} // namespace alignoscope::ui
