// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/corpus.h"

#include <string_view>

namespace alignoscope::corpus {

/// Makes a built-in corpus, the same on every machine: text, gold alignments, suggested tokenisers. Well under a
/// second. Throws Error(Usage) that lists the names when there is none called `name`, Error(Cancelled) when `progress`
/// stops. Thread-safe.
RawCorpus makeBuiltinCorpus(std::string_view name, const Progress& progress = {});

} // namespace alignoscope::corpus
