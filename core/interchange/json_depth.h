// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace alignoscope::interchange {

/// How many brackets are open at once where most are, those in strings left out; for text of any kind.
int jsonDepth(std::string_view text);

/// The text of one value at the front of `text` (an object or a list with all it holds, or a plain value); all of
/// `text` where it never ends.
std::string_view firstJsonValue(std::string_view text);

} // namespace alignoscope::interchange
