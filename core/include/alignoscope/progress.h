// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

namespace alignoscope {

/// How a long call tells its caller how far it is, and how the caller ends it.
/// `report` runs on the calling thread, must return at once, and gets a fraction from 0 to 1.
/// When `stop` is requested the call throws Error(Cancelled) soon after and leaves nothing half done.
struct Progress {
    std::function<void(double fraction)> report;
    std::stop_token stop;
    std::function<void(std::int64_t items)>
        counted{}; ///< how many there are so far, where that is known before the share

    void operator()(double fraction) const
    {
        if (report)
            report(fraction);
    }
};

} // namespace alignoscope
