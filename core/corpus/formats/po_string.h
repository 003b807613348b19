// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace alignoscope::corpus {

/// Adds what stands between the quotes of a PO string, its escapes (\n, \", \x41, \101 …) replaced. False where it is
/// no string.
bool appendPoString(std::string& text, std::string_view quoted);

} // namespace alignoscope::corpus
