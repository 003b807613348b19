// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/attention_shape.h"

#include <string>
#include <vector>

namespace alignoscope::interchange {

/// Words with spaces between them, the end of the sentence left out, as toolkits write them. A blank inside a word,
/// which would make two of it, becomes "␣".
std::string writtenWords(const std::vector<std::string>& tokens);

} // namespace alignoscope::interchange
