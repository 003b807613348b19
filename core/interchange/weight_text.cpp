// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interchange/weight_text.h"

#include "alignoscope/error.h"

#include <array>
#include <charconv>
#include <cmath>

namespace alignoscope::interchange {

std::string weightText(float weight)
{
    if (!std::isfinite(weight))
        throw Error(ErrorKind::Numerics,
                    {"attention matrix", "a weight is not a number", "", "",
                     "The model that made it is damaged; use an earlier checkpoint."});
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), weight).ptr;
    std::string text(digits.data(), end);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0";
    return text;
}

} // namespace alignoscope::interchange
