// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model_job.h"
#include "ui/figure/explanation_figure.h"
#include "ui/panels/view_panel.h"

class QComboBox;
class QLabel;
class QScrollArea;

namespace alignoscope::ui {

class ExplanationCorpus;
class ExplanationFindings;
class ExplanationMaps;
class Playback;
class QuestionBar;
class SentencesPanel;
class TokenFocus;
class Workbench;

/// Is attention an explanation here? The chosen sentence, or one of one's own: attention beside two other measures of
/// what a source word matters, how far they agree, and what other weights would have changed; and the same for the
/// validation set.
class ExplanationPanel : public ViewPanel {
    Q_OBJECT
public:
    ExplanationPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, TokenFocus& focus,
                     QWidget* parent = nullptr);

    [[nodiscard]] std::optional<ExportContent> exportContent() const override;
    void setColourMap(ColourMap map) override;

private:
    enum Figure { Matrices, Shuffled, CorpusShuffled, CorpusRanks };
    void build(Playback& playback, const SentencesPanel& sentences, TokenFocus& focus);
    void buildFigureChoice();
    void ask(const QString& source, const QString& target);
    void show(const ExplanationPtr& explanation);
    void forget();
    void refreshHint();

    Workbench& m_workbench;
    QuestionBar* m_question;
    QComboBox* m_figure;
    QScrollArea* m_page;
    QLabel* m_hint;
    ExplanationMaps* m_maps;
    ExplanationFindings* m_findings;
    ExplanationCorpus* m_corpus;
    ExplanationPtr m_explanation;
    ModelJob m_job; // last: it ends before what it uses
};

} // namespace alignoscope::ui
