// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/side_by_side_panel.h"

#include "ui/bridge/workbench.h"
#include "ui/panels/pair_column.h"
#include "ui/panels/pair_export.h"
#include "ui/panels/pair_setup.h"
#include "ui/panels/pair_side.h"
#include "ui/panels/picture_words.h"
#include "ui/panels/sentences_panel.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/pair_curves.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace alignoscope::ui {

static constexpr int roomForCurves = 500; ///< pixels of height; below, the matrices need them all

SideBySidePanel::SideBySidePanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences,
                                 QWidget* parent)
    : ViewPanel(parent), m_workbench(workbench), m_sentences(sentences), m_pages(new QStackedWidget(this)),
      m_setup(new PairSetup(workbench, m_pages))
{
    setObjectName("sideBySidePanel");
    m_pages->setMinimumSize(400, 250); // the pages do with less than they ask for: they scroll, or leave the curves out
    m_pages->addWidget(m_setup);
    m_pages->addWidget(m_pictures = buildPictures(playback)); // of the members below it in the class
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(m_setup, &PairSetup::startRequested, this,
            [this] { m_workbench.startPair(m_setup->attention(0), m_setup->attention(1)); });
    connect(&workbench.pair(), &PairedRuns::changed, this, &SideBySidePanel::begin);
    connect(&workbench, &Workbench::changed, this, &SideBySidePanel::refresh);
    connect(&sentences, &SentencesPanel::goldChanged, this, &SideBySidePanel::refreshGold);
    begin();
}

QWidget* SideBySidePanel::buildPictures(Playback& playback)
{
    auto* page = new QWidget(m_pages);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    m_curves = new PairCurves(page);
    for (const std::size_t side : {0U, 1U}) {
        m_sides[side] = new PairSide(m_workbench, playback, side, this);
        m_columns[side] = new PairColumn(side == 0 ? "A" : "B", *m_sides[side], page);
        columns->addWidget(m_columns[side], 1);
        connect(m_columns[side], &PairColumn::openRequested, this,
                [this, side] { m_workbench.openRun(m_sides[side]->member().folder); });
        connect(m_sides[side], &PairSide::stepped, m_curves,
                [this, side](const std::vector<StepReport>& steps) { m_curves->addSteps(side, steps); });
        connect(m_sides[side], &PairSide::validated, m_curves,
                [this, side](const ValidationReport& report) { m_curves->addValidation(side, report); });
        connect(m_sides[side], &PairSide::pictureChanged, this, [this] {
            refreshGold();
            const bool has = m_sides[0]->picture() || m_sides[1]->picture();
            if (std::exchange(m_hadPicture, has) != has)
                emit contentChanged();
        });
    }
    m_state = new QLabel(page);
    m_state->setObjectName("pairState");
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setWordWrap(true);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_another = new QPushButton(tr("Choose a&nother pair…"), page);
    m_another->setObjectName("pairAnother");
    connect(m_another, &QPushButton::clicked, this, [this] { m_pages->setCurrentWidget(m_setup); });
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_state, 1);
    bottom->addWidget(m_another);
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(8, 6, 8, 8);
    rows->setSpacing(6);
    rows->addLayout(columns, 1);
    rows->addWidget(m_curves);
    rows->addLayout(bottom);
    m_curves->setFixedHeight(m_curves->sizeHint().height());
    return page;
}

void SideBySidePanel::begin()
{
    const bool pair = m_workbench.pair().exists();
    m_pages->setCurrentWidget(pair ? m_pictures : m_setup);
    for (const std::size_t side : {0U, 1U})
        m_curves->clear(side, pair ? QString::fromStdString(m_sides[side]->kind().title) : QString());
    emit contentChanged();
    refresh();
}

QString SideBySidePanel::state() const
{
    if (!m_workbench.isTraining())
        return tr("Both runs are kept in the folder of runs: open either, or compare them cell by cell in the tab "
                  "Compare.");
    const bool both = m_sides[0]->isTraining() && m_sides[1]->isTraining();
    if (!both)
        return tr("One of the two has ended; the other goes on alone.");
    return m_workbench.paused() ? tr("Both hold at the same step. Resume, Step and Stop in the toolbar are for both.")
                                : tr("The same sentences in the same order, one update each in turn. Pause, Step and "
                                     "Stop in the toolbar are for both.");
}

void SideBySidePanel::refresh()
{
    if (!m_workbench.pair().exists())
        return;
    m_state->setText(state());
    m_another->setEnabled(!m_workbench.isTraining());
    m_another->setToolTip(m_workbench.isTraining() ? tr("Stop the training first.")
                                                   : tr("Choose two kinds to train from the beginning"));
}

void SideBySidePanel::setGoldShown(bool shown)
{
    m_goldShown = shown;
    refreshGold();
}

void SideBySidePanel::refreshGold()
{
    for (const std::size_t side : {0U, 1U})
        m_columns[side]->heatmap()->setGold(m_goldShown ? knownAlignment(m_sentences, m_sides[side]->picture())
                                                        : std::nullopt);
}

void SideBySidePanel::resizeEvent(QResizeEvent* event)
{
    ViewPanel::resizeEvent(event);
    m_curves->setVisible(height() >= roomForCurves);
}

std::optional<ExportContent> SideBySidePanel::exportContent() const
{
    std::array<PairPicture, 2> pictures;
    for (const std::size_t side : {0U, 1U})
        if (m_workbench.pair().exists())
            pictures[side] = {m_columns[side]->heatmap()->snapshot(), m_columns[side]->caption()};
    if (!pictures[0].picture && !pictures[1].picture)
        return std::nullopt;
    return exportOf(pictures, m_curves->figure());
}

void SideBySidePanel::setColourMap(ColourMap map)
{
    for (PairColumn* column : m_columns)
        column->heatmap()->setColourMap(map);
}

std::array<HeatmapView*, 2> SideBySidePanel::heatmaps() const
{
    return {m_columns[0]->heatmap(), m_columns[1]->heatmap()};
}

} // namespace alignoscope::ui
