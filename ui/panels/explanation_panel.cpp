// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/explanation_panel.h"

#include "ui/bridge/workbench.h"
#include "ui/panels/explanation_corpus.h"
#include "ui/panels/explanation_findings.h"
#include "ui/panels/explanation_maps.h"
#include "ui/panels/question_bar.h"

#include "alignoscope/attention_measures.h"
#include "alignoscope/explanation_export.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace alignoscope::ui {

ExplanationPanel::ExplanationPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences,
                                   TokenFocus& focus, QWidget* parent)
    : ViewPanel(parent), m_workbench(workbench)
{
    build(playback, sentences, focus);
    connect(m_question, &QuestionBar::asked, this, &ExplanationPanel::ask);
    connect(m_question, &QuestionBar::forgotten, this, &ExplanationPanel::forget);
    connect(&m_job, &ModelJob::failed, this, &ExplanationPanel::forget);
    connect(m_corpus, &ExplanationCorpus::summaryChanged, this, &ViewPanel::contentChanged);
    connect(m_figure, &QComboBox::currentIndexChanged, this, &ViewPanel::contentChanged);
    connect(&workbench, &Workbench::changed, this, &ExplanationPanel::refreshHint);
    forget();
}

void ExplanationPanel::build(Playback& playback, const SentencesPanel& sentences, TokenFocus& focus)
{
    m_question =
        new QuestionBar(m_workbench, playback, sentences, m_job, QuestionBar::Target::Optional, tr("Ex&plain"), this);
    buildFigureChoice();
    m_page = new QScrollArea(this);
    m_page->setObjectName("explanationPage");
    m_page->setWidgetResizable(true);
    m_page->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget(m_page);
    m_hint = new QLabel(content);
    m_hint->setObjectName("explanationHint");
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setMinimumHeight(160);
    m_maps = new ExplanationMaps(focus, content);
    m_findings = new ExplanationFindings(focus, content);
    m_corpus = new ExplanationCorpus(m_workbench, content);
    auto* rule = new QFrame(content);
    rule->setFrameShape(QFrame::HLine);
    rule->setFrameShadow(QFrame::Sunken);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(10);
    for (QWidget* part :
         {static_cast<QWidget*>(m_hint), static_cast<QWidget*>(m_maps), static_cast<QWidget*>(m_findings),
          static_cast<QWidget*>(rule), static_cast<QWidget*>(m_corpus)})
        column->addWidget(part);
    column->addStretch();
    m_page->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_question);
    layout->addWidget(m_page, 1);
}

void ExplanationPanel::buildFigureChoice()
{
    m_figure = new QComboBox(this);
    m_figure->setObjectName("explanationFigure");
    m_figure->addItem(tr("Figure: the three matrices"), Matrices);
    m_figure->addItem(tr("Figure: shuffled weights"), Shuffled);
    m_figure->addItem(tr("Figure: validation set, shuffled weights"), CorpusShuffled);
    m_figure->addItem(tr("Figure: validation set, agreement"), CorpusRanks);
    m_figure->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_figure->setMinimumContentsLength(22);
    m_figure->setToolTip(tr("What File ▸ Export figure saves, with the numbers behind it"));
    m_figure->setAccessibleName(m_figure->toolTip());
    m_question->addControl(m_figure);
}

void ExplanationPanel::ask(const QString& source, const QString& target)
{
    m_job.ask(m_workbench.translatorSource(),
              [this, from = source.toStdString(), to = target.toStdString()](const Translator& model,
                                                                             const Progress& progress) -> Worker::Done {
                  auto found = std::make_shared<const Explanation>(model.explain(from, to, {}, progress));
                  return [this, found] { show(found); };
              });
}

void ExplanationPanel::show(const ExplanationPtr& explanation)
{
    m_explanation = explanation;
    m_question->setAnswered(explanation->step);
    m_maps->setExplanation(*explanation);
    m_findings->setExplanation(explanation);
    m_hint->hide();
    m_maps->show();
    m_findings->show();
    emit contentChanged();
}

void ExplanationPanel::forget()
{
    m_explanation.reset();
    m_maps->hide();
    m_findings->hide();
    m_hint->show();
    refreshHint();
    emit contentChanged();
}

void ExplanationPanel::refreshHint()
{
    const QString why = m_workbench.whyNotTranslate();
    m_hint->setText(!why.isEmpty() ? why
                                   : tr("Is attention an explanation? Ask about a sentence above: its attention is set "
                                        "beside two other ways to tell which source words a target word came from."));
}

void ExplanationPanel::setColourMap(ColourMap map)
{
    m_maps->setColourMap(map);
}

std::optional<ExportContent> ExplanationPanel::exportContent() const
{
    const int figure = m_figure->currentData().toInt();
    const bool corpus = figure == CorpusShuffled || figure == CorpusRanks;
    ExportContent content;
    const QString csv = tr("CSV – table of numbers"), json = tr("JSON – all numbers");
    if (corpus) {
        const ExplanationSummaryPtr summary = m_corpus->summary();
        if (!summary || !summary->attends)
            return std::nullopt;
        content.name = QStringLiteral("explanation-validation-step-%1").arg(m_corpus->step());
        content.compose = [summary, figure](const FigureOptions& options) {
            return figure == CorpusRanks ? drawHistogram(rankPlot(*summary), plotLook(options))
                                         : drawScatter(permutationPlot(*summary), plotLook(options));
        };
        content.texts = {{csv, "csv", [summary] { return explanationSummaryToCsv(*summary); }},
                         {json, "json", [summary] { return explanationSummaryToJson(*summary); }}};
    } else {
        const ExplanationPtr shown = m_explanation;
        if (!shown || (figure != Matrices && !hasAlignment(shown->attention)))
            return std::nullopt;
        content.name = QStringLiteral("explanation-step-%1").arg(shown->step);
        content.compose = [shown, figure](const FigureOptions& options) {
            return figure == Matrices ? explanationDrawing(*shown, options)
                                      : drawScatter(permutationPlot(*shown), plotLook(options));
        };
        content.texts = {
            {csv, "csv",
             [shown, figure] { return figure == Matrices ? explanationToCsv(*shown) : explainedWordsToCsv(*shown); }},
            {json, "json", [shown] { return explanationToJson(*shown); }}};
    }
    content.cells = figure == Matrices;
    return content;
}

} // namespace alignoscope::ui
