// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoding/decoder_steps.h"
#include "decoding/steering.h"

#include <utility>
#include <vector>

namespace alignoscope::decoding {

/// What the model thought at each step of a translation that is known.
struct Replay {
    std::vector<double> logProbabilities;                           ///< of each token
    std::vector<float> attention;                                   ///< T × S row-major, as used
    std::vector<std::vector<std::pair<TokenId, double>>> likeliest; ///< at each step words and their log p, likeliest
                                                                    ///< first; neither <unk> nor <s>
};

/// Goes through `target` again under the same steering, with the `likeliest` words at each step.
Replay replay(DecoderSteps& steps, const std::vector<TokenId>& source, const std::vector<TokenId>& target,
              const Steering& steering, int likeliest);

} // namespace alignoscope::decoding
