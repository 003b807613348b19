// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text_classifier_passes.h"

#include "alignoscope/vocabulary.h"

namespace alignoscope::models {

ClassifierSizes sizesOf(const ClassifierOptions& options, Index words, Index labels)
{
    return {
        words,         labels - Vocabulary::marks, options.embedding,  options.units, options.filters, options.kernel,
        options.dense, options.positions,          options.maskPadding};
}

ClassifierDropout ClassifierDropout::of(double spatial, double hidden, std::uint64_t seed, std::int64_t step)
{
    const std::uint64_t update = seed * 0x9e3779b97f4a7c15U + static_cast<std::uint64_t>(step) * 8;
    return {{spatial, update + 4}, {hidden, update + 5}};
}

template class TextClassifier<float>;

} // namespace alignoscope::models
