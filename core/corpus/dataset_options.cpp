// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/dataset_builder.h"

#include "alignoscope/error.h"

#include <fmt/format.h>

namespace alignoscope::corpus {
namespace {

[[noreturn]] void impossible(const std::string& option, const std::string& expected, const std::string& got)
{
    throw Error(ErrorKind::Usage, {option, "the value is impossible", expected, got, ""});
}

} // namespace

void requirePossible(const DatasetOptions& options)
{
    if (options.maxLength < 1)
        impossible("maximum length", "at least 1 token", std::to_string(options.maxLength));
    if (options.minCount < 1)
        impossible("minimum count", "at least 1", std::to_string(options.minCount));
    if (options.vocabularyLimit < 0)
        impossible("vocabulary limit", "0 (all tokens) or more", std::to_string(options.vocabularyLimit));
    if (!(options.validationSplit >= 0 && options.validationSplit < 1)) // not-a-number too
        impossible("validation split", "a share from 0 to less than 1", fmt::format("{}", options.validationSplit));
}

} // namespace alignoscope::corpus
