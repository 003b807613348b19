// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/view_tabs.h"

#include "ui/panels/attention_panel.h"
#include "ui/panels/beam_panel.h"
#include "ui/panels/compare_panel.h"
#include "ui/panels/experiments_panel.h"
#include "ui/panels/explanation_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/links_panel.h"
#include "ui/panels/shape_actions.h"
#include "ui/panels/states_panel.h"
#include "ui/panels/translate_panel.h"
#include "ui/panels/view_actions.h"
#include "ui/panels/what_if_panel.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/links_view.h"

#include <QAction>

namespace alignoscope::ui {

ViewTabs::ViewTabs(const ViewContext& context, QWidget* parent) : QTabWidget(parent)
{
    setObjectName("tabs");
    setDocumentMode(true);
    addPictures(context);
    addQuestions(context);
    context.inspector.setShape(context.shape.shape());
    connect(&context.shape, &ShapeActions::shapeChanged, &context.inspector, &InspectorPanel::setShape);
    connect(this, &QTabWidget::currentChanged, &context.inspector, &InspectorPanel::clearCell);
    connect(this, &QTabWidget::currentChanged, this, &ViewTabs::contentChanged);
}

// Those that need a picture of attention and nothing else.
void ViewTabs::addPictures(const ViewContext& c)
{
    auto* attention = new AttentionPanel(c.workbench, c.playback, c.sentences, this);
    connectAttention(attention->heatmap(), c);
    connect(c.looks.goldShown, &QAction::toggled, attention, &AttentionPanel::setGoldShown);
    add(attention, tr("&Attention"), c);

    auto* links = new LinksPanel(c.workbench, c.playback, c.sentences, c.shape, c.settings, this);
    links->view()->followFocus(&c.focus);
    c.inspector.follow(links->view());
    connect(c.looks.goldShown, &QAction::toggled, links, &LinksPanel::setGoldShown);
    add(links, tr("&Links"), c);

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

void ViewTabs::add(ViewPanel* view, const QString& title, const ViewContext& context)
{
    addTab(view, title);
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

ViewPanel* ViewTabs::inFront() const
{
    return static_cast<ViewPanel*>(currentWidget()); // `add` adds nothing else
}

} // namespace alignoscope::ui
