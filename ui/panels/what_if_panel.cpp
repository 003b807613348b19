// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/what_if_panel.h"

#include "ui/bridge/workbench.h"
#include "ui/panels/next_word_popup.h"
#include "ui/panels/no_alignment_note.h"
#include "ui/panels/question_bar.h"
#include "ui/panels/segment_button.h"
#include "ui/panels/what_if_export.h"
#include "ui/panels/what_if_words.h"
#include "ui/views/attention_editor.h"
#include "ui/views/heatmap_view.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

WhatIfPanel::WhatIfPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, QWidget* parent)
    : ViewPanel(parent), m_workbench(workbench)
{
    build(playback, sentences);
    connectWords();
    connectEditor();
    connect(m_bar, &QuestionBar::asked, this, &WhatIfPanel::take);
    connect(m_bar, &QuestionBar::forgotten, this, &WhatIfPanel::forget);
    connect(&workbench, &Workbench::changed, this, &WhatIfPanel::refreshEmptyText);
    auto* undo = new QShortcut(QKeySequence::Undo, this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, this, &WhatIfPanel::undo);
    refreshEmptyText();
}

void WhatIfPanel::build(Playback& playback, const SentencesPanel& sentences)
{
    setObjectName("whatIfPanel");
    m_bar = new QuestionBar(m_workbench, playback, sentences, m_job, QuestionBar::Target::None, tr("&Ask"), this);
    m_bar->setObjectName("whatIfQuestion");
    m_bar->addControl(buildViews());
    m_words = new WhatIfWords(this);
    m_heatmap = new HeatmapView(this);
    m_heatmap->setObjectName("whatIfHeatmap");
    m_heatmap->setAccessibleName(tr("Attention, to be changed: drag a cell, or press Space, + and − on it"));
    m_editor = new AttentionEditor(m_heatmap);
    m_popup = new NextWordPopup(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_bar);
    layout->addWidget(m_words);
    layout->addWidget(m_heatmap, 1);
}

QWidget* WhatIfPanel::buildViews()
{
    auto* box = new QWidget(this);
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_views = new QButtonGroup(box);
    const auto add = [&](WhatIfView view, const char* name, const QString& text, const QString& tip) {
        auto* button = new SegmentButton(text, tip, box);
        button->setObjectName(name);
        m_views->addButton(button, static_cast<int>(view));
        layout->addWidget(button);
    };
    add(WhatIfView::Original, "whatIfViewOriginal", tr("Original"), tr("The attention of the model’s own translation"));
    add(WhatIfView::Changed, "whatIfViewChanged", tr("Changed"), tr("The attention with your changes"));
    add(WhatIfView::Difference, "whatIfViewDifference", tr("Difference"),
        tr("Changed minus original: red where the model looks more than before, blue where less"));
    setView(WhatIfView::Changed);
    connect(m_views, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            showPicture();
    });
    return box;
}

void WhatIfPanel::connectWords()
{
    connect(m_words, &WhatIfWords::sourcePressed, this, &WhatIfPanel::toggleRead);
    connect(m_words, &WhatIfWords::wordPressed, this, &WhatIfPanel::offerWords);
    connect(m_words, &WhatIfWords::undoAll, this, &WhatIfPanel::undoAll);
    connect(m_words, &WhatIfWords::changePressed, this, [this](int index) {
        m_changes.remove(static_cast<std::size_t>(index));
        ask();
    });
    connect(m_words, &WhatIfWords::beginningGiven, this, [this](const QString& text) {
        m_changes.setBeginning(text);
        ask();
    });
    connect(m_popup, &NextWordPopup::chosen, this, [this](int target, const QString& word, bool token) {
        m_changes.setWord(target, word, token);
        ask();
    });
    connect(m_popup, &NextWordPopup::givenBack, this, [this](int target) {
        m_changes.removeWord(target);
        ask();
    });
    connect(m_popup, &NextWordPopup::beginningKept, this, &WhatIfPanel::keepBeginning);
}

void WhatIfPanel::followFocus(TokenFocus* focus)
{
    m_words->followFocus(focus);
    m_heatmap->followFocus(focus);
}

std::optional<ExportContent> WhatIfPanel::exportContent() const
{
    return m_answer && attends() ? std::optional(exportOf(m_answer, view())) : std::nullopt;
}

void WhatIfPanel::setColourMap(ColourMap map)
{
    m_heatmap->setColourMap(map);
}

// The words leave room for the picture.
void WhatIfPanel::resizeEvent(QResizeEvent* event)
{
    ViewPanel::resizeEvent(event);
    const int others = m_bar->sizeHint().height() + 2 * layout()->spacing() + 16;
    m_words->setRoom(std::max({80, height() - others - 260, std::min(height() - others - 190, 170)}));
}

void WhatIfPanel::take(const QString& sentence)
{
    if (sentence != m_sentence) {
        m_changes.clear();
        m_popup->close();
    }
    m_sentence = sentence;
    ask();
}

void WhatIfPanel::ask()
{
    if (m_sentence.isEmpty() || !m_workbench.whyNotTranslate().isEmpty())
        return;
    m_job.ask(m_workbench.translatorSource(),
              [this, sentence = m_sentence, changes = m_changes.list()](const Translator& model, const Progress&) {
                  WhatIfAnswerPtr answer = askWhatIf(model, sentence, changes);
                  return Worker::Done([this, answer = std::move(answer)] { show(answer); });
              });
}

void WhatIfPanel::show(const WhatIfAnswerPtr& answer)
{
    const bool wasThere = m_answer != nullptr;
    m_answer = answer;
    m_words->show(*answer, m_changes);
    m_bar->setAnswered(answer->changed.step);
    showPicture();
    if (!wasThere)
        emit contentChanged();
}

void WhatIfPanel::showPicture()
{
    if (!m_answer)
        return;
    const WhatIfView shown = view();
    if (!attends()) {
        m_heatmap->setSnapshot(nullptr);
        m_editor->setMarks({});
        return refreshEmptyText();
    }
    const AttentionSnapshotPtr picture = pictureOf(*m_answer, shown);
    std::optional<HeatmapView::Cell> cursor = m_heatmap->cursorCell();
    if (cursor && m_shown != shown) // it stays with its word
        cursor->target = rowIn(*m_answer, shown, changedTargetOf(*m_answer, m_shown, cursor->target));
    m_heatmap->setLook(lookOf(*m_answer, shown));
    m_heatmap->setSnapshot(picture);
    if (m_shown != shown)
        m_heatmap->setCursorCell(cursor);
    m_shown = shown;
    m_heatmap->setHint(shown == WhatIfView::Difference
                           ? tr("Red: looks there more than before, blue: less, grey: only in one translation")
                           : tr("Drag a cell along its row; Space: look only there; + and −: more, less"));
    showMarks(*picture);
}

void WhatIfPanel::showMarks(const AttentionSnapshot& picture)
{
    const WhatIfView shown = view();
    AttentionEditor::Marks marks;
    for (int row = 0; row < picture.targets(); ++row) {
        const int target = changedTargetOf(*m_answer, shown, row);
        marks.fixed.push_back(target < 0);
        marks.changed.push_back(shown != WhatIfView::Original && target >= 0
                                && m_answer->changed.overridden[static_cast<std::size_t>(target)]);
        marks.blank.push_back(std::isnan(picture.weight(row, 0)));
    }
    if (shown != WhatIfView::Original)
        marks.dropped = m_answer->changed.sourceDropped;
    m_editor->setMarks(std::move(marks));
}

void WhatIfPanel::forget()
{
    m_answer.reset();
    m_sentence.clear();
    m_changes.clear();
    m_popup->close();
    m_words->clear();
    m_heatmap->setSnapshot(nullptr);
    m_editor->setMarks({});
    refreshEmptyText();
    emit contentChanged();
}

void WhatIfPanel::refreshEmptyText()
{
    const QString why = m_workbench.whyNotTranslate();
    if (m_answer && !attends())
        return m_heatmap->setEmptyText(NoAlignmentNote::text() + u'\n' + tr("Its words can be changed all the same."));
    m_heatmap->setEmptyText(why.isEmpty() ? tr("Choose a sentence on the left, or type one above.\n"
                                               "Then change what the model says, where it looks or what it reads,\n"
                                               "and see what becomes of the translation.")
                                          : why);
}

bool WhatIfPanel::attends() const
{
    return NoAlignmentNote::drawable(pictureOf(*m_answer, WhatIfView::Original)) != nullptr;
}

bool WhatIfPanel::answered() const
{
    return m_answer && m_answer->sentence == m_sentence;
}

WhatIfView WhatIfPanel::view() const
{
    return static_cast<WhatIfView>(m_views->checkedId());
}

void WhatIfPanel::setView(WhatIfView view)
{
    m_views->button(static_cast<int>(view))->setChecked(true);
}

} // namespace alignoscope::ui
