// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignoscope/text.h"

namespace alignoscope {

SideText TextOptions::source() const
{
    return {sourceTokenizer, lowercase, normalization, sourceModel};
}

SideText TextOptions::target() const
{
    return {targetTokenizer, lowercase, normalization, targetModel};
}

} // namespace alignoscope
