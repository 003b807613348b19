// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets of a TextPanel and what they follow.
#include "ui/panels/text_panel.h"

#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/sentences_panel.h"
#include "ui/panels/still_frame.h"
#include "ui/panels/text_question.h"
#include "ui/panels/weight_bars.h"
#include "ui/views/text_attention_view.h"
#include "ui/views/text_legend.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QToolButton>

namespace alignoscope::ui {
namespace {

constexpr auto stretchedKey = "textStretched";
constexpr auto paddingKey = "textPadding";

QLabel* plain(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return label;
}

} // namespace

void TextPanel::build()
{
    m_question = new TextQuestion(m_workbench, m_playback, m_sentences, this);
    m_view = new TextAttentionView(this);
    m_view->setAccessibleName(tr("The chosen text, coloured by attention"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_question);
    layout->addWidget(buildDecision());
    layout->addWidget(m_view, 1);
    layout->addLayout(buildReadout());
    layout->addLayout(buildControls());
}

QWidget* TextPanel::buildDecision()
{
    m_decided = new QWidget(this);
    m_caption = plain("textCaption", m_decided);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_decision = plain("textDecision", m_decided);
    QFont large = m_decision->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_decision->setFont(large);
    m_truth = plain("textTruth", m_decided);
    m_bars = new WeightBars(m_decided);
    m_bars->setObjectName("textBars");
    m_bars->setAccessibleName(tr("How likely each label is"));
    m_bars->setToolTip(tr("How likely the model thinks each label is. In bold: the one the text has"));
    m_bars->setFixedWidth(230);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    for (QLabel* label : {m_caption, m_decision, m_truth})
        words->addWidget(new StillFrame(label, m_decided));
    auto* row = new QHBoxLayout(m_decided);
    row->setContentsMargins(2, 0, 2, 0);
    row->addLayout(words, 1);
    row->addWidget(m_bars, 0, Qt::AlignBottom);
    return m_decided;
}

QToolButton* TextPanel::zoomButton(const char* name, const QString& text, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

QLayout* TextPanel::buildReadout()
{
    m_readout = plain("textReadout", this);
    m_readout->setForegroundRole(QPalette::PlaceholderText);
    m_zoomOut = zoomButton("textZoomOut", QStringLiteral("−"), tr("Smaller type (Ctrl and the wheel)"));
    m_zoomIn = zoomButton("textZoomIn", QStringLiteral("+"), tr("Larger type (Ctrl and the wheel)"));
    connect(m_zoomOut, &QToolButton::clicked, m_view, &TextAttentionView::zoomOut);
    connect(m_zoomIn, &QToolButton::clicked, m_view, &TextAttentionView::zoomIn);
    auto* row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(new StillFrame(m_readout, this), 1);
    row->addWidget(m_zoomOut);
    row->addWidget(m_zoomIn);
    return row;
}

QCheckBox* TextPanel::tickBox(const char* name, const QString& text, const char* key, bool usually)
{
    auto* box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setChecked(m_settings.value(key, usually).toBool());
    connect(box, &QCheckBox::toggled, this, [this, key](bool on) {
        m_settings.setValue(key, on);
        refresh();
    });
    return box;
}

QLayout* TextPanel::buildControls()
{
    m_legend = new TextLegend(this);
    m_stretched = tickBox("textStretched", tr("Strongest colour for the heaviest word"), stretchedKey, true);
    m_stretched->setToolTip(tr("Ticked: colours show how words compare within this text. Not ticked: the strongest "
                               "colour is a weight of 1, so that texts can be compared"));
    m_padding = tickBox("textPadding", tr("Share of padding"), paddingKey, true);
    auto* controls = new FlowLayout(nullptr, 14, 4);
    controls->addWidget(m_legend);
    controls->addWidget(m_stretched);
    controls->addWidget(m_padding);
    return controls;
}

void TextPanel::connectAll()
{
    connect(&m_playback, &Playback::pictureChanged, this, &TextPanel::refresh);
    connect(&m_playback, &Playback::liveChanged, this, &TextPanel::refresh);
    connect(&m_sentences.model(), &QAbstractItemModel::rowsInserted, this, &TextPanel::refresh);
    connect(&m_workbench, &Workbench::changed, this, &TextPanel::refresh);
    connect(&m_workbench, &Workbench::loadProgressed, this, &TextPanel::refreshEmptyText);
    connect(m_question, &TextQuestion::changed, this, &TextPanel::refresh);
    connect(m_view, &TextAttentionView::wordHovered, this, &TextPanel::refreshReadout);
    const auto showScale = [this] {
        m_legend->setScale(m_view->scale(), m_view->colourMap());
        m_legend->setWords(m_view->snapshot() ? m_view->snapshot()->sources() : 0);
    };
    connect(m_view, &TextAttentionView::scaleChanged, this, showScale);
    showScale();
}

} // namespace alignoscope::ui
