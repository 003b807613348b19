// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/progress.h"
#include "alignoscope/text.h"

#include <cstddef>
#include <functional>
#include <string_view>

namespace alignoscope::text {

/// What a model is learnt from: sentences as a Cleaner gives them.
struct SentenceList {
    std::size_t size = 0;
    std::function<std::string_view(std::size_t)> at; ///< each is asked for twice, in order; valid until the next call
};

/// Learns a model that itself changes nothing of a text. The same sentences give the same bytes on every machine. Where
/// they have not enough different pieces for `options.pieces`, the model gets as many as there are; where they have
/// more different characters (but for the rarest in 2000), all of these. Throws Error(Input) when there is nothing to
/// learn from, Error(Usage) on an impossible number of pieces and Error(Cancelled): while the sentences are read; the
/// learning behind that cannot be interrupted.
SubwordModel learnSubwords(const SentenceList& sentences, const SubwordOptions& options, const Progress& progress);

} // namespace alignoscope::text
