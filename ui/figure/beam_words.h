// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/beam_trace.h"

#include <QString>

namespace alignoscope::ui {

/// The words of a hypothesis as a person writes them; "…" behind one that goes on, nothing of the start.
QString hypothesisText(const BeamTrace& trace, int node);

/// What became of it: "kept, number 2 of the 25 looked at", "discarded, …", "finished, rank 1 of 5".
QString fateInWords(const BeamTrace& trace, int node);

/// "économique 0.62 · all words so far 0.18 (log −1.71) · score −0.57 · kept, …".
QString beamNodeInWords(const BeamTrace& trace, int node);

} // namespace alignoscope::ui
