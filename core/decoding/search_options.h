// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/translator.h"

namespace alignoscope::decoding {

/// Throws Error(Usage) where a search cannot have these options.
void checkOptions(const TranslationOptions& options);

/// The longest translation of a sentence, both with EOS.
int longestTranslation(const TranslationOptions& options, std::size_t sourceTokens);

} // namespace alignoscope::decoding
