// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace alignoscope::storage {

/// RFC 4648, section 4, with padding.
std::string base64(std::string_view bytes);
/// Nothing where it is not what `base64` writes.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace alignoscope::storage
