// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/error.h"

#include <functional>
#include <string>

namespace sentencepiece::util {
class Status;
}

namespace alignoscope::text {

/// Calls into SentencePiece, which then prints nothing. Whatever it throws, and a status that is not ok, becomes an
/// Error(Input) of `problem` with its words as what was got.
void callSentencePiece(const Problem& problem, const std::function<sentencepiece::util::Status()>& call);

} // namespace alignoscope::text
