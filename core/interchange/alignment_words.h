// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::interchange {

/// Reads a number off the front of `text`; nothing where there is none, or one too large for any sentence.
std::optional<std::int32_t> readIndex(std::string_view& text);

/// What white space separates.
std::vector<std::string_view> wordsOf(std::string_view line);

/// For messages: in quotation marks, cut after 40 bytes.
std::string quoted(std::string_view word);

/// Sorted, each link once, and a sure one not possible as well.
void tidy(GoldAlignment& gold);

} // namespace alignoscope::interchange
