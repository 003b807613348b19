// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace alignoscope::interchange {

/// The shortest decimal text that reads back as the same float, with a decimal point ("0.25", "1.0", "1e-08"),
/// whatever the locale. Throws Error(Numerics) on infinity and not-a-number.
std::string weightText(float weight);

} // namespace alignoscope::interchange
