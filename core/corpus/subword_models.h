// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"

namespace alignoscope::corpus {

/// `text` with a model for every side that is cut into Subwords and has none: the file that is named, or one learnt
/// from at most 200,000 sentences spread evenly over the corpus. Joint sides get the same. Throws what
/// SubwordModel::load and text::learnSubwords throw.
TextOptions withSubwordModels(TextOptions text, const TextPairs& pairs, const Progress& progress);

} // namespace alignoscope::corpus
