// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/texts.h"

namespace alignoscope::interchange {

/// Whether the rows of the file's matrices are source words, judged from all sentences together: from the numbers of
/// words where they tell, else from whether rows or columns add up to 1. Says on what it rests.
bool rowsAreSource(RawAttention& attention, const Texts& texts);

/// A sentence's matrix with rows and columns changed.
void turn(RawSentence& sentence);

/// Whether these weights add up to 1, as nearly as rounded numbers do.
bool addsUpToOne(double sum);

} // namespace alignoscope::interchange
