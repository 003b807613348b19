// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/corpus_arguments.h"

#include <cstdint>
#include <string>

namespace alignoscope::commands {

/// RUN CORPUS on the command line: a run that is scored on a corpus, and how it translates.
/// Lives as long as the CLI::App it was added to.
struct ScoredRun {
    std::string run, checkpoint = "best";
    CorpusArguments corpus;
    int beam = 1;
    std::int64_t limit = 0; ///< 0: all pairs

    void addTo(CLI::App& command);
    [[nodiscard]] bool best() const { return checkpoint == "best"; }
    [[nodiscard]] ReadOptions read() const; ///< of the corpus, up to the limit
};

} // namespace alignoscope::commands
