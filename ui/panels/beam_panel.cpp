// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/beam_panel.h"

#include "ui/bridge/workbench.h"
#include "ui/figure/beam_figure.h"
#include "ui/figure/beam_words.h"
#include "ui/panels/beam_details.h"
#include "ui/panels/beam_step_bar.h"
#include "ui/panels/question_bar.h"
#include "ui/views/beam_tree_view.h"
#include "ui/views/heatmap_view.h"

#include "alignoscope/attention_export.h"

#include <QLabel>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace alignoscope::ui {

BeamPanel::BeamPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, QWidget* parent)
    : ViewPanel(parent), m_workbench(workbench)
{
    setObjectName("beamPanel");
    build(playback, sentences);
    connectParts();
    show(nullptr);
    refreshEmptyText();
}

void BeamPanel::build(Playback& playback, const SentencesPanel& sentences)
{
    m_question =
        new QuestionBar(m_workbench, playback, sentences, m_job, QuestionBar::Target::None, tr("&Search"), this);
    m_width = addNumber("beamWidth", tr("Search &width"), 50,
                        tr("How many partial translations the search keeps at every step; 1 takes the likeliest word "
                           "each time"));
    m_likeliest = addNumber("beamLikeliest", tr("Likeliest w&ords"), 20,
                            tr("How many next words of each partial translation are shown"));
    m_steps = new BeamStepBar(this);
    m_tree = new BeamTreeView(this);
    m_readout = new QLabel(this);
    m_readout->setObjectName("beamReadout");
    m_readout->setTextFormat(Qt::PlainText);
    m_readout->setForegroundRole(QPalette::PlaceholderText);
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_details = new BeamDetails(this);

    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(m_tree, 1);
    column->addWidget(m_readout);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName("beamSplitter");
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_arranged = true; });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(5);
    layout->addWidget(m_question);
    layout->addWidget(m_steps);
    layout->addWidget(m_splitter, 1);
}

QSpinBox* BeamPanel::addNumber(const char* name, const QString& label, int most, const QString& tip)
{
    auto* box = new QSpinBox(this);
    box->setObjectName(name);
    box->setRange(1, most);
    box->setValue(5);
    box->setToolTip(tip);
    box->setAccessibleName(tip);
    box->setKeyboardTracking(false);
    auto* words = new QLabel(label, this);
    words->setBuddy(box);
    words->setToolTip(tip);
    m_question->addControl(words);
    m_question->addControl(box);
    connect(box, &QSpinBox::valueChanged, m_question, &QuestionBar::ask);
    return box;
}

void BeamPanel::connectParts()
{
    connect(m_question, &QuestionBar::asked, this, [this](const QString& source) { ask(source); });
    connect(m_question, &QuestionBar::forgotten, this, [this] { show(nullptr); });
    connect(&m_job, &ModelJob::failed, this, [this] { show(nullptr); });
    connect(&m_workbench, &Workbench::changed, this, &BeamPanel::refreshEmptyText);
    connect(m_steps, &BeamStepBar::stepChanged, this, &BeamPanel::showStep);
    connect(m_steps, &BeamStepBar::prunedToggled, this, [this](bool shown) {
        m_tree->setPrunedShown(shown);
        showStep(m_steps->step());
    });
    connect(m_steps, &BeamStepBar::zoomWished, this,
            [this](double factor) { m_tree->setZoom(m_tree->zoom() * factor); });
    connect(m_steps, &BeamStepBar::wholeToggled, m_tree, &BeamTreeView::setWhole);
    connect(m_tree, &BeamTreeView::wholeChanged, m_steps, &BeamStepBar::setWhole);
    connect(m_tree, &BeamTreeView::stepWished, m_steps, &BeamStepBar::setStep);
    connect(m_tree, &BeamTreeView::nodeHovered, this, &BeamPanel::tell);
    connect(m_tree, &BeamTreeView::nodeChosen, this, [this](int node) {
        m_place.follow(*m_tree->trace(), node, m_steps->step());
        showChosen();
    });
}

HeatmapView* BeamPanel::heatmap()
{
    return m_details->heatmap();
}

void BeamPanel::setColourMap(ColourMap map)
{
    heatmap()->setColourMap(map);
}

void BeamPanel::ask(const QString& source)
{
    TranslationOptions options;
    options.beam = options.best = m_width->value();
    m_job.ask(m_workbench.translatorSource(),
              [this, text = source.toStdString(), options,
               likeliest = m_likeliest->value()](const Translator& model, const Progress&) -> Worker::Done {
                  auto trace = std::make_shared<const BeamTrace>(model.traceBeam(text, options, likeliest));
                  return [this, trace = std::move(trace)] {
                      show(trace);
                      m_question->setAnswered(trace->modelStep);
                  };
              });
}

void BeamPanel::show(const BeamTracePtr& trace)
{
    m_tree->setTrace(trace);
    const int steps = trace ? trace->steps() : 0;
    m_filling = true; // nobody wished for these steps, nor to look elsewhere
    m_steps->setSteps(steps);
    m_steps->setStep(m_wishedStep < 0 ? steps : std::min(m_wishedStep, steps));
    showStep(m_steps->step());
    m_filling = false;
}

void BeamPanel::showStep(int step)
{
    const BeamTracePtr& trace = m_tree->trace();
    if (!m_filling && trace)
        m_wishedStep = step < trace->steps() ? step : -1;
    m_tree->setStep(step);
    if (trace) {
        int node = m_place.nodeAt(*trace, step);
        if (!m_tree->prunedShown() && trace->node(node).fate == BeamTrace::Fate::Pruned)
            node = trace->node(node).parent;
        m_tree->setChosen(node);
        if (!m_filling)
            m_tree->bringIntoSight(node);
    }
    showChosen();
}

void BeamPanel::showChosen()
{
    m_details->show(m_tree->trace(), m_tree->chosen());
    tell();
    emit contentChanged();
}

// The node under the pointer, otherwise the chosen one, in one line.
void BeamPanel::tell()
{
    const int node = m_tree->hovered() >= 0 ? m_tree->hovered() : m_tree->chosen();
    m_readout->setText(m_tree->trace() && node >= 0 ? beamNodeInWords(*m_tree->trace(), node) : QString());
    m_readout->setToolTip(m_readout->text());
}

std::optional<ExportContent> BeamPanel::exportContent() const
{
    const BeamTracePtr& trace = m_tree->trace();
    if (!trace)
        return std::nullopt;
    ExportContent content;
    content.name = QStringLiteral("beam-step-%1").arg(trace->modelStep);
    content.cells = false;
    content.compose = [trace, step = m_tree->step(), pruned = m_tree->prunedShown()](const FigureOptions& options) {
        return beamDrawing(*trace, step, pruned, options);
    };
    if (const int node = m_tree->chosen(); node > 0)
        content.texts.push_back({tr("CSV – attention of the chosen translation"), "csv",
                                 [trace, node] { return attentionToCsv(attentionOf(*trace, node)); }});
    content.texts.push_back(
        {tr("JSON – everything the search did"), "json", [trace] { return beamTraceToJson(*trace); }});
    return content;
}

void BeamPanel::refreshEmptyText()
{
    const QString why = m_workbench.whyNotTranslate();
    m_tree->setEmptyText(why.isEmpty() ? tr("Choose a sentence or type one above: here you see every translation\n"
                                            "that the search tries, and which ones it gives up.")
                                       : why);
}

void BeamPanel::resizeEvent(QResizeEvent* event)
{
    ViewPanel::resizeEvent(event);
    const bool wide = width() > 1.1 * height();
    if ((m_splitter->orientation() == Qt::Horizontal) != wide) {
        m_splitter->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
        m_details->setOrientation(wide ? Qt::Vertical : Qt::Horizontal);
        m_arranged = false;
    }
    if (m_arranged) // by hand
        return;
    const int room = wide ? width() : height(), details = std::min(room * 2 / 5, 340);
    m_splitter->setSizes({room - details, details});
}

} // namespace alignoscope::ui
