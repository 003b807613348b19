// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace alignoscope::corpus {

/// The name of the outermost element of XML, without its namespace; empty where the text does not begin as XML does.
std::string xmlRoot(std::string_view text);

} // namespace alignoscope::corpus
