// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/translation_job.h"
#include "ui/models/hypothesis_model.h"
#include "ui/panels/view_panel.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace alignoscope::ui {

class HeatmapView;
class NoAlignmentNote;
class Workbench;

/// Type a sentence, get its translations and the attention of the chosen one. Works while training goes on.
class TranslatePanel : public ViewPanel {
    Q_OBJECT
public:
    explicit TranslatePanel(Workbench& workbench, QWidget* parent = nullptr);

    [[nodiscard]] HeatmapView* heatmap() { return m_heatmap; }
    [[nodiscard]] std::optional<ExportContent> exportContent() const override;
    void setColourMap(ColourMap map) override;

private:
    void build();
    QLayout* buildQuestion();
    QWidget* buildAnswer();
    void translate();
    void show(const TranslationPtr& translation, qint64 step);
    void showChosen();
    void setPicture(const AttentionSnapshotPtr& picture);
    void forget();
    void refresh();
    [[nodiscard]] QString echo(const Translation& translation) const;

    Workbench& m_workbench;
    TranslationJob m_job;
    TranslationPtr m_translation;
    qint64 m_step = 0;
    HypothesisModel m_model;
    QLineEdit* m_source;
    QPushButton* m_button;
    QSpinBox* m_beam;
    QSpinBox* m_best;
    QLabel* m_message;
    QTableView* m_table;
    HeatmapView* m_heatmap;
    NoAlignmentNote* m_note; ///< in its place where the model has no attention
};

} // namespace alignoscope::ui
