// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/texts.h"

namespace alignoscope::interchange {

/// Whether any link of the file names the end of a sentence: the place behind the last word of a side.
bool linksNameEnds(const RawAttention& attention, const Texts& texts);

/// The links of a sentence as weights, each row's sharing 1. With `ends` both sides have one place more than words.
/// Says why where a link leads out of the sentence. Throws Error(Input) beyond the limits.
std::string spreadLinks(RawSentence& sentence, bool ends, RawAttention& attention);

} // namespace alignoscope::interchange
