// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/attention_panel.h"

#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"
#include "ui/panels/no_alignment_note.h"
#include "ui/panels/picture_words.h"
#include "ui/panels/sentences_panel.h"
#include "ui/panels/still_frame.h"
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
    m_note = new NoAlignmentNote(this);
    m_note->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_captionFrame);
    layout->addWidget(m_heatmap, 1);
    layout->addWidget(m_note, 1);

    connect(&playback, &Playback::pictureChanged, this, &AttentionPanel::show);
    connect(&playback, &Playback::liveChanged, this, [this] { show(m_playback.shown()); });
    connect(&sentences, &SentencesPanel::goldChanged, this, &AttentionPanel::refreshGold);
    connect(&workbench, &Workbench::changed, this, &AttentionPanel::takeTask);
    connect(m_note, &NoAlignmentNote::explanationWished, this, &ViewPanel::explanationWished);
    connect(&workbench, &Workbench::loadProgressed, this, &AttentionPanel::refreshEmptyText);
    show(nullptr);
    refreshEmptyText();
}

std::optional<ExportContent> AttentionPanel::exportContent() const
{
    return m_heatmap->snapshot() ? std::optional(exportOf(m_heatmap->snapshot(), m_heatmap->look())) : std::nullopt;
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
    m_heatmap->setSnapshot(NoAlignmentNote::drawable(snapshot));
    m_note->setVisible(snapshot && !NoAlignmentNote::drawable(snapshot));
    m_heatmap->setHidden(m_note->isVisibleTo(this));
    refreshEmptyText();
    if (wasThere != (m_heatmap->snapshot() != nullptr))
        emit contentChanged();
    refreshGold();
    m_captionFrame->setVisible(snapshot != nullptr);
    if (!snapshot)
        return;
    m_caption->setText(m_texts ? textCaption(*snapshot, m_playback.live())
                               : pictureCaption(*snapshot, m_playback.live()));
}

void AttentionPanel::takeTask()
{
    const bool texts = m_workbench.task() == Task::Classification;
    if (texts != m_texts) {
        m_texts = texts;
        MatrixLook look;
        if (texts) {
            look.across = tr("words");
            look.down = tr("label ↓");
        }
        m_heatmap->setLook(look);
        show(m_playback.shown());
    }
    refreshEmptyText();
}

void AttentionPanel::refreshGold()
{
    m_heatmap->setGold(m_goldShown ? knownAlignment(m_sentences, m_playback.shown()) : std::nullopt);
}

void AttentionPanel::refreshEmptyText()
{
    m_heatmap->setEmptyText(m_playback.shown() ? tr("Every word of this sentence is left out, as the View menu says.")
                                               : whyNoPicture(m_workbench, m_playback));
}

} // namespace alignoscope::ui
