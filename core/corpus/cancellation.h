// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/error.h"

#include <stop_token>

namespace alignoscope::corpus {

/// Throws Error(Cancelled) when `stop` was requested.
inline void throwIfStopped(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Error(ErrorKind::Cancelled, {"", "reading was cancelled", "", "", ""});
}

} // namespace alignoscope::corpus
