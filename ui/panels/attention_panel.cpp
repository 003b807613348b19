// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/attention_panel.h"

#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"
#include "ui/panels/sentences_panel.h"
#include "ui/panels/still_frame.h"
#include "ui/panels/wording.h"
#include "ui/views/heatmap_view.h"

#include <QLabel>
#include <QVBoxLayout>

namespace alignoscope::ui {

AttentionPanel::AttentionPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences,
                               QWidget* parent)
    : ViewPanel(parent), m_workbench(workbench), m_playback(playback), m_sentences(sentences)
{
    m_caption = new QLabel(this);
    m_caption->setObjectName("attentionCaption");
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_captionFrame = new StillFrame(m_caption, this);
    m_heatmap = new HeatmapView(this);
    m_heatmap->setObjectName("attentionHeatmap");
    m_heatmap->setAccessibleName(tr("Attention of the chosen sentence"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_captionFrame);
    layout->addWidget(m_heatmap, 1);

    connect(&playback, &Playback::pictureChanged, this, &AttentionPanel::show);
    connect(&playback, &Playback::liveChanged, this, [this] { show(m_playback.shown()); });
    connect(&workbench, &Workbench::changed, this, &AttentionPanel::refreshEmptyText);
    connect(&workbench, &Workbench::loadProgressed, this, &AttentionPanel::refreshEmptyText);
    show(nullptr);
    refreshEmptyText();
}

std::optional<ExportContent> AttentionPanel::exportContent() const
{
    return m_heatmap->snapshot() ? std::optional(exportOf(m_heatmap->snapshot())) : std::nullopt;
}

void AttentionPanel::setColourMap(ColourMap map)
{
    m_heatmap->setColourMap(map);
}

void AttentionPanel::setGoldShown(bool shown)
{
    m_goldShown = shown;
    refreshGold();
}

void AttentionPanel::show(const AttentionSnapshotPtr& snapshot)
{
    const bool wasThere = m_heatmap->snapshot() != nullptr;
    m_heatmap->setSnapshot(snapshot);
    if (wasThere != (snapshot != nullptr))
        emit contentChanged();
    refreshGold();
    m_captionFrame->setVisible(snapshot != nullptr);
    if (!snapshot)
        return;
    const QString what = snapshot->forced ? tr("the given translation") : tr("the model’s own translation");
    QString caption =
        tr("After %1 steps · %2 · loss %3").arg(countText(snapshot->step), what, lossText(snapshot->loss));
    if (!m_playback.live())
        caption = tr("Looking back: %1").arg(caption);
    m_caption->setText(caption);
}

void AttentionPanel::refreshGold()
{
    const AttentionSnapshotPtr& snapshot = m_heatmap->snapshot();
    const WatchedSentence* sentence = snapshot ? m_sentences.model().sentence(snapshot->sentence) : nullptr;
    const bool fits = m_goldShown && sentence && snapshot->forced; // links count the tokens of the given translation
    m_heatmap->setGold(fits ? sentence->gold : std::nullopt);
}

void AttentionPanel::refreshEmptyText()
{
    QString text;
    if (m_workbench.session().active() && m_playback.chosen() == SentenceId{-1}
        && m_workbench.session().phase() != Phase::Preparing)
        text = tr("No sentence is watched yet: type one at the left.");
    else if (m_workbench.session().active())
        text = tr("The first picture appears in a moment.");
    else if (m_workbench.loading())
        text = tr("Loading…");
    else if (!m_workbench.folder().empty())
        text = tr("Choose a sentence on the left.");
    else if (m_workbench.dataset())
        text = tr("Press Start: the model begins to learn, and here you see which source words\n"
                  "it looks at while it writes each target word.");
    else
        text = tr("Choose a dataset first: a corpus of sentences with their translations.");
    m_heatmap->setEmptyText(text);
}

} // namespace alignoscope::ui
