// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/model_size.h"

#include "models/rnnsearch.h"

namespace alignoscope {

std::int64_t countParameters(const ModelOptions& options, int sourceWords, int targetWords, int longestSource)
{
    return models::RnnSearch<float>(models::sizesOf(options, sourceWords, targetWords, longestSource))
        .layout()
        .parameters();
}

} // namespace alignoscope
