// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/progress.h"

#include <cstddef>
#include <functional>

namespace alignoscope::corpus {

/// Calls `body(worker, chunk)` once for every chunk from 0 to `chunks` - 1 on `workers` threads, the calling one among
/// them as worker 0; a worker never does two chunks at once. Reports progress on the calling thread. Returns when all
/// are done; throws what a body threw, or Error(Cancelled).
void forEachChunk(std::size_t chunks, std::size_t workers, const Progress& progress,
                  const std::function<void(std::size_t worker, std::size_t chunk)>& body);

/// As many as this machine can run at once.
std::size_t allWorkers();

} // namespace alignoscope::corpus
