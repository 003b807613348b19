// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/picture_words.h"

#include "ui/bridge/playback.h"
#include "ui/bridge/workbench.h"
#include "ui/figure/isolated_text.h"
#include "ui/panels/sentences_panel.h"
#include "ui/panels/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace alignoscope::ui {
namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Picture", text);
}

} // namespace

bool isImported(const AttentionSnapshot& snapshot)
{
    return std::isnan(snapshot.loss);
}

QString pictureCaption(const AttentionSnapshot& snapshot, bool live)
{
    if (isImported(snapshot))
        return translated("Imported attention · %1 target words over %2 source words")
            .arg(countText(snapshot.targets()), countText(snapshot.sources()));
    const QString what =
        snapshot.forced ? translated("the given translation") : translated("the model’s own translation");
    const QString caption =
        translated("After %1 steps · %2 · loss %3").arg(countText(snapshot.step), what, lossText(snapshot.loss))
        + (snapshot.centres.empty() ? QString() : translated(" · dot: the centre p, brackets: the words within reach"));
    return live ? caption : translated("Looking back: %1").arg(caption);
}

QString textCaption(const AttentionSnapshot& snapshot, bool live)
{
    const QString label =
        snapshot.targetTokens.empty() ? QString() : QString::fromStdString(snapshot.targetTokens.front());
    const QString caption = translated("After %1 steps · the model says %2 · %3 % sure")
                                .arg(countText(snapshot.step), isolated(label),
                                     QLocale().toString(std::floor(100 * std::exp(-snapshot.loss))));
    return live ? caption : translated("Looking back: %1").arg(caption);
}

QString whyNoPicture(const Workbench& workbench, const Playback& playback)
{
    const bool texts = workbench.task() == Task::Classification;
    const TrainingSession& session = const_cast<Workbench&>(workbench).session();
    if (session.active() && playback.chosen() == SentenceId{-1} && session.phase() != Phase::Preparing)
        return texts ? translated("No text is watched yet: type one at the left.")
                     : translated("No sentence is watched yet: type one at the left.");
    if (session.active())
        return translated("The first picture appears in a moment.");
    if (workbench.loading())
        return translated("Loading…");
    if (!workbench.folder().empty() || workbench.attention())
        return texts ? translated("Choose a text on the left.") : translated("Choose a sentence on the left.");
    if (workbench.dataset() && texts)
        return translated("Press Start: the model begins to learn, and here you see which words of a text\n"
                          "it looks at when it decides for a label.");
    if (workbench.dataset())
        return translated("Press Start: the model begins to learn, and here you see which source words\n"
                          "it looks at while it writes each target word.");
    return translated("Choose a dataset first: a corpus of sentences with their translations.");
}

std::optional<GoldAlignment> knownAlignment(const SentencesPanel& sentences, const AttentionSnapshotPtr& snapshot)
{
    const WatchedSentence* sentence = snapshot ? sentences.model().sentence(snapshot->sentence) : nullptr;
    // links count the tokens of the given translation
    return sentence && snapshot->forced ? sentence->gold : std::nullopt;
}

} // namespace alignoscope::ui
