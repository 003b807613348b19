// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interchange/attention/attention_lines.h"
#include "interchange/attention/raw_attention.h"

#include <functional>
#include <optional>
#include <string_view>

namespace alignoscope::interchange {

/// Where the parts of a line stand.
struct MarianLine {
    std::string_view words; ///< the translation; of the scorer a number
    std::string_view alignment;
    std::optional<std::int64_t> sentence; ///< of an n-best list, counted from 0
};

/// `words ||| alignment`, `words ||| alignment ||| WordScores= …`, `id ||| words ||| alignment ||| … ||| score`;
/// nothing where there is no "|||".
std::optional<MarianLine> marianLine(std::string_view line);

/// Every line becomes a sentence of which `readAlignment` reads the alignment; it says why where it cannot. Of a
/// scorer's lines the score, which stands in the place of the words, is forgotten.
void readMarianLines(
    AttentionLines& lines, RawAttention& attention,
    const std::function<std::string(std::string_view alignment, RawSentence& sentence)>& readAlignment);

} // namespace alignoscope::interchange
