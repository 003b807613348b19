// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoding/search_options.h"

#include "alignoscope/error.h"

namespace alignoscope::decoding {

void checkOptions(const TranslationOptions& options)
{
    if (options.beam < 1 || options.beam > 1000)
        throw Error(ErrorKind::Usage,
                    {"beam", "the beam cannot have this size", "1 to 1000", std::to_string(options.beam), {}});
    if (options.best < 1 || options.best > options.beam)
        throw Error(ErrorKind::Usage,
                    {"n-best", "there cannot be this many hypotheses",
                     "1 to the size of the beam, " + std::to_string(options.beam), std::to_string(options.best),
                     "Choose a larger beam."});
}

int longestTranslation(const TranslationOptions& options, std::size_t sourceTokens)
{
    return options.maxLength > 0 ? options.maxLength : 2 * static_cast<int>(sourceTokens) + 10;
}

} // namespace alignoscope::decoding
