// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/dataset.h"
#include "corpus/tokenized_corpus.h"

namespace alignoscope::corpus {

/// The pairs that are used, and how many are too long. A text with a label is used whatever its length. Pairs with a
/// side without tokens are not.
struct Kept {
    PairSet pairs;
    std::int64_t tooLong = 0;
};
Kept keepShort(const TokenizedCorpus& corpus, Task task, int maxLength);

/// A label is one token, whatever was asked for.
TextOptions textOptions(TextOptions text, Task task);
/// Every label is kept, however rare.
DatasetOptions targetOptions(DatasetOptions options, Task task);

} // namespace alignoscope::corpus
