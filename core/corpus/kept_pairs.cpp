// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/kept_pairs.h"

namespace alignoscope::corpus {

Kept keepShort(const TokenizedCorpus& corpus, Task task, int maxLength)
{
    Kept kept{PairSet(corpus.size())};
    for (std::size_t i = 0; i < corpus.size(); ++i) {
        const bool isLong = corpus.longerSide(i) > static_cast<std::size_t>(maxLength);
        kept.tooLong += isLong ? 1 : 0;
        if ((!isLong || task == Task::Classification) && !corpus.hasEmptySide(i))
            kept.pairs.add(i);
    }
    return kept;
}

TextOptions textOptions(TextOptions text, Task task)
{
    if (task == Task::Classification)
        text.targetTokenizer = TokenizerKind::Whole;
    return text;
}

DatasetOptions targetOptions(DatasetOptions options, Task task)
{
    if (task == Task::Classification) {
        options.minCount = 1;
        options.vocabularyLimit = 0;
    }
    return options;
}

} // namespace alignoscope::corpus
