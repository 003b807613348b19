// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/texts.h"

namespace alignoscope::interchange {

/// What was read in the one form of the program: target by source, no padding, words counted, the end of the sentence
/// named. Throws Error(Input) where not a single sentence is left though there were some.
ImportedAttention normalize(RawAttention attention, const Texts& texts);

} // namespace alignoscope::interchange
