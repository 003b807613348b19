// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/experiment_job.h"

#include "alignoscope/run.h"

namespace alignoscope::ui {

/// The sentences to test a run on, with their gold alignments where these count its tokens. Throws Error. Blocks.
RawCorpus testSentencesOf(const Run& run, const TestSentences& sentences, const std::stop_token& stop);

} // namespace alignoscope::ui
