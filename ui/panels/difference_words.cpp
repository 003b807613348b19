// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/difference_words.h"

#include "ui/panels/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace alignoscope::ui {

static QString tr(const char* text, int count = -1)
{
    return QCoreApplication::translate("Difference", text, nullptr, count);
}

static int unmatched(const std::vector<TokenPair>& pairs)
{
    return static_cast<int>(std::ranges::count_if(pairs, [](const TokenPair& pair) { return !pair.matched(); }));
}

QString differenceSummary(const AttentionSnapshot& a, const AttentionSnapshot& b, const AttentionDifference& difference)
{
    QString text;
    if (difference.wordsCompared == 0) {
        text = tr("The two translations have no word in common: there is nothing to subtract.");
    } else {
        text = tr("On average %1 % of a word’s attention goes elsewhere in A than in B (total variation distance %2). "
                  "%3 of %4 words look most at another source word.")
                   .arg(QLocale().toString(100 * difference.meanTotalVariation, 'f', 0),
                        QLocale().toString(difference.meanTotalVariation, 'f', 2),
                        countText(difference.movedPeaks), countText(difference.wordsCompared));
        const int most = std::max(difference.wordsLeft, difference.wordsRight);
        if (most > difference.wordsCompared)
            text += ' ' + tr("The other words stand in one of the two translations alone.");
    }
    if (!std::isnan(a.loss) && !std::isnan(b.loss))
        text += ' ' + tr("Loss: A %1, B %2.").arg(lossText(a.loss), lossText(b.loss));
    return text;
}

QString differenceLegend(const AttentionDifference& difference)
{
    QString text = tr("red: A looks more there · blue: B does");
    if (unmatched(difference.sources) + unmatched(difference.targets) > 0)
        text += ' ' + tr("· hatched: only one side has the word");
    return text;
}

} // namespace alignoscope::ui
