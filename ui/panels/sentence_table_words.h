// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/classification.h"

#include <QString>

namespace alignoscope::ui {

/// What the table of sentences says of itself, of sentences or of texts.
struct SentenceTableWords {
    QString name;             ///< of the table
    QString find, findTip;    ///< the line for text
    QString findAction;       ///< goes there
    QString histograms, wide; ///< actions
    QString save, saveTip;    ///< as CSV
    QString saveFigureTip;
    QString clear;    ///< all filters
    QString fileName; ///< that is suggested
};
SentenceTableWords tableWords(Task task);

/// "12 of 200 texts", "1 sentence".
QString tableCount(Task task, int shown, int all, bool filtered);

} // namespace alignoscope::ui
