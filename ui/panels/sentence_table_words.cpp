// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/sentence_table_words.h"

#include <QCoreApplication>

namespace alignoscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SentenceTable)
};

} // namespace

SentenceTableWords tableWords(Task task)
{
    if (task == Task::Classification)
        return {.name = Words::tr("Watched texts"),
                .find = Words::tr("Find in the texts…"),
                .findTip = Words::tr("Shows the texts that hold this: in the text, in its label, or in the label the "
                                     "model chose"),
                .findAction = Words::tr("&Find a text"),
                .histograms = Words::tr("&Histograms of the texts"),
                .wide = Words::tr("&Wide table of texts"),
                .save = Words::tr("&Save the texts as CSV…"),
                .saveTip = Words::tr("Save the texts that are shown, with their labels and numbers"),
                .saveFigureTip = Words::tr("Save how the numbers are spread as PDF, SVG or PNG"),
                .clear = Words::tr("Show &all texts"),
                .fileName = QStringLiteral("texts.csv")};
    return {.name = Words::tr("Watched sentences"),
            .find = Words::tr("Find in the sentences…"),
            .findTip = Words::tr("Shows the sentences that hold this text: in the source, in the translation, or in "
                                 "the model’s own translation"),
            .findAction = Words::tr("&Find a sentence"),
            .histograms = Words::tr("&Histograms of the sentences"),
            .wide = Words::tr("&Wide table of sentences"),
            .save = Words::tr("&Save the sentences as CSV…"),
            .saveTip = Words::tr("Save the sentences that are shown, with all their numbers"),
            .saveFigureTip = Words::tr("Save how the numbers are spread as PDF, SVG or PNG"),
            .clear = Words::tr("Show &all sentences"),
            .fileName = QStringLiteral("sentences.csv")};
}

QString tableCount(Task task, int shown, int all, bool filtered)
{
    const bool texts = task == Task::Classification;
    if (filtered)
        return (texts ? Words::tr("%1 of %2 texts") : Words::tr("%1 of %2 sentences")).arg(shown).arg(all);
    if (all == 1)
        return texts ? Words::tr("1 text") : Words::tr("1 sentence");
    return (texts ? Words::tr("%1 texts") : Words::tr("%1 sentences")).arg(all);
}

} // namespace alignoscope::ui
