// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/view_tabs.h"

#include "ui/bridge/workbench.h"
#include "ui/panels/attention_panel.h"
#include "ui/panels/beam_panel.h"
#include "ui/panels/compare_panel.h"
#include "ui/panels/experiments_panel.h"
#include "ui/panels/explanation_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/links_panel.h"
#include "ui/panels/shape_actions.h"
#include "ui/panels/side_by_side_panel.h"
#include "ui/panels/states_panel.h"
#include "ui/panels/text_panel.h"
#include "ui/panels/translate_panel.h"
#include "ui/panels/view_actions.h"
#include "ui/panels/what_if_panel.h"
#include "ui/views/beam_tree_view.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/links_view.h"
#include "ui/views/text_attention_view.h"
#include "ui/views/word_line.h"

#include <QAction>

namespace alignoscope::ui {

ViewTabs::ViewTabs(const ViewContext& context, QWidget* parent) : QTabWidget(parent)
{
    setObjectName("tabs");
    setDocumentMode(true);
    addPictures(context);
    addQuestions(context);
    addTrainings(context);
    follow(context);
    context.inspector.setShape(context.shape.shape());
    connect(&context.shape, &ShapeActions::shapeChanged, &context.inspector, &InspectorPanel::setShape);
    connect(this, &QTabWidget::currentChanged, &context.inspector, &InspectorPanel::clearCell);
    connect(this, &QTabWidget::currentChanged, this, &ViewTabs::contentChanged);
}

// Those that need a picture of attention and nothing else.
void ViewTabs::addPictures(const ViewContext& c)
{
    auto* text = new TextPanel(c.workbench, c.playback, c.sentences, c.settings, this);
    c.inspector.follow(text->view());
    text->view()->followFocus(&c.focus);
    connect(c.looks.goldShown, &QAction::toggled, text, &TextPanel::setGoldShown);
    add(text, tr("Te&xt"), c, Shows::Texts);

    auto* attention = new AttentionPanel(c.workbench, c.playback, c.sentences, this);
    connectAttention(attention->heatmap(), c);
    connect(c.looks.goldShown, &QAction::toggled, attention, &AttentionPanel::setGoldShown);
    add(attention, tr("&Attention"), c, Shows::Both);

    auto* links = new LinksPanel(c.workbench, c.playback, c.sentences, c.shape, c.settings, this);
    links->view()->followFocus(&c.focus);
    c.inspector.follow(links->view());
    connect(c.looks.goldShown, &QAction::toggled, links, &LinksPanel::setGoldShown);
    add(links, tr("&Links"), c, Shows::Both);

    auto* compare = new ComparePanel(c.workbench, c.playback, c.sentences, c.focus, this);
    for (HeatmapView* heatmap : compare->heatmaps())
        c.inspector.follow(heatmap);
    add(compare, tr("&Compare"), c);
}

// Those that ask the model.
void ViewTabs::addQuestions(const ViewContext& c)
{
    auto* translate = new TranslatePanel(c.workbench, this);
    connectAttention(translate->heatmap(), c);
    add(translate, tr("T&ranslate"), c);

    auto* beam = new BeamPanel(c.workbench, c.playback, c.sentences, this);
    connectAttention(beam->heatmap(), c);
    add(beam, tr("&Beam"), c);

    auto* whatIf = new WhatIfPanel(c.workbench, c.playback, c.sentences, this);
    c.inspector.follow(whatIf->heatmap());
    whatIf->followFocus(&c.focus);
    add(whatIf, tr("What &if"), c);

    add(m_explanation = new ExplanationPanel(c.workbench, c.playback, c.sentences, c.focus, this), tr("&Explanation"),
        c);
    add(new StatesPanel(c.workbench, c.playback, c.sentences, c.focus, this), tr("&States"), c);
    add(new ExperimentsPanel(c.workbench, this), tr("E&xperiments"), c);
}

// Those that train models to look at.
void ViewTabs::addTrainings(const ViewContext& c)
{
    auto* pair = new SideBySidePanel(c.workbench, c.playback, c.sentences, this);
    for (HeatmapView* heatmap : pair->heatmaps())
        connectAttention(heatmap, c);
    connect(c.looks.goldShown, &QAction::toggled, pair, &SideBySidePanel::setGoldShown);
    add(pair, tr("Si&de by side"), c);
}

void ViewTabs::add(ViewPanel* view, const QString& title, const ViewContext& context, Shows shows)
{
    addTab(view, title);
    m_shows.push_back(shows);
    auto* action = new QAction(title, this);
    connect(action, &QAction::triggered, this, [this, view] { setCurrentWidget(view); });
    m_goTo << action;
    connect(&context.looks, &ViewActions::colourMapChanged, view, &ViewPanel::setColourMap);
    connect(view, &ViewPanel::contentChanged, this, &ViewTabs::contentChanged);
    connect(view, &ViewPanel::explanationWished, this, [this] { setCurrentWidget(m_explanation); });
}

void ViewTabs::connectAttention(HeatmapView* heatmap, const ViewContext& context)
{
    context.inspector.follow(heatmap);
    heatmap->followFocus(&context.focus);
    heatmap->setShape(context.shape.shape());
    connect(&context.shape, &ShapeActions::shapeChanged, heatmap, &HeatmapView::setShape);
}

void ViewTabs::follow(const ViewContext& context)
{
    connect(&context.workbench, &Workbench::changed, this, [this, context] { takeTask(context); });
    takeTask(context);
    connect(&context.looks, &ViewActions::wordOrderChanged, this, &ViewTabs::setWordOrder);
}

void ViewTabs::setWordOrder(WordOrder order)
{
    m_wordOrder = order;
    const auto tell = [order](const auto& views) {
        for (auto* view : views)
            view->setWordOrder(order);
    };
    tell(findChildren<HeatmapView*>());
    tell(findChildren<LinksView*>());
    tell(findChildren<TextAttentionView*>());
    tell(findChildren<BeamTreeView*>());
    tell(findChildren<WordLine*>());
}

// Only the views that make sense of the model are seen; their numbers on the keyboard count those.
void ViewTabs::takeTask(const ViewContext& context)
{
    const Task task = context.workbench.task();
    if (m_task == task)
        return;
    m_task = task;
    context.inspector.setTask(task);
    const Shows wanted = task == Task::Classification ? Shows::Texts : Shows::Translations;
    int number = 0;
    for (int tab = 0; tab < count(); ++tab) {
        const Shows shows = m_shows[static_cast<std::size_t>(tab)];
        const bool seen = shows == wanted || shows == Shows::Both;
        setTabVisible(tab, seen);
        m_goTo[tab]->setVisible(seen);
        const bool numbered = seen && number < 9;
        m_goTo[tab]->setShortcut(numbered ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++))
                                          : QKeySequence());
    }
    for (int tab = 0; tab < count(); ++tab) // the first that is seen
        if (isTabVisible(tab))
            return setCurrentIndex(tab);
}

std::optional<ExportContent> ViewTabs::exportContent() const
{
    std::optional<ExportContent> content = inFront()->exportContent();
    if (content)
        content->compose = [compose = content->compose, order = m_wordOrder](FigureOptions options) {
            options.wordOrder = order;
            return compose(options);
        };
    return content;
}

ViewPanel* ViewTabs::inFront() const
{
    return static_cast<ViewPanel*>(currentWidget()); // `add` adds nothing else
}

} // namespace alignoscope::ui
