// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace alignoscope::text {

/// Where "l'", "qu’" or "dell'" at the start of `word` ends (behind the apostrophe), or 0 if there is none: a French or
/// Italian word cut short before a word it leans on. "aujourd'hui", "don't" and "o'clock" are words of their own.
std::size_t elisionEnd(std::string_view word);

/// Whether all of `token` is such a word: it leans on the next one.
bool isElision(std::string_view token);

} // namespace alignoscope::text
