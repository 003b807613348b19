// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/alignment.h"

#include <string>
#include <string_view>
#include <vector>

namespace alignoscope::interchange {

/// Whether the first line that is not empty is one of NAACL's: three whole numbers, then at most two words more.
bool looksLikeNaacl(const std::vector<std::string_view>& lines);

/// "0018 1 2 S 0.9": sentence (from 1, or from 0 where one has that number), source, target, sure or possible, and a
/// confidence that is passed over (Mihalcea & Pedersen 2003, section 2). Tokens count from `base`, -1: from 1, and then
/// a token 0 is the empty word, whose links are left out. Throws Error(Input).
GoldFile parseNaacl(const std::vector<std::string_view>& lines, int base, const std::string& where);

} // namespace alignoscope::interchange
