// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/model_size.h"

#include "models/rnnsearch.h"
#include "models/text_classifier.h"

namespace alignoscope {

std::int64_t countParameters(const ModelOptions& options, int sourceWords, int targetWords, int longestSource)
{
    if (options.task == Task::Classification) {
        const models::TextClassifier<float> network(models::sizesOf(options.classifier, sourceWords, targetWords));
        return network.layout().parameters() - sourceWords; // the marks of frozen words are no parameters
    }
    return models::RnnSearch<float>(models::sizesOf(options, sourceWords, targetWords, longestSource))
        .layout()
        .parameters();
}

} // namespace alignoscope
