// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model_job.h"
#include "ui/models/what_if_answer.h"
#include "ui/panels/view_panel.h"

class QButtonGroup;

namespace alignoscope::ui {

class AttentionEditor;
class HeatmapView;
class NextWordPopup;
class Playback;
class QuestionBar;
class SentencesPanel;
class TokenFocus;
class WhatIfWords;
class Workbench;

/// What would the model say if …: words said for it, attention drawn elsewhere, source words hidden; its own
/// translation, the changed one, and the difference. Changes belong to the sentence and end with it.
class WhatIfPanel : public ViewPanel {
    Q_OBJECT
public:
    WhatIfPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, QWidget* parent = nullptr);

    [[nodiscard]] HeatmapView* heatmap() { return m_heatmap; }
    void followFocus(TokenFocus* focus);
    [[nodiscard]] std::optional<ExportContent> exportContent() const override;
    void setColourMap(ColourMap map) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(Playback& playback, const SentencesPanel& sentences);
    QWidget* buildViews();
    void connectWords();
    void connectEditor();

    void take(const QString& sentence);
    void ask();
    void show(const WhatIfAnswerPtr& answer);
    void showPicture();
    void showMarks(const AttentionSnapshot& picture);
    void forget();
    void refreshEmptyText();
    [[nodiscard]] bool attends() const;  ///< whether the model that answered has attention
    [[nodiscard]] bool answered() const; ///< what is shown is of the sentence that was asked
    [[nodiscard]] WhatIfView view() const;
    void setView(WhatIfView view);

    void offerWords(int target);
    void keepBeginning(int target);
    void toggleRead(int source);
    void undo();
    void undoAll();

    /// A row of the matrix as it would be read now, to be changed and given to setRow; nothing where it cannot be.
    struct RowNow {
        int target = 0;
        std::vector<float> weights;
    };
    std::optional<RowNow> rowNow(int row, int column = -1);
    void setRow(RowNow row, const QString& title);
    void moveWeight(int row, int from, int to);
    void lookOnly(int row, int column);
    void shift(int row, int column, double by);
    void lookAlike(int row);
    void giveBack(int row);
    void openMenu(int row, int column, const QPoint& place);
    [[nodiscard]] QString sourceText(int column) const;

    Workbench& m_workbench;
    QuestionBar* m_bar;
    QButtonGroup* m_views;
    WhatIfWords* m_words;
    HeatmapView* m_heatmap;
    AttentionEditor* m_editor;
    NextWordPopup* m_popup;
    WhatIfView m_shown = WhatIfView::Changed; ///< of the picture that is drawn
    QString m_sentence;                       ///< asked last; the changes are of it
    WhatIfChanges m_changes;
    WhatIfAnswerPtr m_answer;
    ModelJob m_job; // last: its answers speak of what is above
};

} // namespace alignoscope::ui
