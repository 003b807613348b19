// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/progress.h"

namespace alignoscope::corpus {

/// The stretch of `whole` from one share to another, which must not outlive it.
inline Progress partOf(const Progress& whole, double from, double to)
{
    Progress part;
    part.stop = whole.stop;
    part.report = [&whole, from, to](double fraction) { whole(from + (to - from) * fraction); };
    return part;
}

} // namespace alignoscope::corpus
