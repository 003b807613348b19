// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "corpus/builtin/builtin.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::testing {

/// A pair as a person writes it down: the gold alignment as "0-0 1?2", sure and possible, in the order of the target.
struct ExpectedPair {
    std::string_view source, target, gold;
};

/// A built-in corpus made once for a whole test program.
const RawCorpus& builtin(std::string_view name);

/// Looks the pair up by its source and compares the rest.
void expectPair(std::string_view corpus, const ExpectedPair& expected);

} // namespace alignoscope::testing
