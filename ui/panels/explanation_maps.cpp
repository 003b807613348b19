// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/explanation_maps.h"

#include "ui/panels/responsive_row.h"
#include "ui/views/heatmap_view.h"

#include "alignoscope/attention_measures.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace alignoscope::ui {

namespace {

struct Words {
    const char* name;
    QString caption, tip;
};

Words wordsOf(Importance importance)
{
    const auto tr = [](const char* text) { return ExplanationMaps::tr(text); };
    switch (importance) {
    case Importance::Attention:
        return {"explanationAttention", tr("where the model says it looks"),
                tr("The weights that the model computes for itself: each row sums to 1")};
    case Importance::Gradient:
        return {"explanationGradient", tr("which words the answer leans on"),
                tr("How much the probability of the target word would move if a source word’s vector moved: gradient "
                   "times vector, by its size, each row made to sum to 1")};
    default:
        return {"explanationLeaveOneOut", tr("what changes without the word"),
                tr("How far the prediction moves when the sentence is read without the source word: 0 not at all, 1 "
                   "entirely. The end of the sentence is never left out.")};
    }
}

} // namespace

ExplanationMaps::ExplanationMaps(TokenFocus& focus, QWidget* parent) : QWidget(parent)
{
    m_row = new ResponsiveRow(290, this);
    for (std::size_t i = 0; i < allImportances.size(); ++i)
        m_row->addWidget(buildMap(allImportances[i], focus));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_row);
}

QWidget* ExplanationMaps::buildMap(Importance importance, TokenFocus& focus)
{
    const Words words = wordsOf(importance);
    auto* frame = new QWidget(this);
    auto* title = new QLabel(QStringLiteral("<b>%1</b> – %2").arg(displayName(importance), words.caption), frame);
    title->setWordWrap(true);
    title->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
    title->setToolTip(words.tip);
    auto* map = new HeatmapView(frame);
    map->setObjectName(words.name);
    map->setAccessibleName(displayName(importance));
    map->setToolTip(words.tip);
    map->setHint(QString());
    map->followFocus(&focus);
    m_maps[static_cast<std::size_t>(importance)] = map;
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(title);
    layout->addWidget(map, 1);
    return frame;
}

void ExplanationMaps::setExplanation(const Explanation& explanation)
{
    const int columns = static_cast<int>(explanation.sources());
    m_row->setWidthEach(std::clamp(95 + 13 * columns, 210, 350)); // labels, and cells that can be told apart
    const int height = std::clamp(130 + 22 * static_cast<int>(explanation.targets()), 240, 620);
    for (const Importance importance : allImportances) {
        HeatmapView* map = m_maps[static_cast<std::size_t>(importance)];
        map->setFixedHeight(height);
        map->setSnapshot(importanceMatrix(explanation, importance));
        map->parentWidget()->setHidden(importance == Importance::Attention && !hasAlignment(explanation.attention));
    }
}

void ExplanationMaps::setColourMap(ColourMap map)
{
    for (HeatmapView* view : m_maps)
        view->setColourMap(map);
}

} // namespace alignoscope::ui
