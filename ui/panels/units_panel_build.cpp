// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/units_panel.h"

#include "ui/panels/unit_words.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/unit_means_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>

namespace alignoscope::ui {

QComboBox* UnitsPanel::choice(const char* name, const QString& tip)
{
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setToolTip(tip);
    box->setAccessibleName(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumWidth(60); // in a narrow window its text is shortened
    return box;
}

void UnitsPanel::build()
{
    m_layer = choice("statesLayer", tr("Which part of the model is looked into"));
    for (const Reading reading : {Reading::Forwards, Reading::Backwards, Reading::Writing}) // until there is a model
        m_layer->addItem(titleOf({reading, 1, {}}, false));
    m_what = choice("statesWhat", tr("Which of the numbers inside a unit are shown"));
    for (const Quantity what : {Quantity::UpdateGate, Quantity::ResetGate, Quantity::Candidate, Quantity::State})
        m_what->addItem(titleOf(what), static_cast<int>(what));
    m_what->setCurrentIndex(3); // the state
    m_unitOrder = choice("statesOrder", tr("Which units stand beside which"));
    m_unitOrder->addItem(tr("By similarity"), static_cast<int>(UnitOrder::Similarity));
    m_unitOrder->addItem(tr("Liveliest first"), static_cast<int>(UnitOrder::Variance));
    m_unitOrder->addItem(tr("By number"), static_cast<int>(UnitOrder::Index));
    m_unitOrder->setItemData(0, tr("Units that rise and fall together over the sentence stand together"),
                             Qt::ToolTipRole);
    m_unitOrder->setItemData(1, tr("Units whose numbers change most over the sentence come first"), Qt::ToolTipRole);
    m_unitOrder->setItemData(2, tr("As the model numbers them"), Qt::ToolTipRole);
    m_rows = choice("statesRows", tr("How many units are shown at once"));

    m_explanation = new QLabel(this);
    m_explanation->setObjectName("statesExplanation");
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_heatmap = new HeatmapView(this);
    m_heatmap->setObjectName("statesHeatmap");
    m_heatmap->setAccessibleName(tr("Units of the layer over the sentence"));
    m_heatmap->setHint(tr("Point at a cell, or use the arrow keys, to read its number"));
    m_heatmap->followFocus(&m_columns);
    m_means = new UnitMeansView(m_heatmap, this);
    m_means->setObjectName("statesMeans");
    m_scroll = new QScrollBar(Qt::Vertical, this);
    m_scroll->setObjectName("statesScroll");
    m_scroll->setAccessibleName(tr("Which units are shown"));
    m_scroll->setFocusPolicy(Qt::StrongFocus);

    auto* choices = new QHBoxLayout;
    choices->setSpacing(4);
    for (QComboBox* box : {m_layer, m_what, m_unitOrder, m_rows})
        choices->addWidget(box, box->sizeHint().width());
    auto* pictures = new QVBoxLayout;
    pictures->setSpacing(0);
    pictures->addWidget(m_heatmap, 1);
    pictures->addWidget(m_means);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addLayout(pictures, 1);
    row->addWidget(m_scroll);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(choices);
    layout->addWidget(m_explanation);
    layout->addLayout(row, 1);
}

} // namespace alignoscope::ui
