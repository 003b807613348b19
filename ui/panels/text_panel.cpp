// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/text_panel.h"

#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"
#include "ui/figure/isolated_text.h"
#include "ui/figure/text_attention_figure.h"
#include "ui/panels/picture_words.h"
#include "ui/panels/sentences_panel.h"
#include "ui/panels/text_question.h"
#include "ui/panels/weight_bars.h"
#include "ui/panels/wording.h"
#include "ui/views/text_attention_view.h"

#include <QCheckBox>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

static constexpr std::size_t mostBars = 4;

/// A label from the right does not turn the sentence round it.
TextPanel::TextPanel(Workbench& workbench, Playback& playback, const SentencesPanel& sentences, QSettings& settings,
                     QWidget* parent)
    : ViewPanel(parent), m_workbench(workbench), m_playback(playback), m_sentences(sentences), m_settings(settings)
{
    build();
    connectAll();
    refresh();
}

void TextPanel::setColourMap(ColourMap map)
{
    m_view->setColourMap(map);
}

std::optional<ExportContent> TextPanel::exportContent() const
{
    const TextPicture shown = picture();
    return shown.attention ? std::optional(exportOf(shown)) : std::nullopt;
}

/// What is shown now: the answer to a text that was typed, otherwise the chosen text's picture.
TextPicture TextPanel::picture() const
{
    TextPicture picture;
    picture.stretched = m_stretched->isChecked();
    picture.paddingShown = m_padding->isChecked();
    const bool typed = !m_question->typed().isEmpty();
    const TextAnswerPtr answer = m_question->answer();
    if (typed)
        picture.attention = answer ? pictureOf(*answer) : nullptr;
    else if (m_workbench.task() == Task::Classification)
        picture.attention = m_playback.shown();
    if (!picture.attention || !isTextPicture(*picture.attention))
        return {};
    picture.confidence = std::exp(-picture.attention->loss);
    if (const WatchedSentence* chosen = m_sentences.model().sentence(picture.attention->sentence); chosen && !typed)
        picture.trueLabel = QString::fromStdString(chosen->target);
    picture.labels = labelsOf(picture, typed || m_playback.live());
    return picture;
}

// Of two labels the picture itself tells both, as of any step; of more, only the newest answer tells all.
std::vector<TextPicture::Label> TextPanel::labelsOf(const TextPicture& picture, bool now) const
{
    const std::vector<std::string>& names = m_question->labels();
    std::vector<TextPicture::Label> labels;
    const TextAnswerPtr answer = m_question->answer();
    if (names.size() == 2 || !now || !answer) {
        labels.push_back({picture.predicted(), *picture.confidence});
        for (const std::string& name : names)
            if (names.size() == 2 && QString::fromStdString(name) != picture.predicted())
                labels.push_back({QString::fromStdString(name), 1 - *picture.confidence});
        return labels;
    }
    for (std::size_t i = 0; i < names.size() && i < answer->result.probabilities.size(); ++i)
        labels.push_back({QString::fromStdString(names[i]), answer->result.probabilities[i]});
    std::ranges::stable_sort(labels, std::ranges::greater(), &TextPicture::Label::probability);
    return labels;
}

QString TextPanel::caption(const TextPicture& picture) const
{
    QString steps = tr("after %1 steps").arg(countText(picture.attention->step));
    const int read = m_workbench.experiment().model.classifier.positions;
    if (picture.attention->sources() > read)
        steps += tr(" · the model reads only the first %1 words").arg(countText(read));
    if (!m_question->typed().isEmpty())
        return tr("Your text, %1").arg(steps);
    return m_playback.live() ? tr("The chosen text, %1").arg(steps)
                             : tr("Looking back: the chosen text, %1").arg(steps);
}

void TextPanel::refresh()
{
    const TextPicture shown = picture();
    const bool wasThere = m_view->snapshot() != nullptr;
    m_view->setStretched(m_stretched->isChecked());
    m_view->setPaddingShown(m_padding->isChecked());
    m_view->setSnapshot(shown.attention);
    m_decided->setVisible(shown.attention != nullptr);
    if (shown.attention)
        refreshDecision(shown);
    refreshEmptyText();
    refreshGold();
    refreshPadding();
    refreshReadout();
    if (wasThere != (shown.attention != nullptr))
        emit contentChanged();
}

void TextPanel::refreshDecision(const TextPicture& picture)
{
    m_caption->setText(caption(picture));
    m_decision->setText(
        tr("%1 · %2 % sure")
            .arg(isolated(picture.predicted()), QLocale().toString(std::floor(*picture.confidence * 100))));
    const bool known = !picture.trueLabel.isEmpty();
    m_truth->setText(!known ? tr("Nobody said which label is right.")
                         : picture.right()
                         ? tr("✓ right: this is the text’s own label")
                         : tr("✗ wrong: the text’s own label is “%1”").arg(isolated(picture.trueLabel)));
    std::vector<WeightBars::Bar> bars;
    for (std::size_t i = 0; i < std::min(mostBars, picture.labels.size()); ++i)
        bars.push_back(
            {picture.labels[i].name, picture.labels[i].probability, picture.labels[i].name == picture.trueLabel});
    m_bars->setBars(std::move(bars));
}

void TextPanel::setGoldShown(bool shown)
{
    m_goldShown = shown;
    refreshGold();
}

void TextPanel::refreshGold()
{
    const AttentionSnapshotPtr& shown = m_view->snapshot();
    const WatchedSentence* text = m_goldShown && shown ? m_sentences.model().sentence(shown->sentence) : nullptr;
    m_view->setGold(text ? text->gold : std::nullopt);
}

void TextPanel::refreshPadding()
{
    const AttentionSnapshotPtr& shown = m_view->snapshot();
    const double share = shown ? paddingShare(*shown) : 0;
    const bool attends = share > 0 || !m_workbench.experiment().model.classifier.maskPadding;
    m_padding->setEnabled(attends);
    m_padding->setToolTip(
        attends ? tr("Short texts are filled up with padding. This model attends to it like to words: shows the share "
                     "of its attention that padding took")
                : tr("This model leaves padding out, so that words have all of its attention. Untick “Leave padding "
                     "out” in the model settings to see what happens otherwise"));
}

void TextPanel::refreshReadout()
{
    const bool there = m_view->snapshot() != nullptr;
    const QString readout = m_view->readout();
    m_readout->setText(!there                  ? QString()
                           : readout.isEmpty() ? tr("Point at a word, or use the arrow keys, to read its weight")
                                               : readout);
}

void TextPanel::refreshEmptyText()
{
    m_view->setEmptyText(m_question->typed().isEmpty() ? whyNoPicture(m_workbench, m_playback)
                                                       : tr("Asking the model…"));
}

} // namespace alignoscope::ui
