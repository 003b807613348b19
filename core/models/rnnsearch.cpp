// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rnnsearch_passes.h"

namespace alignoscope::models {

Sizes sizesOf(const ModelOptions& options, Index sourceWords, Index targetWords)
{
    Sizes sizes{sourceWords, targetWords, options.embedding, options.hidden, options.alignment, options.maxout};
    if (sizes.alignment == 0)
        sizes.alignment = sizes.hidden;
    if (sizes.maxout == 0)
        sizes.maxout = std::max<Index>(1, sizes.hidden / 2);
    return sizes;
}

template class RnnSearch<float>;

} // namespace alignoscope::models
