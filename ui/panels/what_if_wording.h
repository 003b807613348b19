// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/what_if_answer.h"
#include "ui/views/word_line.h"

namespace alignoscope::ui {

// The words of a What-if as a line shows them, each with what it is and what a press does.
WordLine::Word sourceWord(const WhatIfAnswer& answer, std::size_t source, bool dropped);
WordLine::Word originalWord(const WhatIfAnswer& answer, std::size_t target);
WordLine::Word changedWord(const WhatIfAnswer& answer, std::size_t target);
/// A change, and whether it has any effect.
WordLine::Word changeWord(const WhatIfAnswer& answer, const WhatIfChanges::Change& change);

/// A token as people read it: the end of a sentence is "end".
QString tokenText(const std::string& token);

// What was done to a row of attention, for the list of changes. `target` counts from 0.
QString movedTitle(int target, const QString& from, const QString& to);
QString lookOnlyTitle(int target, const QString& word);
QString weightTitle(int target, const QString& word, double weight);
QString alikeTitle(int target);

} // namespace alignoscope::ui
