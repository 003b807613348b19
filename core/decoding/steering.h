// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/vocabulary.h"

#include <optional>
#include <span>
#include <vector>

namespace alignoscope::decoding {

/// What is given from outside at the positions of one sentence's translation.
struct Steering {
    std::vector<std::optional<TokenId>> words; ///< position → the word that is said there
    std::vector<std::vector<float>> rows;      ///< position → the α of that step, or nothing

    [[nodiscard]] std::optional<TokenId> word(std::size_t position) const
    {
        return position < words.size() ? words[position] : std::nullopt;
    }
    [[nodiscard]] std::span<const float> row(std::size_t position) const
    {
        return position < rows.size() ? std::span<const float>(rows[position]) : std::span<const float>();
    }
};

} // namespace alignoscope::decoding
