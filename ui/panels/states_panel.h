// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model_job.h"
#include "ui/panels/view_panel.h"

#include "alignoscope/states.h"

class QButtonGroup;

namespace alignoscope::ui {

class Playback;
class QuestionBar;
class SentencesPanel;
class StateMapPanel;
class TokenFocus;
class UnitsPanel;
class Workbench;

/// What happens inside the model while it reads a sentence and writes its translation: gates and states of every unit,
/// and a map of the training set's words as the encoder has them.
class StatesPanel : public ViewPanel {
    Q_OBJECT
public:
    StatesPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, TokenFocus& focus,
                QWidget* parent = nullptr);

    [[nodiscard]] std::optional<ExportContent> exportContent() const override;
    void setColourMap(ColourMap map) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum Part { Units, Map, Both };
    void build();
    QWidget* buildChoice();
    void ask(const QString& source, const QString& target);
    void take(const SentenceStatesPtr& states, const QString& source);
    void forget();
    void choose(Part part);
    void stressChoice();
    void refreshEmptyText();

    Workbench& m_workbench;
    ModelJob m_job;
    QuestionBar* m_question;
    QButtonGroup* m_parts;
    UnitsPanel* m_units;
    StateMapPanel* m_map;
    Part m_part = Units;
    bool m_chosen = false; ///< by a person; until then the room decides
};

} // namespace alignoscope::ui
