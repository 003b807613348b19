// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/beam_details.h"

#include "ui/figure/beam_words.h"
#include "ui/panels/no_alignment_note.h"
#include "ui/panels/weight_bars.h"
#include "ui/views/heatmap_view.h"

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

BeamDetails::BeamDetails(QWidget* parent) : QWidget(parent)
{
    m_heatmap = new HeatmapView(this);
    m_heatmap->setObjectName("beamHeatmap");
    m_heatmap->setAccessibleName(tr("Attention of the chosen translation so far"));
    m_heatmap->setMinimumSize(120, 110);
    m_heatmap->setHint(tr("Point at a cell"));
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName("beamDetailsSplitter");
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildWords());
    m_splitter->addWidget(m_heatmap);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_arranged = true; });
    show(nullptr, -1);
}

QWidget* BeamDetails::buildWords()
{
    auto* words = new QWidget;
    const auto label = [words](const char* name, bool pale) {
        auto* one = new QLabel(words);
        one->setObjectName(name);
        one->setTextFormat(Qt::PlainText);
        one->setWordWrap(true);
        one->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (pale)
            one->setForegroundRole(QPalette::PlaceholderText);
        return one;
    };
    m_hypothesis = label("beamHypothesis", false);
    QFont bold = m_hypothesis->font();
    bold.setBold(true);
    m_hypothesis->setFont(bold);
    m_fate = label("beamFate", true);
    m_barsTitle = label("beamBarsTitle", false);
    m_bars = new WeightBars(words);
    m_bars->setObjectName("beamBars");
    m_barsNote = label("beamBarsNote", true);
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(4, 2, 6, 4);
    column->setSpacing(3);
    column->addWidget(m_hypothesis);
    column->addWidget(m_fate);
    column->addSpacing(4);
    column->addWidget(m_barsTitle);
    column->addWidget(m_bars);
    column->addWidget(m_barsNote);
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setObjectName("beamWords");
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumSize(120, 60);
    area->setWidget(words);
    m_words = words;
    return area;
}

void BeamDetails::setOrientation(Qt::Orientation orientation)
{
    m_splitter->setOrientation(orientation);
    m_arranged = false;
    arrange();
}

// The words get the room they need, but not more than a little over half, until somebody moves the border.
void BeamDetails::arrange()
{
    const bool roomy = height() >= 320; // otherwise the line below the tree has to do
    for (QWidget* part :
         {static_cast<QWidget*>(m_hypothesis), static_cast<QWidget*>(m_barsTitle), static_cast<QWidget*>(m_bars)})
        part->setVisible(m_some);
    m_fate->setVisible(m_some && roomy);
    m_barsNote->setVisible(m_some && roomy);
    if (m_arranged)
        return;
    const bool stacked = m_splitter->orientation() == Qt::Vertical;
    const int room = stacked ? height() : width();
    const int needed = m_words->layout()->hasHeightForWidth() ? m_words->layout()->heightForWidth(m_words->width())
                                                              : m_words->sizeHint().height();
    const int words = stacked ? std::min(needed + 4, room * 11 / 20) : room * 2 / 5;
    m_splitter->setSizes({words, room - words});
}

void BeamDetails::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void BeamDetails::show(const BeamTracePtr& trace, int node)
{
    const bool some = trace && node >= 0;
    m_some = some;
    m_heatmap->setEmptyText(some ? tr("No word is written yet, so nothing was looked at.")
                                 : tr("Choose a word in the tree: here you see\nwhat the model looked at so far."));
    AttentionSnapshotPtr snapshot;
    if (some && node > 0)
        snapshot = std::make_shared<const AttentionSnapshot>(attentionOf(*trace, node));
    if (snapshot && !NoAlignmentNote::drawable(snapshot))
        m_heatmap->setEmptyText(NoAlignmentNote::text());
    m_heatmap->setSnapshot(NoAlignmentNote::drawable(snapshot));
    if (some)
        showWords(*trace, node);
    arrange();
}

void BeamDetails::showWords(const BeamTrace& trace, int node)
{
    const BeamTrace::Node& one = trace.node(node);
    m_hypothesis->setText(node == 0 ? tr("The start") : hypothesisText(trace, node));
    m_fate->setText(node == 0 ? tr("No word is written yet.")
                              : tr("Score %1 · %2").arg(logText(one.score), fateInWords(trace, node)));
    m_fate->setToolTip(tr("The score is the logarithm of the probability of all words so far, divided by their number: "
                          "the nearer to 0, the better."));
    const bool goesOn = !one.next.empty();
    m_barsTitle->setText(goesOn ? tr("Likeliest next words") : tr("It was chosen among"));
    std::vector<WeightBars::Bar> bars;
    for (const int at : goesOn ? one.next : trace.node(one.parent).next) {
        const BeamTrace::Node& word = trace.node(at);
        bars.push_back({wordLabel(word.token).text, std::exp(word.wordLogProbability),
                        goesOn ? word.fate != BeamTrace::Fate::Pruned : at == node});
    }
    m_bars->setBars(std::move(bars));
    m_barsNote->setText(noteOn(trace, node));
}

QString BeamDetails::noteOn(const BeamTrace& trace, int node) const
{
    const BeamTrace::Node& one = trace.node(node);
    switch (one.fate) {
    case BeamTrace::Fate::Kept:
        return tr("Bold: what the search kept.");
    case BeamTrace::Fate::Finished:
        return tr("Its sentence is at its end, so its place in the search became free.");
    case BeamTrace::Fate::Cut:
        return tr("It had no room for a further word.");
    case BeamTrace::Fate::Pruned:
        break;
    }
    int kept = 0;
    const auto step = static_cast<std::size_t>(one.step);
    for (int at = trace.stepBegin[step]; at < trace.stepBegin[step + 1]; ++at)
        kept += trace.node(at).fate != BeamTrace::Fate::Pruned ? 1 : 0;
    return tr("Discarded: all words together, it was not among the %n likeliest of this step, which the search kept. "
              "What would have followed was never computed.",
              nullptr, kept);
}

} // namespace alignoscope::ui
