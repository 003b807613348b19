// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sizes.h"

#include <algorithm>

namespace alignoscope::models {

Index Sizes::encoderUnits() const
{
    return attentionKind(attention.kind).comparesStates ? hidden / directions() : hidden;
}

nn::AttentionSizes Sizes::attentionSizes() const
{
    return {hidden, annotation(), encoderUnits(), alignment, longest};
}

Sizes sizesOf(const ModelOptions& options, Index sourceWords, Index targetWords, Index longest)
{
    Sizes sizes{sourceWords, targetWords, options.embedding, options.hidden, options.alignment, options.maxout};
    sizes.encoderCell = options.encoderCell;
    sizes.decoderCell = options.decoderCell;
    sizes.layers = options.layers;
    sizes.bidirectional = options.bidirectional;
    sizes.decoder = options.decoder;
    sizes.inputFeeding = options.inputFeeding;
    sizes.tieEmbeddings = options.tieEmbeddings;
    sizes.attention = options.attention;
    sizes.longest = longest + 1;
    if (sizes.alignment == 0)
        sizes.alignment = sizes.hidden;
    if (sizes.maxout == 0)
        sizes.maxout = options.decoder == DecoderKind::Luong ? sizes.hidden : std::max<Index>(1, sizes.hidden / 2);
    if (sizes.tieEmbeddings)
        sizes.maxout = sizes.embedding;
    return sizes;
}

} // namespace alignoscope::models
